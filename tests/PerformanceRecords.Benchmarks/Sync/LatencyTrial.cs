using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.PlatformSandbox;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>How long a message lies after its approval before the platform sees the request, where the approving request ran in another process.</summary>
internal static class LatencyTrial
{
    private const int Approvals = 30;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest of all, in milliseconds.</summary>
    public static async Task<double> LongestAsync(TrialDatabase database)
    {
        await using var sandbox = SandboxApp.Create("http://127.0.0.1:0");
        await sandbox.StartAsync();
        var calls = sandbox.Services.GetRequiredService<SandboxState>().Calls;
        var settings = SyncWorker.Settings(database, new Uri(sandbox.Urls.First() + "/"), concurrency: 16);
        settings.Remove("Sync:IdleWait");
        using var worker = await WorkerProcess.StartAsync(settings);
        var random = new Random(20260101);
        var longest = TimeSpan.Zero;
        for (var approval = 0; approval < Approvals; approval++)
        {
            // anywhere between two beats
            await Task.Delay(random.Next(600, 1600));
            var before = calls.Totals.Submissions;
            await Backlog.WriteAsync(database, 1, firstProject: approval);
            var approved = Stopwatch.GetTimestamp();
            while (calls.Totals.Submissions == before)
            {
                await Task.Delay(Between);
            }

            var took = Stopwatch.GetElapsedTime(approved);
            longest = took > longest ? took : longest;
        }

        return longest.TotalMilliseconds;
    }
}
