using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>三.1（1）信息完善: the national platform lacks the drawing review or the design contract.</summary>
public static class Completion
{
    private const string Annex5 = "412号文附件5";

    public static readonly ApplicationType Type = new()
    {
        Code = "completion",
        Title = "信息完善（施工图审查、设计合同）",
        Module = "工程项目信息勘误（完善）",
        Lead = "房建市政项目，部平台只有基本信息，缺施工图审查或设计合同。",
        Route = Routes.Completion,
        Askable = Sections.Contract | Sections.DrawingReview,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.None,
                WithAsked = true,
                Evidence =
                [
                    new(EvidenceKind.ApplicationForm, Annex5),
                    new(EvidenceKind.Contract, Annex5) { When = f => f.Asked.HasFlag(Sections.Contract), WhenText = "完善设计合同的" },
                    new(EvidenceKind.DrawingReviewCertificate, Annex5) { When = f => f.Asked.HasFlag(Sections.DrawingReview), WhenText = "完善施工图审查的" },
                    new(EvidenceKind.Commitment, Annex5),
                    new(EvidenceKind.PlatformScreenshot, Annex5) { Optional = true },
                ],
            },
        ],
    };
}
