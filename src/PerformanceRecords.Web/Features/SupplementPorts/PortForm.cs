using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>A change to a port, with its reason.</summary>
public sealed class PortForm
{
    public int Version { get; set; }

    public int Workdays { get; set; }

    public int Submissions { get; set; }

    /// <summary>The sections that stay open.</summary>
    public string[] Remaining { get; set; } = [];

    /// <summary>Ports that were ticked in the list.</summary>
    public Guid[] Ports { get; set; } = [];

    public Sections RemainingSections => Remaining.Aggregate(Sections.None, (all, name) => Enum.TryParse<Sections>(name, out var one) ? all | one : all);

    public string? Reason { get; set; }
}
