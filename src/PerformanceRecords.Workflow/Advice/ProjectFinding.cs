using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Advice;

/// <summary>A record of the enterprise that the words typed may mean.</summary>
public sealed record FoundRecord(Guid Id, string ProjectName, string? ProjectNumber, string RegionCode, Sector Sector, Sections Held, Sections Shown);

/// <summary>What is known of the project that was asked about.</summary>
public sealed record ProjectFinding
{
    /// <summary>What was typed.</summary>
    public required string Text { get; init; }

    /// <summary>Several where the name fits several; the page lets the person choose.</summary>
    public required IReadOnlyList<FoundRecord> Records { get; init; }

    /// <summary>The one meant, where it is clear.</summary>
    public FoundRecord? Record { get; init; }

    public string? ProjectNumber { get; init; }

    public string? ProjectName { get; init; }

    /// <summary>Null where there was no number to ask for.</summary>
    public NationalAnswer? National { get; init; }

    /// <summary>The answers the portal gives by itself.</summary>
    public required Situation Known { get; init; }

    public IReadOnlyDictionary<Sections, DataGrade> ShownGrades { get; init; } = new Dictionary<Sections, DataGrade>();

    /// <summary>The situation with what the person wants.</summary>
    /// <param name="grade">The grade to rise to; A where it was not said.</param>
    public Situation Wanting(Wish wish, Sections? target = null, DataGrade grade = DataGrade.A) => Known with
    {
        Wish = wish,
        Target = target ?? Known.Target,
        Raisable = wish == Wish.Raise && target is { } sections && ShownGrades.Count > 0
            ? (sections & ~Sections.Basic).Each().All(s => ShownGrades.TryGetValue(s, out var shown) && shown < grade)
            : null,
    };
}
