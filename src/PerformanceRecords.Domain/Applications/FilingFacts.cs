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

    /// <summary>The record the application is about is there.</summary>
    public bool HasRecord { get; init; }

    /// <summary>The day by which 2016年前 is judged, see <see cref="ProjectDay"/>; null where none is known.</summary>
    public DateOnly? ProjectDate { get; init; }

    /// <summary>The grades at which the national platform shows the record's sections.</summary>
    public IReadOnlyDictionary<Sections, DataGrade> ShownGrades { get; init; } = new Dictionary<Sections, DataGrade>();

    /// <summary>What a correction would change, field by field.</summary>
    public IReadOnlyList<ReasonedChange> Changes { get; init; } = [];

    /// <summary>Whether the works are completed; null where it is not known.</summary>
    public bool? Completed { get; init; }

    /// <summary>What this portal and the national platform hold of the project; null where nobody looked.</summary>
    public KnownRecord? Known { get; init; }

    /// <summary>No certificate is asked for only where the project is known to be of 2016 or later.</summary>
    public bool Before2016 => ProjectDate is not { Year: >= 2016 };

    public SectionValues this[Sections section] => Sections.GetValueOrDefault(section) ?? new();
}

/// <summary>Which sections of a project the two platforms hold.</summary>
/// <param name="Provincial">Sections in this portal's record; none when there is no record.</param>
/// <param name="National">Sections the national platform shows.</param>
/// <param name="RecordId">The enterprise's own record; null where the project is only known from others, or not at all.</param>
public sealed record KnownRecord(Guid? RecordId, Sections Provincial, Sections National);
