using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>三.1（2）信息完善: the national platform lacks the technical indicators.</summary>
public static class CompletionOfIndicators
{
    private const string Notice352 = "352号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "completion-indicators",
        Title = "信息完善（业绩技术指标）",
        Module = "企业资质申报业绩指标库",
        Lead = "房建市政项目，部平台有信息，缺业绩技术指标。",
        Route = Routes.Completion,
        Notice = Notice352,
        Askable = Sections.Indicators,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.None,
                WithAsked = true,
                Optional = Sections.UnitWorks,
                Evidence =
                [
                    new(EvidenceKind.ScaleProof, Notice352),
                    new(EvidenceKind.Commitment, Notice352),
                    new(EvidenceKind.MainDrawings, Notice352) { Optional = true },
                    new(EvidenceKind.PlatformScreenshot, Notice352) { Optional = true },
                ],
            },
        ],
    };
}
