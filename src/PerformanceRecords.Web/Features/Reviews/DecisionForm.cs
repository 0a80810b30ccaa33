namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What comes with a decision: the version of the case that was looked at, and the words.</summary>
public sealed class DecisionForm
{
    public int Version { get; set; }

    public string? Opinion { get; set; }
}
