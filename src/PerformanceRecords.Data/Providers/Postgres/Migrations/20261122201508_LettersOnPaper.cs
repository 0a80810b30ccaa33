using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LettersOnPaper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_State_SignedAt_Id",
                table: "Letters");

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "SupplementPorts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmissionsAllowed",
                table: "SupplementPorts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "SubmissionsUsed",
                table: "SupplementPorts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "AddresseeId",
                table: "Letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Letters",
                type: "character varying(12)",
                unicode: false,
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CopyTo",
                table: "Letters",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Layout",
                table: "Letters",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Letter");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Letters",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TemplateVersion",
                table: "Letters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "Letters",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnByName",
                table: "Letters",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HeldId",
                table: "LetterCases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MaterialList",
                table: "LetterCases",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Matter",
                table: "LetterCases",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LetterTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Layout = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Addressee = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    CopyTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterTemplates_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintJobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    PrintedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintJobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    ProjectName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ProjectNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    EnterpriseName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IssuedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    IssuedFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordSheets_Records_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Records",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SealedScans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    MatchedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedScans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SealedScans_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_AddresseeId_SignedAt_Id",
                table: "Letters",
                columns: new[] { "AddresseeId", "SignedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Code",
                table: "Letters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_FromId_SignedAt_Id",
                table: "Letters",
                columns: new[] { "FromId", "SignedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_SignedAt_Id",
                table: "Letters",
                columns: new[] { "SignedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterCases_HeldId",
                table: "LetterCases",
                column: "HeldId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LetterTemplates_OrganisationId_Kind_Edition",
                table: "LetterTemplates",
                columns: new[] { "OrganisationId", "Kind", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrintJobs_NextAt",
                table: "PrintJobs",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_PrintJobs_Subject_SubjectId",
                table: "PrintJobs",
                columns: new[] { "Subject", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordSheets_Code",
                table: "RecordSheets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordSheets_RecordId_Edition",
                table: "RecordSheets",
                columns: new[] { "RecordId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealedScans_LetterId_UploadedAt",
                table: "SealedScans",
                columns: new[] { "LetterId", "UploadedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LetterTemplates");

            migrationBuilder.DropTable(
                name: "PrintJobs");

            migrationBuilder.DropTable(
                name: "RecordSheets");

            migrationBuilder.DropTable(
                name: "SealedScans");

            migrationBuilder.DropIndex(
                name: "IX_Letters_AddresseeId_SignedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Code",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_FromId_SignedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_SignedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_LetterCases_HeldId",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "SupplementPorts");

            migrationBuilder.DropColumn(
                name: "SubmissionsAllowed",
                table: "SupplementPorts");

            migrationBuilder.DropColumn(
                name: "SubmissionsUsed",
                table: "SupplementPorts");

            migrationBuilder.DropColumn(
                name: "AddresseeId",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "CopyTo",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Layout",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "TemplateVersion",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "WithdrawnByName",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "HeldId",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "MaterialList",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "Matter",
                table: "LetterCases");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_SignedAt_Id",
                table: "Letters",
                columns: new[] { "State", "SignedAt", "Id" });
        }
    }
}
