using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>What the platform has after a drain in which the senders were killed over and over.</summary>
/// <param name="Kills">How many met a sender that had begun to send; fewer than asked for where the backlog was out before.</param>
/// <param name="Meanwhile">Messages that got through between the kills, before the last sender was left to live.</param>
public sealed record CrashResult(int Kills, int Meanwhile, int Lost, int Doubled, int Reordered, long Repeats, TimeSpan Took);

/// <summary>Kills the dispatcher at random moments of a drain, with faults on, and counts what arrived.</summary>
public static class CrashTrial
{
    // slow enough that a backlog outlasts many kills
    private const double AnswerSeconds = 0.06;
    private const int Concurrency = 4;

    // a sender has to be compiled before it sends anything; killed before that, it would prove nothing
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<CrashResult> RunAsync(TrialDatabase database, int messages, int kills, int instances)
    {
        await Backlog.WriteAsync(database, messages);
        await using var sandbox = SandboxApp.Create("http://127.0.0.1:0");
        await sandbox.StartAsync();
        SwitchFaultsOn(sandbox.Services.GetRequiredService<FaultDesk>());
        var settings = SyncWorker.Settings(database, new Uri(sandbox.Urls.First() + "/"), Concurrency);
        var started = DateTime.UtcNow;
        var (done, killed) = (0, 0);
        var random = new Random(20260101);
        await Task.WhenAll(Enumerable.Range(0, instances).Select(async _ =>
        {
            while (Interlocked.Increment(ref done) <= kills)
            {
                using var worker = await WorkerProcess.StartAsync(settings);
                if (!await worker.WorksWithinAsync(Patience))
                {
                    return;
                }

                int life;
                lock (random)
                {
                    life = random.Next(10, 1000);
                }

                await Task.Delay(life);
                await worker.KillAsync();
                Interlocked.Increment(ref killed);
            }
        }));
        var meanwhile = await ThroughAsync(database);
        sandbox.Services.GetRequiredService<FaultDesk>().Clear();
        using (await WorkerProcess.StartAsync(settings))
        {
            await DeliveredAsync(database);
        }

        return Count(sandbox, messages, killed, meanwhile, DateTime.UtcNow - started);
    }

    private static void SwitchFaultsOn(FaultDesk desk)
    {
        desk.Add(new Fault { Kind = FaultKind.Latency, Seconds = AnswerSeconds });
        desk.Add(new Fault { Kind = FaultKind.DropAnswer, Probability = 0.03 });
        desk.Add(new Fault { Kind = FaultKind.TimeoutAfterAcceptance, Probability = 0.01, Seconds = 2 });
        desk.Add(new Fault { Kind = FaultKind.ServerError, Probability = 0.04 });
        desk.Add(new Fault { Kind = FaultKind.TooManyRequests, Probability = 0.01, Seconds = 1 });
        desk.Add(new Fault { Kind = FaultKind.Maintenance, Probability = 0.01, Seconds = 1 });
        desk.Add(new Fault { Kind = FaultKind.Down, Probability = 0.01 });
    }

    private static async Task<int> ThroughAsync(TrialDatabase database)
    {
        await using var db = database.Open();
        return await db.PushMessages.CountAsync(m => PushLine.Through.Contains(m.State));
    }

    private static async Task DeliveredAsync(TrialDatabase database)
    {
        for (var i = 0; i < 1200; i++)
        {
            await using var db = database.Open();
            if (!await db.PushMessages.AnyAsync(m => !PushLine.Through.Contains(m.State)))
            {
                return;
            }

            await Task.Delay(250);
        }

        Console.Error.WriteLine("The backlog was not delivered within five minutes.");
    }

    private static CrashResult Count(WebApplication sandbox, int messages, int kills, int meanwhile, TimeSpan took)
    {
        var state = sandbox.Services.GetRequiredService<SandboxState>();
        var facts = state.Of(SandboxState.National).Facts;
        var order = Backlog.Line.Select(s => ContractSection.Of(s).Slug).ToList();
        var wanted = (messages + Backlog.Line.Length - 1) / Backlog.Line.Length * Backlog.Line.Length;
        var distinct = facts.Select(f => (f.PrjNum, f.Section, f.Source)).Distinct().Count();
        // the platform swallows a repeated key; the same content under another key would have been a second fact
        var doubled = facts.Count - distinct + (int)state.Calls.Totals.SameFact;
        var reordered = facts.GroupBy(f => f.PrjNum).Count(g => !g.Select(f => order.IndexOf(f.Section)).SequenceEqual(Enumerable.Range(0, g.Count())))
            + (int)state.Calls.Totals.OutOfOrder;
        return new CrashResult(kills, meanwhile, wanted - distinct, doubled, reordered, state.Calls.Totals.SameKey, took);
    }

    public static string Describe(this CrashResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Kills} kills of senders at work in {result.Took.TotalSeconds:0} s, {result.Meanwhile} messages through meanwhile; "
        + $"{result.Lost} lost, {result.Doubled} doubled, {result.Reordered} reordered; {result.Repeats} harmless repeats of a key");
}
