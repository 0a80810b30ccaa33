using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Steps;

public sealed class StepTakerTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static int projects;

    [Theory, OnSqlite, OnPostgres]
    public async Task TheLastApproval_LandsTheRecord_AndQueuesExactlyWhatTheRoutePushes(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var supplement = await New(office).CompletedAsync();

        var application = await supplement.ReadAsync();
        Assert.Equal((Stage.Completed, office.Clock.Now, (DateTime?)null), (application.Stage, application.ApprovedAt!.Value, application.ShownAt));
        await office.DoAsync<AppDbContext>(async db =>
        {
            var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == application.RecordId);
            Assert.Equal(Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Acceptance, record.Held);
            Assert.Equal(Sections.None, record.ShownNationally); // approved is not shown
            var queued = await db.PushMessages.Where(m => m.RecordId == record.Id).OrderBy(m => m.Sequence).ToListAsync();
            Assert.Equal([Sections.Basic, Sections.Contract, Sections.DrawingReview], queued.Select(m => m.Section));
            Assert.Equal([1, 2, 3], queued.Select(m => m.Sequence));
            Assert.All(queued, m => Assert.Equal((PushState.Waiting, Destination.NationalPlatform), (m.State, m.Destination)));
            // the head may go at once, the others when their turn comes
            Assert.Equal([office.Clock.Now, null, null], queued.Select(m => m.NextAttemptAt));
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task BeforeTheLastApproval_NothingIsQueued(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var supplement = await New(office).FilledInAsync();
        await supplement.TakeAsync(Act.Submit, SupplementCase.Filer);

        await office.DoAsync<AppDbContext>(async db => Assert.False(await db.PushMessages.AnyAsync(m => m.ApplicationId == supplement.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task OfTwoReviewers_OneDecides_AndTheOtherIsToldWhat(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var supplement = await New(office).SubmittedAsync();
        var version = (await supplement.ReadAsync()).Version;

        var results = await Task.WhenAll(
            supplement.TakeAsync(Act.Verify, SupplementCase.City, version: version),
            supplement.TakeAsync(Act.Return, SupplementCase.Signer, "合同缺签章页", version));

        var taken = Assert.Single(results.OfType<StepResult.Taken>());
        var stale = Assert.Single(results.OfType<StepResult.Stale>());
        Assert.Equal(taken.Event.Act, stale.Latest!.Act);
        await office.DoAsync<AppDbContext>(async db =>
            Assert.Equal(2, await db.ApplicationEvents.CountAsync(e => e.ApplicationId == supplement.Id))); // the submission and one decision
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ANewSubmission_IsKeptAsItWas_WhateverIsChangedLater(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var supplement = await New(office).SubmittedAsync();
        await supplement.TakeAsync(Act.Return, SupplementCase.City, "请核对项目名称");
        await supplement.SaveAsync(Sections.Basic, SectionValues.Of(("PrjName", "改过的名称")));

        await office.DoAsync<AppDbContext>(async db =>
        {
            var first = await db.Submissions.SingleAsync(s => s.ApplicationId == supplement.Id && s.Number == 1);
            Assert.StartsWith("浦口区测试中学", first.Sections[Sections.Basic]["PrjName"], StringComparison.Ordinal);
            Assert.Equal(5, first.Evidence.Count);
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SomebodyElsesApplication_IsNotThere(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var supplement = await New(office).SubmittedAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => supplement.TakeAsync(Act.Verify, SupplementCase.OtherCity));
        await Assert.ThrowsAsync<NotFoundException>(() => supplement.TakeAsync(Act.Withdraw, SupplementCase.OtherEnterprise));
    }

    [Fact]
    public async Task AStepOutOfTurn_IsRefused()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).SubmittedAsync();
        await Assert.ThrowsAsync<StepRefusedException>(() => supplement.TakeAsync(Act.Confirm, SupplementCase.City));
        await Assert.ThrowsAsync<StepRefusedException>(() => supplement.TakeAsync(Act.OpenPort, SupplementCase.Province));
    }

    [Theory]
    [InlineData(Act.Return)]
    [InlineData(Act.Reject)]
    public async Task WhoReturnsOrRejects_SaysWhy(Act act)
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).SubmittedAsync();
        var refused = Assert.IsType<StepResult.Refused>(await supplement.TakeAsync(act, SupplementCase.City, "  "));
        Assert.Equal("reason-missing", Assert.Single(refused.Breaches).Code);
        Assert.Equal(Stage.CityReview, (await supplement.ReadAsync()).Stage);
    }

    [Fact]
    public async Task AnIncompleteApplication_IsNotSubmitted_AndEveryGapIsNamedAtOnce()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).DraftedAsync();
        await supplement.SaveAsync(Sections.Basic, SectionValues.Of(("PrjName", "缺很多"), ("AllInvest", "9,32o")));
        var refused = Assert.IsType<StepResult.Refused>(await supplement.TakeAsync(Act.Submit, SupplementCase.Filer));
        Assert.Contains(refused.Breaches, b => b.Field == "Basic.AllInvest");
        Assert.Contains(refused.Breaches, b => b.Field == "Basic.CountyNum");
    }

    [Fact]
    public async Task AnUnconfirmedEnterprise_MayWriteButNotSubmit()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).DraftedAsync();
        var refused = Assert.IsType<StepResult.Refused>(await supplement.TakeAsync(Act.Submit, SupplementCase.Filer with { Confirmed = false }));
        Assert.Equal("enterprise-unconfirmed", Assert.Single(refused.Breaches).Code);
    }

    [Fact]
    public async Task TheDueDay_CountsWorkingDaysOfTheHolder()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).SubmittedAsync(); // a Friday
        Assert.Equal(new DateOnly(2026, 11, 27), (await supplement.ReadAsync()).DueOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ApplicationNumbers_RunWithoutGapsWithinCityAndYear_EvenWhenSubmittedAtOnce(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var cases = new List<SupplementCase>();
        for (var i = 0; i < 6; i++)
        {
            cases.Add(await New(office).DraftedAsync());
        }

        await Task.WhenAll(cases.Select(c => c.TakeAsync(Act.Submit, SupplementCase.Filer)));

        var numbers = await Task.WhenAll(cases.Select(async c => (await c.ReadAsync()).Number));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"BL-320100-2026-{n:D6}"), numbers.Order());
    }

    private static SupplementCase New(Office office) => new(office, Interlocked.Increment(ref projects));

    private async Task<Office> OpenAsync(Engine engine) => await Office.OpenAsync(await databases.OnAsync(engine));
}
