using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeepWhatWasSubmitted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EvidenceIds",
                table: "Submissions");

            migrationBuilder.AddColumn<string>(
                name: "Evidence",
                table: "Submissions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Notes",
                table: "Submissions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Evidence",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Notes",
                table: "Submissions");

            migrationBuilder.AddColumn<string>(
                name: "EvidenceIds",
                table: "Submissions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");
        }
    }
}
