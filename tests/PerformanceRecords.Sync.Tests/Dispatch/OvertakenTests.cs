using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>Newer content that is shown before the older was ever seen.</summary>
public sealed class OvertakenTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AMessageOvertakenByANewerOne_EndsAsSuperseded_AndIsWaitedForNoLonger(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        var id = await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        var first = await bench.MessageAsync(Sections.Basic);
        await bench.ApproveAgainAsync(Sections.Basic, Approved.Basic(SyncBench.Project, "改名"));
        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(3));

        // the newer one alone is looked for first
        await LookOnlyForAsync(bench, await bench.MessageAsync(Sections.Basic));
        await bench.SettleAsync();

        await using var db = bench.Open();
        var overtaken = await db.PushMessages.AsNoTracking().SingleAsync(m => m.Id == first.Id);
        Assert.Equal((PushState.Superseded, null, null), (overtaken.State, overtaken.NextAttemptAt, overtaken.ShownAt));
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(PushAct.Supersede, (await bench.AttemptsAsync(first))[^1].Act);
        Assert.NotNull((await db.Applications.SingleAsync(a => a.Id == id)).ShownAt);
        Assert.Equal(2, (await db.RecordSections.SingleAsync()).ShownRevision);
        await NothingIsOverdueAsync(bench);
    }

    [Fact]
    public async Task BasicInformationOfTheSameProject_BroughtByAnotherRecord_SupersedesOurs()
    {
        await using var bench = await SyncBench.StartAsync();
        var first = await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        await bench.Dispatcher.SendDueAsync();
        var ours = await bench.MessageAsync(Sections.Basic);
        await bench.ApproveElsewhereAsync(Approved.Basic(SyncBench.Project, "另一家报的名称"));
        await bench.Dispatcher.SendDueAsync();

        await bench.SettleAsync();

        await using var db = bench.Open();
        Assert.Equal(PushState.Superseded, (await db.PushMessages.SingleAsync(m => m.Id == ours.Id)).State);
        Assert.False(await db.PushMessages.AnyAsync(m => m.State == PushState.Accepted));
        Assert.NotNull((await db.Applications.SingleAsync(a => a.Id == first)).ShownAt);
        // the public sees basic information of the project; that it reads differently is for the night to find
        Assert.All(await db.RecordSections.ToListAsync(), s => Assert.NotNull(s.ShownAt));
        await NothingIsOverdueAsync(bench);
    }

    [Fact]
    public async Task ContentThatIsShownLate_IsWaitedFor_WhileThePlatformShowsWhatWasThereBefore()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();
        bench.Faults.Add(new Fault { Kind = FaultKind.ShowLate, Seconds = 3600, Remaining = 1 });
        await bench.ApproveAgainAsync(Sections.Basic, Approved.Basic(SyncBench.Project, "改名"));
        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        await bench.Dispatcher.LookDueAsync();
        var waiting = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.Accepted, "平台显示的还是另一份内容"), (waiting.State, waiting.Error));

        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task NothingIsLookedFor_AfterItsLeaseIsOver_HoweverSlowThePlatformIs()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:LookWaits:0"] = "1.00:00:00");
        for (var i = 1; i <= 30; i++)
        {
            await bench.ApproveAsync(Sections.Basic, $"32010519052001{i:D2}");
        }

        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromDays(2));
        var (gate, asked, late) = (new Lock(), new List<string>(), 0);
        await using var platform = await StrangePlatform.StartAsync(request =>
        {
            lock (gate)
            {
                bench.Clock.Advance(TimeSpan.FromSeconds(2));
                var project = request.Path.Value!.Split('/')[^1];
                asked.Add(project);
                using var db = bench.Open();
                late += db.PushMessages.Any(m => m.ProjectNumber == project && m.LeaseUntil < bench.Clock.Now) ? 1 : 0;
                return (404, "{}");
            }
        });
        await using var instance = bench.NewInstance(s =>
        {
            s["Sync:LookWaits:0"] = "1.00:00:00";
            s["Sync:NationalPlatform:BaseAddress"] = platform.Address.ToString();
        });

        await instance.GetRequiredService<VisibilityWatch>().LookDueAsync(Destination.NationalPlatform, default);

        Assert.Equal(0, late);
        Assert.Equal((30, 30), (asked.Count, asked.Distinct().Count()));
    }

    private static async Task LookOnlyForAsync(SyncBench bench, PushMessage wanted)
    {
        await using (var db = bench.Open())
        {
            await db.PushMessages.Where(m => m.Id != wanted.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, bench.Clock.Now.AddMinutes(1)));
        }

        await bench.Dispatcher.LookDueAsync();
    }

    private static async Task NothingIsOverdueAsync(SyncBench bench)
    {
        bench.Clock.Advance(TimeSpan.FromDays(8));
        await using var scope = bench.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<DeadlineList>().PageAsync(null));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<PushOverview>().CountsAsync());
    }
}
