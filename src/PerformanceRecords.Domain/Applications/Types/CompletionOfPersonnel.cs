using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>三.1（3）信息完善: the national platform shows none of the personnel.</summary>
public static class CompletionOfPersonnel
{
    private const string Annex5 = "412号文附件5";

    public static readonly ApplicationType Type = new()
    {
        Code = "completion-personnel",
        Title = "信息完善（人员）",
        Module = "工程项目信息勘误（完善）",
        AlsoIn = "企业资质申报业绩指标库",
        Lead = "房建市政项目，部平台有信息，所有人员信息都没有显示。",
        Route = Routes.Completion,
        Askable = Sections.Personnel,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.None,
                WithAsked = true,
                Evidence =
                [
                    new(EvidenceKind.PersonnelProof, Annex5),
                    new(EvidenceKind.Commitment, Annex5),
                    new(EvidenceKind.MainDrawings, Annex5) { Optional = true },
                    new(EvidenceKind.PlatformScreenshot, Annex5) { Optional = true },
                ],
            },
        ],
    };
}
