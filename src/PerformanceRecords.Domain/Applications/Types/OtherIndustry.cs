using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>四 行业外工程: survey works, and design of works other than building and municipal.</summary>
public static class OtherIndustry
{
    private const string Notice412 = "412号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "other-industry",
        Title = "行业外工程补录",
        Module = "工程勘察和非建筑、市政工程信息补录（行业外工程）",
        Lead = "工程勘察业绩，以及房屋建筑、市政以外各行业的设计业绩。",
        Route = Routes.OtherIndustry,
        StatesSector = true,
        FromRecord = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.Basic | Sections.Indicators,
                Optional = Sections.Contract | Sections.DrawingReview | Sections.Acceptance | Sections.UnitWorks | Sections.Personnel,
                Evidence =
                [
                    new(EvidenceKind.Contract, Notice412),
                    new(EvidenceKind.DrawingReviewCertificate, Notice412) { When = IsReviewed, WhenText = "经过施工图审查的" },
                    new([EvidenceKind.ExpertOpinion, EvidenceKind.ClientQualityCertificate, EvidenceKind.DrawingReviewCertificate], Notice412)
                    {
                        When = f => !IsReviewed(f),
                        WhenText = "不需要施工图审查的，专家论证意见或建设单位的证明有一份即可",
                    },
                    new(EvidenceKind.Commitment, Notice412),
                    new(EvidenceKind.ScaleProof, Notice412) { Optional = true },
                    new(EvidenceKind.AcceptanceProof, Notice412) { Optional = true },
                    new(EvidenceKind.PersonnelProof, Notice412)
                    {
                        When = f => !f[Sections.Personnel].IsEmpty,
                        WhenText = "填报了人员时",
                    },
                ],
            },
        ],
    };

    private static bool IsReviewed(FilingFacts facts) => !facts[Sections.DrawingReview].IsEmpty;
}
