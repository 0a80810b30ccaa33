namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>A change to a port, with its reason.</summary>
public sealed class PortForm
{
    public int Version { get; set; }

    public int Workdays { get; set; }

    public string? Reason { get; set; }
}
