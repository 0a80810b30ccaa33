using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeepEveryPushAttempt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PushMessages_State_NextAttemptAt_Id",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "ErrorClass",
                table: "PushMessages");

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "PushMessages",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "DataSource",
                table: "PushMessages",
                type: "TEXT",
                unicode: false,
                maxLength: 2,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PayloadDigest",
                table: "PushMessages",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "PushMessages",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Receipt",
                table: "PushMessages",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PushAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Request = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PushAttempts_PushMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "PushMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PushChannels",
                columns: table => new
                {
                    Destination = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NextProbeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSuccessAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushChannels", x => x.Destination);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_Destination_State_NextAttemptAt_Id",
                table: "PushMessages",
                columns: new[] { "Destination", "State", "NextAttemptAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_State_CreatedAt_Id",
                table: "PushMessages",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_At_Act",
                table: "PushAttempts",
                columns: new[] { "At", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_MessageId_At",
                table: "PushAttempts",
                columns: new[] { "MessageId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushAttempts");

            migrationBuilder.DropTable(
                name: "PushChannels");

            migrationBuilder.DropIndex(
                name: "IX_PushMessages_Destination_State_NextAttemptAt_Id",
                table: "PushMessages");

            migrationBuilder.DropIndex(
                name: "IX_PushMessages_State_CreatedAt_Id",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "DataSource",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "PayloadDigest",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "PushMessages");

            migrationBuilder.DropColumn(
                name: "Receipt",
                table: "PushMessages");

            migrationBuilder.AddColumn<string>(
                name: "ErrorClass",
                table: "PushMessages",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_State_NextAttemptAt_Id",
                table: "PushMessages",
                columns: new[] { "State", "NextAttemptAt", "Id" });
        }
    }
}
