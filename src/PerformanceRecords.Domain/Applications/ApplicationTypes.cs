using PerformanceRecords.Domain.Applications.Types;

namespace PerformanceRecords.Domain.Applications;

/// <summary>The list of everything that can be filed, in the order of the source text.</summary>
public static class ApplicationTypes
{
    public static IReadOnlyList<ApplicationType> All { get; } =
    [
        FirstEntry.Type, Supplement.Type, CompletionFromProvince.Type, Completion.Type, CompletionOfIndicators.Type, CompletionOfPersonnel.Type,
        Correction.Type, OtherIndustry.Type, Upgrade.Type, IndicatorLibrary.Type,
    ];

    public static ApplicationType Of(string code) => Find(code) ?? throw new ArgumentException($"No application type '{code}'.", nameof(code));

    public static ApplicationType? Find(string code) => All.FirstOrDefault(t => t.Code == code);
}
