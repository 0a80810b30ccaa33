using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Mirror;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Mirror;

public sealed class MirrorTests
{
    private static readonly Actor Province = new(Guid.CreateVersion7(), "陈晔", Level.Province, Guid.CreateVersion7(), "江苏省住房和城乡建设厅", "320000");

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatThePlatformShowsAsItTookIt_DoesNotDrift(Engine engine)
    {
        await using var bench = await ShownAsync(engine);

        var run = await NightAsync(bench);

        Assert.Equal((1, 0), (run!.Records, run.Drifted));
        Assert.NotNull(run.FinishedAt);
        var mirror = await MirrorAsync(bench);
        Assert.Equal(4, mirror.Sections.Count);
        Assert.All(mirror.Sections, s => Assert.Equal((Drift.None, DataGrade.C), (s.Seen.Drift, s.Seen.Grade)));
        await using var db = bench.Open();
        Assert.StartsWith("sealed:", (await db.MirroredSections.SingleAsync(m => m.Section == Sections.Personnel)).Values["IDCard"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatIsChangedThere_IsFound_FieldByField(Engine engine)
    {
        await using var bench = await ShownAsync(engine);
        bench.Platforms.Of(SandboxState.National).Alter(SyncBench.Project, "contracts", null, fact => Alterations.Change(fact, "ContractNum", "SJ-2018-999"));

        Assert.Equal(1, (await NightAsync(bench))!.Drifted);

        var drifting = Assert.Single((await MirrorAsync(bench)).Sections, s => s.Seen.Drift != Drift.None);
        Assert.Equal((Sections.Contract, Drift.Changed), (drifting.Definition.Section, drifting.Seen.Drift));
        var change = Assert.Single(drifting.Changes);
        Assert.Equal(("ContractNum", "SJ-2018-031", "SJ-2018-999"), (change.Field.Key, change.Before, change.After));
        Assert.Equal(Sections.Contract, Assert.Single(await PageAsync(bench)).Section);
    }

    [Fact]
    public async Task WhatIsGoneThere_AndWhatHasAnotherGrade_AreFound_AndOldNewsIsNoNews()
    {
        await using var bench = await ShownAsync(Engine.Sqlite);
        var platform = bench.Platforms.Of(SandboxState.National);
        platform.Alter(SyncBench.Project, "personnel", null, _ => null);
        platform.Alter(SyncBench.Project, "drawing-review", null, fact => fact with { Grade = "D" });

        Assert.Equal(2, (await NightAsync(bench))!.Drifted);
        Assert.Null(await NightAsync(bench));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await NightAsync(bench))!.Drifted);

        Assert.Equal(
            [(Sections.DrawingReview, Drift.Grade), (Sections.Personnel, Drift.Gone)],
            (await PageAsync(bench)).Select(r => (r.Section, r.Drift)).OrderBy(r => r.Section.ToString()));
    }

    [Fact]
    public async Task AGradeThatIsOnItsWay_AndAlreadyShowsThere_IsNoDrift()
    {
        await using var bench = await ShownAsync(Engine.Sqlite);
        await using (var db = bench.Open())
        {
            // an approved upgrade raises the section, and basic information with it
            await db.RecordSections.Where(s => s.Section == Sections.DrawingReview || s.Section == Sections.Basic).ForEachAsync(s => s.Raise(DataGrade.B));
            await db.SaveChangesAsync();
        }

        bench.Platforms.Of(SandboxState.National).Alter(SyncBench.Project, "drawing-review", null, fact => fact with { Grade = "B" });

        Assert.Equal(0, (await NightAsync(bench))!.Drifted);
        Assert.Empty(await PageAsync(bench));
    }

    [Fact]
    public async Task ADrift_IsPutRight_BySendingWhatWasApprovedOnceMore()
    {
        await using var bench = await ShownAsync(Engine.Sqlite);
        var platform = bench.Platforms.Of(SandboxState.National);
        platform.Alter(SyncBench.Project, "contracts", null, fact => Alterations.Change(fact, "ContractNum", "SJ-2018-999"));
        platform.Alter(SyncBench.Project, "drawing-review", null, fact => fact with { Grade = "D" });
        await NightAsync(bench);

        Assert.Equal("reason", (await RepushAsync(bench, Sections.Contract, " "))!.Code);
        Assert.Null(await RepushAsync(bench, Sections.Contract, "部平台误改"));
        Assert.Equal("under-way", (await RepushAsync(bench, Sections.Contract, "部平台误改"))!.Code);
        Assert.Null(await RepushAsync(bench, Sections.DrawingReview, "等级被误降"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => RepushAsync(bench, Sections.Basic, "没有不一致"));
        await bench.SettleAsync();

        Assert.Empty(await PageAsync(bench));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await NightAsync(bench))!.Drifted);
        Assert.All((await MirrorAsync(bench)).Sections, s => Assert.Equal(Drift.None, s.Seen.Drift));
        await using var db = bench.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "push.repair"));
    }

    [Fact]
    public async Task BeforeTheConfiguredHour_NothingIsCompared_AndASilentPlatformLeavesTheNightOpen()
    {
        await using var bench = await ShownAsync(Engine.Sqlite, s => s["Sync:MirrorAt"] = "23:00:00");
        Assert.Null(await NightAsync(bench));

        bench.Clock.MoveTo(new DateTime(2026, 3, 10, 15, 1, 0, DateTimeKind.Utc));
        bench.Faults.Add(new Fault { Kind = FaultKind.Down });
        Assert.Null((await NightAsync(bench))!.FinishedAt);

        bench.Faults.Clear();
        Assert.NotNull((await NightAsync(bench))!.FinishedAt);
    }

    [Theory]
    [InlineData(1, true, 2)]
    [InlineData(2, false, 2)]
    [InlineData(100, false, 1)]
    public async Task WhatThePlatformSaidNothingAbout_IsAskedForAgain_BeforeTheNightEnds(int failures, bool atOnce, int compared)
    {
        await using var bench = await ShownAsync(Engine.Sqlite);
        await bench.ApproveAsync(Sections.Basic, "3201051905200102");
        await bench.SettleAsync();
        bench.Faults.Add(new Fault { Kind = FaultKind.ServerError, Call = FaultCall.Show, PrjNum = "3201051905200102", Remaining = failures });

        var run = await NightAsync(bench);
        Assert.Equal(atOnce, run!.FinishedAt is not null);
        for (var minute = 0; minute < 5 && run!.FinishedAt is null; minute++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            run = await NightAsync(bench);
        }

        Assert.Equal((true, compared), (run!.FinishedAt is not null, run.Records));
    }

    private static async Task<SyncBench> ShownAsync(Engine engine, Action<Dictionary<string, string?>>? settings = null)
    {
        var bench = await SyncBench.StartAsync(engine, settings);
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Personnel);
        await bench.SettleAsync();
        return bench;
    }

    private static Task<MirrorRun?> NightAsync(SyncBench bench) => bench.Services.GetRequiredService<MirrorNight>().RunAsync();

    private static async Task<RecordMirror> MirrorAsync(SyncBench bench)
    {
        await using var db = bench.Open();
        var id = await db.Records.Select(r => r.Id).SingleAsync();
        return await InScopeAsync<MirrorReader, RecordMirror>(bench, async mirror => (await mirror.OfAsync(id, Province))!);
    }

    private static Task<List<DriftRow>> PageAsync(SyncBench bench) => InScopeAsync<MirrorReader, List<DriftRow>>(bench, mirror => mirror.PageAsync(null));

    private static async Task<Domain.Breach?> RepushAsync(SyncBench bench, Sections section, string reason)
    {
        await using var db = bench.Open();
        var id = await db.Records.Select(r => r.Id).SingleAsync();
        return await InScopeAsync<MirrorRepair, Domain.Breach?>(bench, repair => repair.RepushAsync(id, section, reason, Province));
    }

    private static async Task<TResult> InScopeAsync<TService, TResult>(SyncBench bench, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
