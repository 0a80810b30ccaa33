namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>What a few seconds of load came to.</summary>
internal sealed record Slice(double Seconds, IReadOnlyList<double> Milliseconds)
{
    public double PerSecond => Milliseconds.Count / Seconds;
}
