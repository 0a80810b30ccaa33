using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

public sealed class SchemaTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task MigratingTwice_ChangesNothing(Engine engine)
    {
        await using var db = await databases.OpenAsync(engine);
        await db.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FilingsFromBeforeClaimsWereKept_ClaimTheirProject_OfTwoThatClashTheFirst(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("OrganisationAdministrators");
        var enterprise = Rows.Enterprise();
        var supplements = new[] { 1, 2 }.Select(hour => Submitted(Supplement.Type, hour)).ToList();
        var contract = Submitted(FirstEntry.Type, 3);
        db.AddRange([enterprise, .. supplements, contract, Rows.Application(enterprise)]);
        db.Add(new ProjectKey { Subject = KeySubject.Application, SubjectId = contract.Id, Kind = ProjectKeyKind.Contract, Value = "SJ1" });
        await db.SaveChangesAsync();

        await migrator.MigrateAsync();

        Assert.Equal(
            [(Supplement.Type.Code, "3201062603100001", supplements[0].Id), (FirstEntry.Type.Code, "3201062603100001/SJ1", contract.Id)],
            (await db.ProjectClaims.AsNoTracking().OrderBy(c => c.Value).ToListAsync()).Select(c => (c.TypeCode, c.Value, c.ApplicationId)));

        Application Submitted(ApplicationType type, int hour)
        {
            var (person, at) = (Rows.Person(enterprise), Rows.Morning.AddHours(hour));
            var application = Application.Start(type, person, at);
            application.Describe("某某项目", "3201062603100001", "320106", Sector.Building);
            application.Take(application.StepFor(person, Act.Submit)!, person, null, at, null, null);
            return application;
        }
    }

    [Fact]
    public async Task OnSqlite_ReadersDoNotWaitForTheWriter()
    {
        await using var reading = await databases.OpenAsync(Engine.Sqlite);
        await using var writing = await databases.OpenAsync(Engine.Sqlite);
        await using var transaction = await writing.Database.BeginTransactionAsync();
        writing.Add(Rows.Enterprise());
        await writing.SaveChangesAsync();

        Assert.Equal(0, await reading.Organisations.CountAsync());
    }

    [PostgresFact]
    public async Task OnPostgres_EveryMomentKnowsItIsUtc()
    {
        await using var db = await databases.OpenAsync(Engine.Postgres);
        var without = await db.Database.SqlQuery<string>(
            $"SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'")
            .ToListAsync();

        Assert.Empty(without);
    }
}
