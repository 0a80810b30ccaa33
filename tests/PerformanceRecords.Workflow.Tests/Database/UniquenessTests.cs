using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>What is true of many rows at once is kept by an index, whatever the code above believes.</summary>
public sealed class UniquenessTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ACreditCode_BelongsToOneEnterprise(Engine engine)
    {
        await SaveAsync(engine, Rows.Enterprise("91320000MA1ABCDE10"));

        await RefusedAsync(engine, Rows.Enterprise("91320000MA1ABCDE10"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ManyOrganisations_MayHaveNoCreditCode(Engine engine) =>
        await SaveAsync(engine, Rows.Enterprise(), Rows.Enterprise());

    [Theory, OnSqlite, OnPostgres]
    public async Task ANumber_IsGivenToOneApplication(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (first, second) = (Rows.Application(enterprise), Rows.Application(enterprise));
        first.Numbered("BL-320100-2026-000001");
        second.Numbered("BL-320100-2026-000001");
        await SaveAsync(engine, enterprise, first);

        await RefusedAsync(engine, second);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ManyDrafts_MayHaveNoNumber(Engine engine)
    {
        var enterprise = Rows.Enterprise();

        await SaveAsync(engine, enterprise, Rows.Application(enterprise), Rows.Application(enterprise));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ARecord_HasOneOpenApplicationOfAType(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var record = Rows.Record(enterprise);
        await SaveAsync(engine, enterprise, record, About(record, enterprise));

        await RefusedAsync(engine, About(record, enterprise));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AClosedApplication_MakesRoomForTheNext(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var record = Rows.Record(enterprise);
        var closed = About(record, enterprise);
        var actor = Rows.Person(enterprise);
        closed.Take(closed.StepFor(actor, Act.Abandon)!, actor, "项目取消", Rows.Morning, holderId: null, dueOn: null);
        await SaveAsync(engine, enterprise, record, closed);

        await SaveAsync(engine, About(record, enterprise));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AProjectWithoutARecord_IsClaimedByOneApplicationOfAType(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (first, second) = (Rows.Application(enterprise), Rows.Application(enterprise));
        await SaveAsync(engine, enterprise, first, second, ClaimOf(first));

        await RefusedAsync(engine, ClaimOf(second));

        static ProjectClaim ClaimOf(Application application) => new()
        {
            EnterpriseId = application.EnterpriseId,
            TypeCode = application.TypeCode,
            Value = "3201062603100001",
            ApplicationId = application.Id,
        };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AnEnterprise_HasOneRecordOfAProject(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (first, second) = (Rows.Record(enterprise), Rows.Record(enterprise));
        first.Describe("某某项目", "3201062603100001", null, null, "320106", Sector.Building);
        second.Describe("某某项目（二）", "3201062603100001", null, null, "320106", Sector.Building);
        await SaveAsync(engine, enterprise, first);

        await RefusedAsync(engine, second);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task APush_IsQueuedOnceUnderItsKey(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (application, record) = (Rows.Application(enterprise), Rows.Record(enterprise));
        await SaveAsync(engine, enterprise, application, record, Rows.Push(application, record, "once", sequence: 1));

        await RefusedAsync(engine, Rows.Push(application, record, "once", sequence: 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TwoPushesOfARecord_NeverShareAPlaceInItsLine(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (application, record) = (Rows.Application(enterprise), Rows.Record(enterprise));
        await SaveAsync(engine, enterprise, application, record, Rows.Push(application, record, "line-a", sequence: 1));

        await RefusedAsync(engine, Rows.Push(application, record, "line-b", sequence: 1));
    }

    private static Application About(PerformanceRecord record, Organisation enterprise)
    {
        var application = Rows.Application(enterprise);
        application.Concern(record.Id);
        application.Ask(Sections.Basic);
        return application;
    }

    private async Task RefusedAsync(Engine engine, object row)
    {
        await using var db = await databases.OpenAsync(engine);
        db.Add(row);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private async Task SaveAsync(Engine engine, params object[] rows)
    {
        await using AppDbContext db = await databases.OpenAsync(engine);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
