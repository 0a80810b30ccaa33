namespace PerformanceRecords.Domain.Records;

/// <summary>Says which section a class describes, and what the national data standard calls it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SectionAttribute(Sections section, string nationalTable) : Attribute
{
    public Sections Section { get; } = section;

    /// <summary>The section's table in the national data standard, such as TBProjectInfo.</summary>
    public string NationalTable { get; } = nationalTable;

    /// <summary>What one row is called ("合同"); set for sections that repeat.</summary>
    public string? RowNoun { get; init; }

    /// <summary>How many rows the platform takes at most.</summary>
    public int MaxRows { get; init; } = 1;

    /// <summary>Groups of its fields in the order of the form, where the class is spread over several files.</summary>
    public string[] Groups { get; init; } = [];

    /// <summary>The letters inside the national number of a row, where they do not depend on its content.</summary>
    public string? NumberLetters { get; init; }
}
