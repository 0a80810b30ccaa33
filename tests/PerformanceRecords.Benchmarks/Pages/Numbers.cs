namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>The two ways figures are drawn from many measurements.</summary>
internal static class Numbers
{
    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
