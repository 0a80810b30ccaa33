using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Permits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "BaseRevision",
                table: "ApplicationSections",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NationalSections",
                table: "Applications",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NationalSeenAt",
                table: "Applications",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedSector",
                table: "Applications",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OnBehalfOf",
                table: "ApplicationEvents",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChangeReasons",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Path = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeReasons", x => new { x.ApplicationId, x.Path });
                    table.ForeignKey(
                        name: "FK_ChangeReasons_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InboundPermits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sender = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SenderNumber = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Digest = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PermitNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ProjectName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    ProjectNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ProjectCode = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    OwnerName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    RegionCode = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: false),
                    CityCode = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: false),
                    ContractNumbers = table.Column<string>(type: "nvarchar(2600)", maxLength: 2600, nullable: false),
                    Values = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboundPermits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonKeys",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Duty = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    BeginsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonKeys", x => new { x.SubjectId, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "ProjectKeys",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectKeys", x => new { x.SubjectId, x.Kind, x.Value });
                });

            migrationBuilder.CreateTable(
                name: "PermitMatches",
                columns: table => new
                {
                    PermitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PermitMatches", x => new { x.PermitId, x.ApplicationId });
                    table.ForeignKey(
                        name: "FK_PermitMatches_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PermitMatches_InboundPermits_PermitId",
                        column: x => x.PermitId,
                        principalTable: "InboundPermits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_InboundPermits_CityCode_State_ReceivedAt_Id",
                table: "InboundPermits",
                columns: new[] { "CityCode", "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InboundPermits_Sender_SenderNumber",
                table: "InboundPermits",
                columns: new[] { "Sender", "SenderNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InboundPermits_State_ReceivedAt_Id",
                table: "InboundPermits",
                columns: new[] { "State", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PermitMatches_ApplicationId",
                table: "PermitMatches",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonKeys_Hash",
                table: "PersonKeys",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectKeys_Value_Kind_Subject",
                table: "ProjectKeys",
                columns: new[] { "Value", "Kind", "Subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeReasons");

            migrationBuilder.DropTable(
                name: "PermitMatches");

            migrationBuilder.DropTable(
                name: "PersonKeys");

            migrationBuilder.DropTable(
                name: "ProjectKeys");

            migrationBuilder.DropTable(
                name: "InboundPermits");

            migrationBuilder.DropColumn(
                name: "BaseRevision",
                table: "ApplicationSections");

            migrationBuilder.DropColumn(
                name: "NationalSections",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "NationalSeenAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "StatedSector",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "OnBehalfOf",
                table: "ApplicationEvents");
        }
    }
}
