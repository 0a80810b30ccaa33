namespace PerformanceRecords.Domain.Records;

/// <summary>The definitions of all sections, in the order of the form.</summary>
public static class SectionDefinitions
{
    public static IReadOnlyList<SectionDefinition> All { get; } =
    [
        SectionDefinition.For(() => new BasicInfoValidator()),
        SectionDefinition.For(() => new ContractValidator()),
        SectionDefinition.For(() => new DrawingReviewValidator()),
        SectionDefinition.For(() => new ConstructionPermitValidator()),
        SectionDefinition.For(() => new CompletionAcceptanceValidator()),
        SectionDefinition.For(() => new IndicatorSetValidator()),
        SectionDefinition.For(() => new PersonnelMemberValidator()),
        SectionDefinition.For(() => new UnitWorkValidator()),
    ];

    /// <summary>The definition of one section.</summary>
    public static SectionDefinition Of(Sections section) => All.FirstOrDefault(d => d.Section == section)
        ?? throw new ArgumentOutOfRangeException(nameof(section), section, "Not a single section.");

    /// <summary>The definitions of several sections, in the order of the form.</summary>
    public static IEnumerable<SectionDefinition> In(Sections sections) => All.Where(d => sections.HasFlag(d.Section));
}
