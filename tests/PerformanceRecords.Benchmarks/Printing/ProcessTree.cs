using System.Globalization;

namespace PerformanceRecords.Benchmarks.Printing;

/// <summary>What everything this process started holds in memory, looked at again and again; pages that several share are counted once (PSS). Linux only.</summary>
internal sealed class ProcessTree : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Task watch;

    public ProcessTree() => watch = Task.Run(WatchAsync);

    /// <summary>The highest sum that was seen.</summary>
    public double PeakMegabytes { get; private set; }

    /// <summary>How many processes there were at most.</summary>
    public int PeakCount { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await watch;
        end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var found = Descendants();
            PeakMegabytes = Math.Max(PeakMegabytes, found.Sum(Kilobytes) / 1024.0);
            PeakCount = Math.Max(PeakCount, found.Count);
            await Task.Delay(15);
        }
    }

    private static List<int> Descendants()
    {
        var parents = new List<(int Id, int Parent)>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Text($"{folder}/stat") is { } stat)
            {
                // the name in brackets may hold blanks
                parents.Add((id, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)));
            }
        }

        var mine = new HashSet<int> { Environment.ProcessId };
        while (parents.Where(p => mine.Contains(p.Parent)).Any(p => mine.Add(p.Id)))
        {
        }

        mine.Remove(Environment.ProcessId);
        return [.. mine];
    }

    private static long Kilobytes(int process) => Text($"/proc/{process}/smaps_rollup")?.Split('\n').FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
        : 0;

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // it ended meanwhile
            return null;
        }
    }
}
