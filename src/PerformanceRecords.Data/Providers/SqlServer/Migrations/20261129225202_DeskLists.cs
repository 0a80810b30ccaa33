using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DeskLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PushMessages_State_CreatedAt_Id",
                table: "PushMessages");

            migrationBuilder.DropIndex(
                name: "IX_PushAttempts_At_Act",
                table: "PushAttempts");

            migrationBuilder.DropIndex(
                name: "IX_MirroredSections_Drift_DriftSince_RecordId",
                table: "MirroredSections");

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_Undelivered",
                table: "PushMessages",
                columns: new[] { "CreatedAt", "Id" },
                filter: "[State] IN ('Waiting', 'Sending', 'Accepted', 'NeedsPerson', 'Parked')");

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_WithPeople",
                table: "PushMessages",
                columns: new[] { "State", "CreatedAt", "Id" },
                filter: "[State] IN ('NeedsPerson', 'Parked')");

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_Act_At_Id",
                table: "PushAttempts",
                columns: new[] { "Act", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MirroredSections_DriftSince_RecordId_Section",
                table: "MirroredSections",
                columns: new[] { "DriftSince", "RecordId", "Section" },
                filter: "[DriftSince] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Destination_IdempotencyKey",
                table: "Announcements",
                columns: new[] { "Destination", "IdempotencyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_ReceivedAt",
                table: "Announcements",
                column: "ReceivedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PushMessages_Undelivered",
                table: "PushMessages");

            migrationBuilder.DropIndex(
                name: "IX_PushMessages_WithPeople",
                table: "PushMessages");

            migrationBuilder.DropIndex(
                name: "IX_PushAttempts_Act_At_Id",
                table: "PushAttempts");

            migrationBuilder.DropIndex(
                name: "IX_MirroredSections_DriftSince_RecordId_Section",
                table: "MirroredSections");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_Destination_IdempotencyKey",
                table: "Announcements");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_ReceivedAt",
                table: "Announcements");

            migrationBuilder.CreateIndex(
                name: "IX_PushMessages_State_CreatedAt_Id",
                table: "PushMessages",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PushAttempts_At_Act",
                table: "PushAttempts",
                columns: new[] { "At", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_MirroredSections_Drift_DriftSince_RecordId",
                table: "MirroredSections",
                columns: new[] { "Drift", "DriftSince", "RecordId" });
        }
    }
}
