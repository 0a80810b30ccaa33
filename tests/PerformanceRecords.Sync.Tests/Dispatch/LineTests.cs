using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>A line is claimed by its head: whoever has the head has what waits behind it, and nobody else touches that meanwhile.</summary>
public sealed class LineTests
{
    private const Sections Line = Sections.Basic | Sections.Contract | Sections.Personnel;
    private static readonly Actor Province = new(Guid.CreateVersion7(), "陈晔", Level.Province, Guid.CreateVersion7(), "省住建厅", "320000");

    [Theory, OnSqlite, OnPostgres]
    public async Task OnlyTheHead_IsWrittenByAClaim_AndAllOfTheLineIsClaimed(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);

        var claimed = await ClaimAsync(bench.Services);

        Assert.Equal([Sections.Basic, Sections.Contract, Sections.Personnel], claimed.Messages.Select(m => m.Message.Section));
        Assert.Equal((PushState.Sending, 1), ((await bench.MessageAsync(Sections.Basic)).State, (await bench.MessageAsync(Sections.Basic)).Version));
        Assert.Equal((PushState.Waiting, 0), ((await bench.MessageAsync(Sections.Contract)).State, (await bench.MessageAsync(Sections.Contract)).Version));
        Assert.Empty(await bench.Services.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatWaitsBehindAHeadThatIsBeingSent_CannotBeParked(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);
        var contract = await bench.MessageAsync(Sections.Contract);
        Assert.Equal([PushAct.Park], PushDesk.ActsFor(contract, await bench.MessageAsync(Sections.Basic)));
        await ClaimAsync(bench.Services);

        Assert.Empty(PushDesk.ActsFor(contract, await bench.MessageAsync(Sections.Basic)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ParkAsync(bench.Services, contract));

        Assert.Equal((PushState.Waiting, 0), ((await bench.MessageAsync(Sections.Contract)).State, (await bench.AttemptsAsync(contract)).Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatIsParkedInTheMomentOfTheClaim_IsNotSent(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);
        var contract = await bench.MessageAsync(Sections.Contract);
        // between the claim's look and its update
        var hook = new CommandHook(sql => sql.StartsWith("UPDATE \"PushMessages\"", StringComparison.Ordinal), () => ParkAsync(bench.Services, contract));
        await using var instance = bench.NewInstance(configure: s => s.AddSingleton<IInterceptor>(hook));

        await instance.GetRequiredService<PushDispatcher>().SendDueAsync();

        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(PushState.Parked, (await bench.MessageAsync(Sections.Contract)).State);
        Assert.Equal(PushState.Waiting, (await bench.MessageAsync(Sections.Personnel)).State);
        Assert.Equal(1, bench.Platforms.Calls.Totals.Submissions);
    }

    // on SQLite nobody writes between the beginning of the desk's transaction and its end
    [Theory, OnPostgres]
    public async Task AClaimInTheMomentOfParking_IsQuicker_AndThePersonIsToldSo(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);
        var contract = await bench.MessageAsync(Sections.Contract);
        ClaimedLine? line = null;
        // between the desk's look and its update
        var hook = new CommandHook(sql => sql.StartsWith("UPDATE \"PushMessages\"", StringComparison.Ordinal), async () => line = await ClaimAsync(bench.Services));
        await using var instance = bench.NewInstance(configure: s => s.AddSingleton<IInterceptor>(hook));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ParkAsync(instance, contract));

        await bench.Services.GetRequiredService<PushRecorder>().WriteAsync([new LineOutcome(line!, await SendAsync(bench.Services, line!.Messages))], default);
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Contract)).State);
        Assert.Equal([PushAct.Send], await ActsAsync(bench, Sections.Contract));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ALineLeftBehindByADeadInstance_IsAskedFor_DownToItsLastMessage(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);
        await using (var dying = bench.NewInstance())
        {
            // two of three are sent when it dies
            await SendAsync(dying, (await ClaimAsync(dying)).Messages.Take(2));
        }

        bench.Clock.Advance(TimeSpan.FromSeconds(41));
        await bench.Dispatcher.SendDueAsync();

        Assert.Equal([PushAct.Ask], await ActsAsync(bench, Sections.Basic));
        Assert.Equal([PushAct.Ask], await ActsAsync(bench, Sections.Contract));
        Assert.Equal([PushAct.Ask, PushAct.Send], await ActsAsync(bench, Sections.Personnel));
        Assert.Equal((3, 0), (bench.Platforms.Calls.Totals.Submissions, bench.Platforms.Calls.Totals.SameKey));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task OutcomesThatComeAfterTheLineWasTakenOver_OverruleNothing_AlsoBehindTheHead(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await bench.ApproveAsync(Line);
        await using var slow = bench.NewInstance();
        var line = await ClaimAsync(slow);
        var late = new LineOutcome(line, await SendAsync(slow, line.Messages));
        bench.Clock.Advance(TimeSpan.FromSeconds(41));
        var taken = await ClaimAsync(bench.Services);

        await slow.GetRequiredService<PushRecorder>().WriteAsync([late], default);

        foreach (var section in new[] { Sections.Contract, Sections.Personnel })
        {
            Assert.Equal((PushState.Waiting, 0), ((await bench.MessageAsync(section)).State, (await bench.MessageAsync(section)).Version));
            Assert.Equal([PushAct.Send], await ActsAsync(bench, section));
        }

        await bench.Services.GetRequiredService<PushRecorder>().WriteAsync([new LineOutcome(taken, await SendAsync(bench.Services, taken.Messages))], default);
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Personnel)).State);
        Assert.Equal((3, 0), (bench.Platforms.Calls.Totals.Submissions, bench.Platforms.Calls.Totals.SameKey));
    }

    [Fact]
    public async Task OnAnyOtherDatabase_ATakenOverHeadKeepsItsLineToo()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Line);
        var line = await ClaimAsync(bench.Services);
        var settled = line.Messages.Reverse().Select(m => new SettledPush(m.Message, m.Message.Version, line.Head, line.HeadVersion)).ToList();
        line.Messages[1].Message.Accept("HZ2", bench.Clock.Now, bench.Clock.Now);
        await using var db = bench.Open();

        Assert.Empty(await new PushStatements(db).SettleAsync([.. settled.Select(s => s with { HeadVersion = s.HeadVersion - 1 })], [], default));
        Assert.Equal(PushState.Waiting, (await bench.MessageAsync(Sections.Contract)).State);

        Assert.Equal(3, (await new PushStatements(db).SettleAsync(settled, [], default)).Count);
        Assert.Equal((PushState.Accepted, "HZ2"), ((await bench.MessageAsync(Sections.Contract)).State, (await bench.MessageAsync(Sections.Contract)).Receipt));
    }

    [Fact]
    public async Task WhereOneOutcomeCannotBeWritten_TheLineIsAskedForOnceItsLeaseEnds()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Line);
        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER poison BEFORE UPDATE ON PushMessages WHEN NEW.Section = 'Contract' AND NEW.State = 'Accepted' BEGIN SELECT RAISE(ABORT, 'poison'); END");
        }

        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(PushState.Sending, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(PushState.Waiting, (await bench.MessageAsync(Sections.Contract)).State);
        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER poison");
        }

        await bench.SettleAsync();

        foreach (var section in new[] { Sections.Basic, Sections.Contract, Sections.Personnel })
        {
            Assert.Equal(PushState.Shown, (await bench.MessageAsync(section)).State);
        }

        Assert.Equal((3, 0, 0), (bench.Platforms.Calls.Totals.Submissions, bench.Platforms.Calls.Totals.SameKey, bench.Platforms.Calls.Totals.OutOfOrder));
    }

    [Fact]
    public async Task WhatWasApprovedMeanwhile_FollowsWhenTheLineIsGivenBack()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        var line = await ClaimAsync(bench.Services);
        await bench.ApproveAsync(Sections.Contract);
        // another instance finds it behind the head, and no longer due
        Assert.Empty(await bench.Services.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));
        Assert.Null((await bench.MessageAsync(Sections.Contract)).NextAttemptAt);

        await bench.Services.GetRequiredService<PushRecorder>().WriteAsync([new LineOutcome(line, await SendAsync(bench.Services, line.Messages))], default);
        await bench.Dispatcher.SendDueAsync();

        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Contract)).State);
    }

    private static async Task<ClaimedLine> ClaimAsync(IServiceProvider instance) =>
        Assert.Single(await instance.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));

    private static async Task<List<PushOutcome>> SendAsync(IServiceProvider instance, IEnumerable<ClaimedMessage> messages)
    {
        var outcomes = new List<PushOutcome>();
        foreach (var message in messages)
        {
            outcomes.Add(await instance.GetRequiredService<PushSender>().SendAsync(message));
        }

        return outcomes;
    }

    private static async Task ParkAsync(IServiceProvider instance, PushMessage message)
    {
        await using var scope = instance.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<PushDesk>().TakeAsync(message.Id, message.Version, PushAct.Park, "企业要求暂缓", Province));
    }

    private static async Task<IEnumerable<PushAct>> ActsAsync(SyncBench bench, Sections section) =>
        (await bench.AttemptsAsync(await bench.MessageAsync(section))).Select(a => a.Act);
}
