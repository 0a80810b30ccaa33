using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>Answers that no contract allows, and writing that fails: one message's trouble, never the others'.</summary>
public sealed class PoisonTests
{
    private const string Poisoned = "3201051905200102";

    [Theory, OnSqlite, OnPostgres]
    public async Task AnAnswerNoDatabaseTakes_IsMadeStorable_AndTheOthersAreWritten(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        var receipt = new string('9', 300);
        await using var platform = await StrangePlatform.StartAsync(request => request.Path.Value!.Contains(Poisoned, StringComparison.Ordinal)
            ? (409, "{\"title\":\"前\\u0000\\ud83d后\u0001" + new string('长', 5000) + "\",\"detail\":\"\\udc00\"} \u0000 \uffff")
            : (200, $$"""{"number":"{{receipt}}","status":"\ud800"}"""));
        await using var instance = bench.NewInstance(s => s["Sync:NationalPlatform:BaseAddress"] = platform.Address.ToString());
        await bench.ApproveAsync(Sections.Basic);
        await bench.ApproveAsync(Sections.Basic, Poisoned);

        await instance.GetRequiredService<PushDispatcher>().SendDueAsync();

        var (good, bad) = (await bench.MessageAsync(Sections.Basic), await bench.MessageAsync(Sections.Basic, projectNumber: Poisoned));
        Assert.Equal((PushState.Accepted, receipt[..64]), (good.State, good.Receipt));
        Assert.Equal(PushState.NeedsPerson, bad.State);
        Assert.DoesNotContain(bad.Error + (await bench.AttemptsAsync(bad))[^1].Answer, c => char.IsSurrogate(c) || c is '\0' or '\u0001');
    }

    [Fact]
    public async Task ACharacterSetNobodyKnows_IsNoReasonToFail()
    {
        await using var bench = await SyncBench.StartAsync();
        await using var platform = await StrangePlatform.StartAsync(_ => (200, """{"number":"HZ1"}"""), "application/json; charset=klingon");
        await using var instance = bench.NewInstance(s => s["Sync:NationalPlatform:BaseAddress"] = platform.Address.ToString());
        await bench.ApproveAsync(Sections.Basic);

        await instance.GetRequiredService<PushDispatcher>().SendDueAsync();

        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sections":null}""")]
    [InlineData("""{"sections":[null]}""")]
    [InlineData("""{"sections":[{"section":"basic","source":"","grade":"C","since":"2026-01-01","receipt":"HZ1","rows":7}]}""")]
    [InlineData("""{"prjName":"\ud800","sections":[]}""")]
    public async Task AViewNobodyCanRead_IsLookedAtAgain(string view)
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await using var platform = await StrangePlatform.StartAsync(_ => (200, view));
        await using var instance = bench.NewInstance(s => s["Sync:NationalPlatform:BaseAddress"] = platform.Address.ToString());

        await instance.GetRequiredService<VisibilityWatch>().LookDueAsync(Destination.NationalPlatform, default);

        var message = await bench.MessageAsync(Sections.Basic);
        Assert.Equal((PushState.Accepted, true), (message.State, message.NextAttemptAt > bench.Clock.Now));
    }

    [Fact]
    public async Task AnAnswerThatTheDatabaseRefuses_HoldsUpNoneOfTheOthers_AndIsWrittenWithoutItsWords()
    {
        await using var bench = await SyncBench.StartAsync();
        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                $"CREATE TRIGGER poison BEFORE INSERT ON PushAttempts WHEN NEW.Answer LIKE '%{Poisoned}%' BEGIN SELECT RAISE(ABORT, 'poison'); END");
        }

        await bench.ApproveAsync(Sections.Basic);
        await bench.ApproveAsync(Sections.Basic, Poisoned);
        await bench.ApproveAsync(Sections.Basic, "3201051905200103");

        await bench.Dispatcher.SendDueAsync();

        foreach (var project in new[] { SyncBench.Project, Poisoned, "3201051905200103" })
        {
            Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic, projectNumber: project)).State);
        }

        Assert.Null(Assert.Single(await bench.AttemptsAsync(await bench.MessageAsync(Sections.Basic, projectNumber: Poisoned))).Answer);
        Assert.Equal(0, bench.Platforms.Calls.Totals.SameKey);
    }

    [Fact]
    public async Task ADatabaseThatFailsInTheMiddleOfALine_EndsTheRound_AndLosesNothing()
    {
        await using var bench = await SyncBench.StartAsync();
        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER away BEFORE UPDATE ON PushChannels BEGIN SELECT RAISE(ABORT, 'away'); END");
        }

        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        await bench.ApproveAsync(Sections.Basic, Poisoned);
        await bench.Dispatcher.SendDueAsync();
        // what was sent is known to be sent
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic, projectNumber: Poisoned)).State);

        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER away");
        }

        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Contract)).State);
        Assert.Equal(0, bench.Platforms.Calls.Totals.SameKey);
    }

    [Fact]
    public async Task ALeaseThatAnotherInstanceTookMeanwhile_IsNotTakenFromIt()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        var until = bench.Clock.Now.AddSeconds(40);
        await SetAsync(bench, Sections.Basic, m => m.State = PushState.NeedsPerson, null);
        await SetAsync(bench, Sections.Contract, m => m.State = PushState.Sending, bench.Clock.Now.AddSeconds(-1));
        // the other instance finds the line free and takes it, between our look and our update
        var hook = new CommandHook(sql => sql.StartsWith("UPDATE \"PushMessages\"", StringComparison.Ordinal), async () =>
        {
            await SetAsync(bench, Sections.Basic, m => m.State = PushState.Sending, until);
            await SetAsync(bench, Sections.Contract, m => m.LeaseOwner = "another", until);
        });
        await using var instance = bench.NewInstance(configure: s => s.AddSingleton<IInterceptor>(hook));

        await instance.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default);

        var taken = await bench.MessageAsync(Sections.Contract);
        Assert.Equal((PushState.Sending, "another", until), (taken.State, taken.LeaseOwner, taken.NextAttemptAt));
    }

    private static async Task SetAsync(SyncBench bench, Sections section, Action<PushMessage> change, DateTime? next)
    {
        await using var db = bench.Open();
        var message = await bench.MessageAsync(section);
        db.Attach(message);
        change(message);
        message.NextAttemptAt = next;
        await db.SaveChangesAsync();
    }
}
