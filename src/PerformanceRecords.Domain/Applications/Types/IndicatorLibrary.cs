using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>
/// 六 业绩指标入库: for a qualification that the province grants; the record goes to the government service network. 三.1（2）names the same module for the
/// indicators the national platform lacks, so one filing may go there too, or instead.
/// </summary>
public static class IndicatorLibrary
{
    private const string Notice352 = "352号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "indicator-library",
        Title = "业绩指标入库",
        Module = "企业资质申报业绩指标库",
        Lead = "报省审批资质用的业绩，确认后进入政务网；部平台缺业绩技术指标的，可以一并补上。",
        Route = Routes.IndicatorLibrary,
        OtherRoutes = [Routes.Completion, Routes.IndicatorsForBoth],
        Nationally = (Sections.Indicators, CompletionOfIndicators.Type),
        NeedsRecord = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.Indicators,
                Optional = Sections.UnitWorks | Sections.Personnel,
                Evidence =
                [
                    new(EvidenceKind.ScaleProof, Notice352),
                    new(EvidenceKind.Commitment, Notice352),
                    new(EvidenceKind.Contract, Notice352) { Optional = true },
                    new(EvidenceKind.PersonnelProof, Notice352)
                    {
                        When = f => !f[Sections.Personnel].IsEmpty,
                        WhenText = "填报了人员时",
                    },
                ],
            },
        ],
    };
}
