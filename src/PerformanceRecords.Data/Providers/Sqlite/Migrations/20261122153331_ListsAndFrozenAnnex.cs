using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListsAndFrozenAnnex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SupplementPorts_EnterpriseId_ExpiresOn",
                table: "SupplementPorts");

            migrationBuilder.AddColumn<string>(
                name: "EnterpriseName",
                table: "LetterCases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Materials",
                table: "LetterCases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProjectName",
                table: "LetterCases",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProjectNumber",
                table: "LetterCases",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sector",
                table: "LetterCases",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupplementPorts_CityCode_ExpiresOn_Id",
                table: "SupplementPorts",
                columns: new[] { "CityCode", "ExpiresOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplementPorts_EnterpriseId_ExpiresOn_Id",
                table: "SupplementPorts",
                columns: new[] { "EnterpriseId", "ExpiresOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_SignedAt_Id",
                table: "Letters",
                columns: new[] { "State", "SignedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ChangedAt_Id",
                table: "Applications",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationEvents_OrganisationId_At_Id",
                table: "ApplicationEvents",
                columns: new[] { "OrganisationId", "At", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SupplementPorts_CityCode_ExpiresOn_Id",
                table: "SupplementPorts");

            migrationBuilder.DropIndex(
                name: "IX_SupplementPorts_EnterpriseId_ExpiresOn_Id",
                table: "SupplementPorts");

            migrationBuilder.DropIndex(
                name: "IX_Letters_State_SignedAt_Id",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Applications_ChangedAt_Id",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_ApplicationEvents_OrganisationId_At_Id",
                table: "ApplicationEvents");

            migrationBuilder.DropColumn(
                name: "EnterpriseName",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "Materials",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "ProjectName",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "ProjectNumber",
                table: "LetterCases");

            migrationBuilder.DropColumn(
                name: "Sector",
                table: "LetterCases");

            migrationBuilder.CreateIndex(
                name: "IX_SupplementPorts_EnterpriseId_ExpiresOn",
                table: "SupplementPorts",
                columns: new[] { "EnterpriseId", "ExpiresOn" });
        }
    }
}
