using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

public sealed class OrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task WhatFollowsAPoisonedSection_Waits_AndOtherRecordsDoNot(Engine engine)
    {
        const string Other = "3201051905200102";
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.DrawingReview);
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.DrawingReview, Other);
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, PrjNum = SyncBench.Project, Section = "contracts", Field = "ContractNum" });

        await bench.SettleAsync();

        Assert.Equal(PushState.NeedsPerson, (await bench.MessageAsync(Sections.Contract)).State);
        var waiting = await bench.MessageAsync(Sections.DrawingReview);
        Assert.Equal((PushState.Waiting, 0, null), (waiting.State, waiting.Attempts, waiting.NextAttemptAt));
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.DrawingReview, projectNumber: Other)).State);
    }

    [Fact]
    public async Task OnceAPersonLetsThePoisonedSectionGo_TheRestFollowsInOrder()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.DrawingReview);
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, Section = "contracts", Field = "ContractNum", Remaining = 1 });
        await bench.SettleAsync();

        await using (var db = bench.Open())
        {
            var stuck = await bench.MessageAsync(Sections.Contract);
            db.Attach(stuck);
            stuck.Resend(bench.Clock.Now);
            await db.SaveChangesAsync();
        }

        await bench.SettleAsync();
        Assert.Equal(["basic", "contracts", "drawing-review"], bench.Platforms.Of(SandboxState.National).Facts.Select(f => f.Section));
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.DrawingReview)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SeveralInstances_ShareTheWork_AndSendNothingTwice(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        for (var i = 1; i <= 12; i++)
        {
            await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.Personnel, $"32010519052001{i:D2}");
        }

        await using var second = bench.NewInstance();
        var sent = await Task.WhenAll(bench.Dispatcher.SendDueAsync(), second.GetRequiredService<PushDispatcher>().SendDueAsync());
        await bench.SettleAsync();

        var totals = bench.Platforms.Calls.Totals;
        Assert.Equal((36, 36, 0, 0, 0), (totals.Submissions, totals.Accepted, totals.SameKey, totals.SameFact, totals.OutOfOrder));
        Assert.InRange(sent.Sum(), 12, 36);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AMessageLeftBehindByADeadInstance_IsTakenOver_AndAskedForFirst(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Sections.Basic);
        await using (var dying = bench.NewInstance())
        {
            var claimed = Assert.Single(await dying.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));
            // it sends, and dies before it can write down that it did
            await dying.GetRequiredService<PushSender>().SendAsync(Assert.Single(claimed.Messages));
        }

        Assert.Equal(0, await bench.Dispatcher.SendDueAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(41));
        await bench.Dispatcher.SendDueAsync();

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Accepted, message.State);
        Assert.Equal([PushAct.Ask], (await bench.AttemptsAsync(message)).Select(a => a.Act));
        Assert.Equal(1, bench.Platforms.Calls.Totals.Submissions);
    }

    [Fact]
    public async Task AnOutcomeThatComesAfterTheLeaseWasTakenOver_DoesNotOverruleTheNewOwner()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await using var slow = bench.NewInstance();
        var claimed = Assert.Single(await slow.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));
        var late = await slow.GetRequiredService<PushSender>().SendAsync(Assert.Single(claimed.Messages));
        bench.Clock.Advance(TimeSpan.FromSeconds(41));
        await bench.SettleAsync();

        await slow.GetRequiredService<PushRecorder>().WriteAsync([new LineOutcome(claimed, [late])], default);

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Shown, message.State);
        Assert.Equal([PushAct.Send, PushAct.Ask, PushAct.See], (await bench.AttemptsAsync(message)).OrderBy(a => a.At).Select(a => a.Act));
    }
}
