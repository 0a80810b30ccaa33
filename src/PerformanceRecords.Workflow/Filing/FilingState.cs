using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>How far a filing is.</summary>
public sealed record FilingState
{
    public required Application Application { get; init; }

    public required ApplicationType Type { get; init; }

    public required FilingPlan Plan { get; init; }

    public required IReadOnlyList<FilingSection> Sections { get; init; }

    /// <summary>Current files, oldest first.</summary>
    public required IReadOnlyList<EvidenceFile> Evidence { get; init; }

    public SupplementPort? Port { get; init; }

    /// <summary>The record the filing is about, as it stands now.</summary>
    public PerformanceRecord? Record { get; init; }

    /// <summary>Sections that changed in the record since the filing took them over.</summary>
    public IReadOnlyList<MovedSection> Moved { get; init; } = [];

    public required FilingFacts Facts { get; init; }

    public IEnumerable<EvidenceItem> EvidenceItems => Plan.Evidence.Select(rule => new EvidenceItem(
        rule, rule.AppliesTo(Facts), [.. Evidence.Where(f => rule.AnyOf.Any(k => k.Code == f.Kind))]));
}

/// <summary>A section of the record that another filing changed meanwhile.</summary>
/// <param name="Overtaken">Changes of this filing whose field says something else by now.</param>
public sealed record MovedSection(Sections Section, int? BaseRevision, int Revision, IReadOnlyList<OvertakenChange> Overtaken);

/// <summary>One section of a filing, read and checked. Identity numbers are open in <paramref name="Values"/>: mask them before showing.</summary>
public sealed record FilingSection(
    SectionDefinition Definition, bool Required, bool Blank, SectionValues Values,
    IReadOnlyList<Breach> Breaches, IReadOnlyList<Note> Notes, ApplicationSection? Saved)
{
    public bool Done => !Blank && Breaches.Count == 0;
}

/// <summary>One item of the evidence checklist with what was uploaded for it.</summary>
public sealed record EvidenceItem(EvidenceRule Rule, bool Applies, IReadOnlyList<EvidenceFile> Files)
{
    public bool Missing => Applies && !Rule.Optional && Files.Count == 0;
}
