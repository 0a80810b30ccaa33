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

    /// <summary>The evidence files that were current, as they were described then; the oldest first.</summary>
    public required IReadOnlyList<EvidenceFile> Evidence { get; init; }

    /// <summary>提示: what looked odd when it was submitted. The filer saw it then, and the reviewers see the same.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}
