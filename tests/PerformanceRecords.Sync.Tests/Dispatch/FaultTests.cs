using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;

namespace PerformanceRecords.Sync.Tests.Dispatch;

public sealed class FaultTests
{
    public static TheoryData<FaultKind, FaultKind> Pairs()
    {
        var pairs = new TheoryData<FaultKind, FaultKind>();
        FaultKind[] passing = [FaultKind.TimeoutAfterAcceptance, FaultKind.DropAnswer, FaultKind.ServerError, FaultKind.TooManyRequests, FaultKind.Maintenance, FaultKind.ShowLate, FaultKind.Down];
        foreach (var first in passing)
        {
            foreach (var second in passing.Where(second => second > first))
            {
                pairs.Add(first, second);
            }
        }

        return pairs;
    }

    [Theory]
    [InlineData(FaultKind.TimeoutAfterAcceptance)]
    [InlineData(FaultKind.DropAnswer)]
    public async Task AnAnswerThatNeverCame_IsAskedFor_NotSentAgain(FaultKind kind)
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:NationalPlatform:Timeout"] = "00:00:05");
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = kind, Remaining = 1, Seconds = 30 });

        await bench.SettleAsync();

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Shown, message.State);
        Assert.Equal([PushAct.Send, PushAct.Ask, PushAct.See], (await bench.AttemptsAsync(message)).Select(a => a.Act));
        Assert.Equal((1, 0, 0), (bench.Platforms.Calls.Totals.Submissions, bench.Platforms.Calls.Totals.SameKey, bench.Platforms.Calls.Totals.SameFact));
    }

    [Fact]
    public async Task AnAnswerThatNeverCame_ToSomethingThatNeverArrived_IsSentAgain()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.Down, Remaining = 1 });

        await bench.SettleAsync();

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal([PushAct.Send, PushAct.Ask, PushAct.Send, PushAct.See], (await bench.AttemptsAsync(message)).Select(a => a.Act));
        Assert.Equal((PushState.Shown, 2), (message.State, message.Attempts));
    }

    [Fact]
    public async Task AServerError_IsTriedAgainSoon_WithTheSameKey()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.ServerError, Remaining = 1 });

        await bench.Dispatcher.SendDueAsync();
        var failed = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.Waiting, PushProblem.Soon, 1), (failed.State, failed.Problem, failed.Attempts));
        Assert.InRange(failed.NextAttemptAt!.Value, bench.Clock.Now.AddSeconds(1), bench.Clock.Now.AddSeconds(3));

        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Single(bench.Platforms.Calls.Recent(100).Where(c => c.Method == "PUT").Select(c => c.IdempotencyKey).Distinct());
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.Maintenance)]
    public async Task ALimitedOrResting_Platform_IsLeftAloneAsLongAsItSaid(FaultKind kind)
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = kind, Remaining = 1, Seconds = 600 });

        await bench.Dispatcher.SendDueAsync();

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushProblem.Later, message.Problem);
        Assert.InRange(message.NextAttemptAt!.Value, bench.Clock.Now.AddSeconds(600), bench.Clock.Now.AddSeconds(720));
        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task ARefusedField_WaitsForAPerson_AndSaysWhich()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, Field = "BuildCorpCode", Remaining = 1 });

        await bench.SettleAsync();

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.NeedsPerson, PushProblem.Person, null), (message.State, message.Problem, message.NextAttemptAt));
        Assert.Contains("BuildCorpCode", message.Error);
    }

    [Fact]
    public async Task ANumberHeldByAnotherProject_WaitsForAPerson()
    {
        const string Other = "3201051905200102";
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.DrawingReview);
        await bench.ApproveAsync(Sections.Basic, Other);
        await bench.SettleAsync();

        await bench.ApproveAgainAsync(Sections.DrawingReview, Approved.Of(Sections.DrawingReview, SyncBench.Project), projectNumber: Other);
        await bench.SettleAsync();

        var message = await bench.MessageAsync(Sections.DrawingReview, projectNumber: Other);
        Assert.Equal(PushState.NeedsPerson, message.State);
        Assert.Contains($"已在项目 {SyncBench.Project} 登记", message.Error);
    }

    [Fact]
    public async Task ContentThatIsOnFileAlready_CountsAsDelivered()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();
        await bench.ApproveAgainAsync(Sections.Basic, Approved.Basic(SyncBench.Project, "改名"));
        await bench.SettleAsync();
        var renamed = await bench.MessageAsync(Sections.Basic);

        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();

        var again = await bench.MessageAsync(Sections.Basic);
        Assert.NotEqual(renamed.Id, again.Id);
        Assert.Equal((PushState.Shown, 1L), (again.State, bench.Platforms.Calls.Totals.SameFact));
    }

    [Fact]
    public async Task DataTheAuthorityShowsAtALowerGrade_IsNotTakenForShown()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        bench.Platforms.Of(SandboxState.National).Alter(SyncBench.Project, "basic", null, fact => fact with { Grade = "D" });

        await bench.SettleAsync(5);

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Accepted, message.State);
        Assert.Contains("D 级", message.Error);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task AnyTwoPassingFaults_EndInDelivery_Once(FaultKind first, FaultKind second)
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        bench.Faults.Add(new Fault { Kind = first, Remaining = 1, Seconds = 0.2 });
        bench.Faults.Add(new Fault { Kind = second, Remaining = 2, Seconds = 0.2 });

        await bench.SettleAsync();

        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Contract)).State);
        Assert.Equal(2, bench.Platforms.Of(SandboxState.National).Count.Facts);
        Assert.Equal((0, 0, 0), (bench.Platforms.Calls.Totals.SameKey, bench.Platforms.Calls.Totals.SameFact, bench.Platforms.Calls.Totals.OutOfOrder));
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.Maintenance)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.DropAnswer)]
    [InlineData(FaultKind.RefuseCredentials)]
    [InlineData(FaultKind.RefuseContract)]
    public async Task TheQuestionWhetherItArrived_StaysOwed_WhateverHappensToTheQuestionItself(FaultKind kind)
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.DropAnswer, Remaining = 1 });
        bench.Faults.Add(new Fault { Kind = kind, Call = FaultCall.Ask, Remaining = 2, Seconds = 1 });
        await bench.Dispatcher.SendDueAsync();

        for (var i = 0; i < 3; i++)
        {
            bench.Clock.MoveTo((await bench.MessageAsync(Sections.Basic)).NextAttemptAt!.Value);
            await bench.Dispatcher.SendDueAsync();
            await bench.Services.GetRequiredService<ChannelGuard>().ReopenAsync(Destination.NationalPlatform, ChannelState.Fused, default);
        }

        await bench.SettleAsync();
        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.Shown, message.State);
        Assert.Equal([PushAct.Send, PushAct.Ask, PushAct.Ask, PushAct.Ask, PushAct.See], (await bench.AttemptsAsync(message)).Select(a => a.Act));
        Assert.Equal((1, 0, 0), (bench.Platforms.Calls.Totals.Submissions, bench.Platforms.Calls.Totals.SameKey, bench.Platforms.Calls.Totals.SameFact));
    }

    [Fact]
    public async Task ARefusedQuestion_IsAskedAgain_AfterAPersonLetItGo()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.DropAnswer, Remaining = 1 });
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, Call = FaultCall.Ask, Remaining = 1 });
        await bench.SettleAsync();
        var stuck = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushState.NeedsPerson, stuck.State);

        await using (var db = bench.Open())
        {
            db.Attach(stuck);
            stuck.Resend(bench.Clock.Now);
            await db.SaveChangesAsync();
        }

        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(1, bench.Platforms.Calls.Totals.Submissions);
    }
}
