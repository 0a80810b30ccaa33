using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>What the page of all ports of one letter shows.</summary>
public sealed record LetterPortsPage(LetterPorts File, Actor Actor, DateOnly Today) : PortForms
{
    public string Url => Of(File.LetterId);

    /// <summary>Ports that a change of the whole letter reaches: neither used up nor closed.</summary>
    public IReadOnlyList<PortRow> Reached => [.. File.Ports.Where(p => p is { ClosedAt: null, UsedAt: null } && (p.SubmissionsUsed == 0 || p.ExpiresOn >= Today))];

    public bool MayOpen => Actor.Level == Level.Province && File.Waiting > 0;

    public bool MayChange => Actor.Level == Level.Province && Reached.Count > 0;

    /// <summary>Sections that may be taken out: open somewhere, and required nowhere.</summary>
    public IEnumerable<SectionDefinition> Takeable =>
        SectionDefinitions.In(Reached.Aggregate(Sections.None, (all, p) => all | p.AllowedSections) & ~File.Required);

    public static string Of(Guid letter) => $"{PortsPage.Path}/letters/{letter}";

    /// <summary>Where a change of the whole letter is sent.</summary>
    public string ChangeUrl(PortChange change) => $"{Url}/{PortsPage.Word(change)}";
}
