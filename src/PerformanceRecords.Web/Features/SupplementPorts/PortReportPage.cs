using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>What the report on opened ports shows.</summary>
public sealed record PortReportPage(DateOnly From, DateOnly To, IReadOnlyList<PortReportRow> Rows)
{
    public const string Path = "/ports/report";

    /// <summary>No port is older.</summary>
    public static readonly DateOnly Earliest = new(2020, 1, 1);
}
