using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace PerformanceRecords.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GiveEachChannelItsRow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // rows were written at first use until now
            migrationBuilder.Sql("DELETE FROM \"PushChannels\";");
            migrationBuilder.InsertData(
                table: "PushChannels",
                columns: new[] { "Destination", "LastSuccessAt", "NextProbeAt", "Reason", "Since", "State" },
                values: new object[,]
                {
                    { "NationalPlatform", null, null, null, new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Normal" },
                    { "ServiceNetwork", null, null, null, new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Normal" }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "PushChannels",
                keyColumn: "Destination",
                keyValue: "NationalPlatform");

            migrationBuilder.DeleteData(
                table: "PushChannels",
                keyColumn: "Destination",
                keyValue: "ServiceNetwork");
        }
    }
}
