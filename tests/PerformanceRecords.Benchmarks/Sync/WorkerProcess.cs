using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>A dispatcher that can be killed like any process: without a word, at any moment.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource working = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<TimeSpan> compiled = Channel.CreateUnbounded<TimeSpan>();

    private WorkerProcess(Process process) => this.process = process;

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<WorkerProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        start.ArgumentList.Add(SyncWorker.Verb);
        // hundreds of short lives: quick to start matters more than quick in the end
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment["WORKER_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == SyncWorker.Ready)
            {
                var worker = new WorkerProcess(process);
                _ = worker.ListenAsync();
                return worker;
            }
        }

        throw new InvalidOperationException($"The worker ended with {process.ExitCode} before it was ready.");
    }

    /// <summary>Waits until it has called a platform for the first time; false where it found nothing to send for so long.</summary>
    public async Task<bool> WorksWithinAsync(TimeSpan patience) => await Task.WhenAny(working.Task, Task.Delay(patience)) == working.Task;

    /// <summary>How long it has been compiling since it started.</summary>
    public async Task<TimeSpan> CompilationTimeAsync()
    {
        await process.StandardInput.WriteLineAsync(SyncWorker.Compiled);
        return await compiled.Reader.ReadAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == SyncWorker.Working)
            {
                working.TrySetResult();
            }
            else if (line.StartsWith(SyncWorker.Compiled, StringComparison.Ordinal))
            {
                compiled.Writer.TryWrite(TimeSpan.FromMilliseconds(double.Parse(line[SyncWorker.Compiled.Length..], CultureInfo.InvariantCulture)));
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
