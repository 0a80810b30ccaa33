using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>What the rules of a type may look at: what the application says so far.</summary>
public sealed record FilingFacts
{
    public required Stage Stage { get; init; }

    public required Sector Sector { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyDictionary<Sections, SectionValues> Sections { get; init; }

    /// <summary>Codes of the evidence kinds of which a current file is there.</summary>
    public required IReadOnlySet<string> EvidenceKinds { get; init; }

    public Sections Asked { get; init; }

    public DataGrade? AskedGrade { get; init; }

    /// <summary>What this portal and the national platform hold of the project; null where nobody looked.</summary>
    public KnownRecord? Known { get; init; }

    public SectionValues this[Sections section] => Sections.GetValueOrDefault(section) ?? new();
}

/// <summary>Which sections of a project the two platforms hold.</summary>
/// <param name="Provincial">Sections in this portal's record; none when there is no record.</param>
/// <param name="National">Sections the national platform shows.</param>
public sealed record KnownRecord(Guid? RecordId, Sections Provincial, Sections National);
