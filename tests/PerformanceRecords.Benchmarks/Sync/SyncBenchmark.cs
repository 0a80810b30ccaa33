using System.Globalization;
using PerformanceRecords.PlatformSandbox;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>Verb <c>sync</c>: whether a push is ever lost, doubled or reordered, how fast a backlog drains, what idling costs.</summary>
internal static class SyncBenchmark
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    // what is called a few times a second is compiled once more, and better, in the second minute, when the sweep has run twice
    private const int Settled = 4;
    private const int Settling = 20;
    private const double StillCompiling = 0.001;

    /// <param name="server">A PostgreSQL server on which databases may be created; without it only SQLite is measured.</param>
    /// <param name="share">1 for all of it, 0.1 for a tenth of every count.</param>
    /// <param name="only">crash, drain, claim, idle or latency, for one of them.</param>
    public static async Task RunAsync(string? server, double share, string? only)
    {
        var figures = new List<string>();
        foreach (var (where, kills, instances) in new[] { (server, 300, 2), (null, 100, 1) }.Where(t => t.Item1 is not null || t.Item3 == 1))
        {
            var (messages, killed) = ((int)(5_000 * share), (int)(kills * share));
            if (only is null or "crash")
            {
                await using var database = await TrialDatabase.CreateAsync(where);
                var crash = await CrashTrial.RunAsync(database, messages, killed, instances);
                Console.WriteLine($"  {database.Name}: {crash.Describe()}");
                figures.Add(Figure($"crash.lost.{database.Name}", crash.Lost));
                figures.Add(Figure($"crash.doubled.{database.Name}", crash.Doubled));
                figures.Add(Figure($"crash.reordered.{database.Name}", crash.Reordered));
            }

            if (only is null or "drain")
            {
                await using var database = await TrialDatabase.CreateAsync(where);
                figures.Add(Figure($"drain.ratio.{database.Name}", await DrainTrial.RatioAsync(database, messages, rounds: 9)));
            }

            if (only is null or "claim")
            {
                await using var database = await TrialDatabase.CreateAsync(where);
                figures.Add(Figure(Named("claim.ms.100k", database), await DrainTrial.ClaimAsync(database, (int)(100_000 * share))));
            }

            if (only is null or "idle")
            {
                await using var database = await TrialDatabase.CreateAsync(where);
                figures.Add(Figure(Named("idle.cpu", database), await IdleAsync(database)));
            }

            if (only is null or "latency")
            {
                await using var database = await TrialDatabase.CreateAsync(where);
                figures.Add(Figure(Named("latency.ms", database), await LatencyTrial.LongestAsync(database)));
            }
        }

        figures.ForEach(Console.WriteLine);
    }

    /// <summary>Share of one core that a dispatcher with nothing to do takes, as it ships.</summary>
    private static async Task<double> IdleAsync(TrialDatabase database)
    {
        await using var sandbox = SandboxApp.Create("http://127.0.0.1:0");
        await sandbox.StartAsync();
        var settings = SyncWorker.Settings(database, new Uri(sandbox.Urls.First() + "/"), concurrency: 16);
        settings.Remove("Sync:IdleWait");
        using var worker = await WorkerProcess.StartAsync(settings);
        for (var window = 1; ; window++)
        {
            var (taken, compiled) = (worker.ProcessorTime, await worker.CompilationTimeAsync());
            await Task.Delay(Watched);
            var (share, compiling) = ((worker.ProcessorTime - taken) / Watched, (await worker.CompilationTimeAsync() - compiled) / Watched);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {database.Name} idle {window * Watched.TotalSeconds:0} s after the start: {share:P2} of a core, of it {compiling:P2} compiling"));
            if ((window > Settled && compiling < StillCompiling) || window == Settling)
            {
                return share;
            }
        }
    }

    // the server in use is what counts; the other is told apart by its name
    private static string Named(string figure, TrialDatabase database) => database.Name == "postgres" ? figure : $"{figure}.{database.Name}";

    private static string Figure(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"figure sync.{name} = {value:0.###}");
}
