using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerformanceRecords.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ClaimOpenProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProjectClaims",
                columns: table => new
                {
                    EnterpriseId = table.Column<Guid>(type: "uuid", nullable: false),
                    TypeCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(224)", maxLength: 224, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectClaims", x => new { x.EnterpriseId, x.TypeCode, x.Value });
                    table.ForeignKey(
                        name: "FK_ProjectClaims_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ReachedMinistry_ChangedAt_Id",
                table: "Applications",
                columns: new[] { "ReachedMinistry", "ChangedAt", "Id" },
                filter: "\"ReachedMinistry\"");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectClaims_ApplicationId",
                table: "ProjectClaims",
                column: "ApplicationId");

            migrationBuilder.Sql(OpenFilings.ClaimProjects);
            migrationBuilder.Sql(OpenFilings.ClaimContracts);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProjectClaims");

            migrationBuilder.DropIndex(
                name: "IX_Applications_ReachedMinistry_ChangedAt_Id",
                table: "Applications");
        }
    }
}
