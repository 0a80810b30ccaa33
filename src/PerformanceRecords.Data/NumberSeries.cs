namespace PerformanceRecords.Data;

/// <summary>The last number used in a running series, such as application numbers of a city and year.</summary>
public sealed class NumberSeries
{
    /// <summary>What is counted: BL-320100-2026 or DK-2026.</summary>
    public required string Name { get; init; }

    public int Last { get; set; }
}
