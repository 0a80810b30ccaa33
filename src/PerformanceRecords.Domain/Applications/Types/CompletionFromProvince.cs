using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>二.2 信息完善: the provincial platform has the project, the national platform has nothing of it.</summary>
public static class CompletionFromProvince
{
    private const string Notice412 = "412号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "completion-from-province",
        Title = "信息完善（部平台无信息）",
        Module = "工程项目信息勘误（完善）",
        Lead = "房建市政项目，省平台有信息，部平台没有。",
        Route = Routes.CompletionFromProvince,
        FromRecord = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.Basic | Sections.Contract | Sections.DrawingReview,
                Evidence =
                [
                    new(EvidenceKind.ApplicationForm, Notice412),
                    new(EvidenceKind.Contract, Notice412),
                    new(EvidenceKind.DrawingReviewCertificate, Notice412),
                    new(EvidenceKind.Commitment, Notice412),
                    new(EvidenceKind.AcceptanceProof, Notice412) { Optional = true },
                ],
            },
        ],
    };
}
