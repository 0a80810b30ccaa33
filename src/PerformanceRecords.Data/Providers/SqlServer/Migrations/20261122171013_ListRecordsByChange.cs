using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ListRecordsByChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Records_ChangedAt_Id",
                table: "Records",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_RecordId",
                table: "Applications",
                column: "RecordId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Records_ChangedAt_Id",
                table: "Records");

            migrationBuilder.DropIndex(
                name: "IX_Applications_RecordId",
                table: "Applications");
        }
    }
}
