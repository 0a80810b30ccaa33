using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>一次提交: what the reviewers were given, kept as it was, so that later differences can be shown and audits answered.</summary>
public sealed class Submission
{
    public required Guid ApplicationId { get; init; }

    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    public required IReadOnlyDictionary<Sections, SectionValues> Sections { get; init; }

    /// <summary>The evidence files that were current.</summary>
    public required IReadOnlyList<Guid> EvidenceIds { get; init; }
}
