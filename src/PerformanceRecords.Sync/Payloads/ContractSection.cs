using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>What the contract calls a section, and the field by which the exchange knows our rows again.</summary>
public sealed record ContractSection(Sections Section, string Slug, string InnerNumber)
{
    public static IReadOnlyList<ContractSection> All { get; } =
    [
        new(Sections.Basic, "basic", "PrjInnerNum"),
        new(Sections.Contract, "contracts", "RecordInnerNum"),
        new(Sections.DrawingReview, "drawing-review", "CensorInnerNum"),
        new(Sections.Permit, "permits", "BuilderLicenceInnerNum"),
        new(Sections.Acceptance, "acceptance", "PrjFinishInnerNum"),
        new(Sections.Personnel, "personnel", "UserInnerNum"),
        new(Sections.UnitWorks, "unit-works", "UnitInnerNum"),
        new(Sections.Indicators, "indicators", "PerfInnerNum"),
    ];

    public static ContractSection Of(Sections section) => All.First(s => s.Section == section);
}
