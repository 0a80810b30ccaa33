using System.Globalization;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>A change to a port, with its reason. Numbers stay as they were typed, so that a refused one is shown again.</summary>
public sealed class PortForm
{
    public int Version { get; set; }

    public string? Workdays { get; set; }

    public string? Submissions { get; set; }

    /// <summary>The sections that stay open.</summary>
    public string[] Remaining { get; set; } = [];

    /// <summary>The sections that are taken out of every port of a letter.</summary>
    public string[] Taken { get; set; } = [];

    /// <summary>Ports that were ticked in the list.</summary>
    public Guid[] Ports { get; set; } = [];

    public string? Reason { get; set; }

    public Sections RemainingSections => SectionSets.Named(Remaining);

    public Sections TakenSections => SectionSets.Named(Taken);

    /// <summary>0 where it is no number, which no rule lets pass.</summary>
    public static int Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
