using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

public sealed class DeliveryTests
{
    private const Sections All = Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Permit | Sections.Acceptance | Sections.Personnel | Sections.Indicators;

    [Theory, OnSqlite, OnPostgres]
    public async Task EverySection_ArrivesOnceAndInOrder(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(All);

        await bench.Dispatcher.SendDueAsync();

        var facts = bench.Platforms.Of(SandboxState.National).Facts;
        Assert.Equal(["basic", "contracts", "drawing-review", "permits", "acceptance", "personnel", "indicators"], facts.Select(f => f.Section));
        Assert.Equal((7, 0, 0), (bench.Platforms.Calls.Totals.Accepted, bench.Platforms.Calls.Totals.OutOfOrder, bench.Platforms.Calls.Totals.SameFact));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepted_IsNotShown_UntilThePlatformShowsIt(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Sections.Basic);

        await bench.Dispatcher.SendDueAsync();
        await bench.Dispatcher.LookDueAsync();
        var accepted = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.Accepted, null), (accepted.State, accepted.ShownAt));
        Assert.NotNull(accepted.Receipt);

        await bench.SettleAsync();
        var shown = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Shown, shown.State);
        Assert.Equal(accepted.AcceptedAt + TimeSpan.FromSeconds(2), shown.ShownAt);
    }

    [Fact]
    public async Task WhatIsShown_IsKnownOnTheRecordAndOnTheApplication()
    {
        await using var bench = await SyncBench.StartAsync();
        var id = await bench.ApproveAsync(Sections.Basic | Sections.Contract);

        await bench.SettleAsync();

        await using var db = bench.Open();
        var section = await db.RecordSections.SingleAsync(s => s.Section == Sections.Contract);
        var shown = await bench.MessageAsync(Sections.Contract);
        Assert.Equal((1, DataGrade.C, shown.ShownAt), (section.ShownRevision, section.ShownGrade, section.ShownAt));
        Assert.Equal(shown.ShownAt, (await db.Applications.SingleAsync(a => a.Id == id)).ShownAt);
    }

    [Fact]
    public async Task WhatWasShownBeforeItWasSent_KeepsItsDay()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        var day = (await bench.MessageAsync(Sections.Basic)).CreatedAt.AddMinutes(-5);
        await using (var db = bench.Open())
        {
            await db.PushMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.ShownAt, day));
        }

        await bench.SettleAsync();

        var shown = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.Shown, day), (shown.State, shown.ShownAt));
        await using var after = bench.Open();
        Assert.False(await after.Notifications.AnyAsync());
    }

    [Fact]
    public async Task TheApplication_IsNotShown_WhileOneOfItsSectionsIsNot()
    {
        await using var bench = await SyncBench.StartAsync();
        var id = await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        bench.Faults.Add(new() { Kind = PlatformSandbox.Faults.FaultKind.RefuseField, Section = "contracts", Field = "ContractNum" });

        await bench.SettleAsync();

        await using var db = bench.Open();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Null((await db.Applications.SingleAsync(a => a.Id == id)).ShownAt);
    }

    [Fact]
    public async Task ARaisedGrade_IsAwaitedAtThatGrade_AndTheBasicInformationFollows()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.DrawingReview);
        await bench.SettleAsync();

        await bench.ApproveAgainAsync(Sections.DrawingReview, Approved.Of(Sections.DrawingReview, SyncBench.Project), DataGrade.B, from: DataGrade.C);
        await bench.SettleAsync();

        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.DrawingReview)).State);
        var project = bench.Platforms.Of(SandboxState.National).Show(SyncBench.Project, bench.Clock.Now)!;
        Assert.All(project.Sections, s => Assert.Equal("B", s.Grade));
    }

    [Fact]
    public async Task BasicInformationThatFollowedAnUpgrade_IsNotLoweredByItsOwnOlderMessage()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.DrawingReview);
        await bench.SettleAsync();
        await bench.ApproveAgainAsync(Sections.DrawingReview, Approved.Of(Sections.DrawingReview, SyncBench.Project), DataGrade.B, from: DataGrade.C);
        await bench.SettleAsync();
        var basic = await bench.MessageAsync(Sections.Basic);
        await using var db = bench.Open();
        Assert.Equal(DataGrade.B, await db.RecordSections.Where(s => s.Section == Sections.Basic).Select(s => s.ShownGrade).SingleAsync());

        // the same is seen again
        await db.PushMessages.Where(m => m.Id == basic.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, PushState.Accepted).SetProperty(m => m.NextAttemptAt, bench.Clock.Now));
        await bench.SettleAsync();

        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(DataGrade.B, await db.RecordSections.Where(s => s.Section == Sections.Basic).Select(s => s.ShownGrade).SingleAsync());
    }

    [Fact]
    public async Task TheServiceNetwork_GetsItsOwn_ThroughTheSameMachinery()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Indicators, destination: Destination.ServiceNetwork);

        await bench.SettleAsync();

        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Indicators, Destination.ServiceNetwork)).State);
        Assert.Equal((0, 2), (bench.Platforms.Of(SandboxState.National).Count.Facts, bench.Platforms.Of(SandboxState.ServiceNetwork).Count.Facts));
    }

    [Fact]
    public async Task WhatWentOutBeforeAnUpgradeOfTheFormat_IsNotMadeUpAfterwards()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        var message = await bench.MessageAsync(Sections.Basic);

        var told = bench.Services.GetRequiredService<SentRequest>().Of(message, new PushAttempt { MessageId = message.Id, At = bench.Clock.Now, Act = PushAct.Send, Result = "平台已接收", Request = "sha256:0123" });

        Assert.Contains("0123", told);
        Assert.DoesNotContain("河西综合医院", told);
    }

    [Fact]
    public async Task SendingAgainWhatIsDone_SendsNothing()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();

        Assert.Equal(0, await bench.Dispatcher.SendDueAsync());
        Assert.Equal(1, bench.Platforms.Calls.Totals.Submissions);
    }

    [Fact]
    public async Task IdentityNumbers_GoOutOpen_AndAreMaskedInTheHistory()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Personnel);

        await bench.Dispatcher.SendDueAsync();

        var message = await bench.MessageAsync(Sections.Personnel);
        Assert.StartsWith("sealed:", message.Content["IDCard"]);
        Assert.Contains("11010519491231002X", bench.Platforms.Of(SandboxState.National).Facts[^1].Body.GetRawText());
        var attempt = Assert.Single(await bench.AttemptsAsync(message));
        Assert.StartsWith("sha256:" + message.PayloadDigest, attempt.Request);
        var request = bench.Services.GetRequiredService<SentRequest>().Of(message, attempt)!;
        Assert.DoesNotContain("11010519491231002X", request);
        Assert.Contains("1101**********002X", request);
    }
}
