using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>二.1 业绩补录: a building or municipal project that neither platform knows.</summary>
public static class Supplement
{
    private const string Annex6 = "412号文附件6";

    public static readonly ApplicationType Type = new()
    {
        Code = "supplement",
        Title = "业绩补录",
        Module = "工程项目信息补录",
        Lead = "房建市政项目，部平台和省平台都没有，已通过施工图审查和竣工验收。",
        Route = Routes.Supplement,
        StartsBlank = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.Basic,
                Evidence =
                [
                    new(EvidenceKind.ApplicationForm, Annex6),
                    new(EvidenceKind.Contract, Annex6),
                    new(EvidenceKind.DrawingReviewCertificate, Annex6),
                    new(EvidenceKind.AcceptanceProof, Annex6),
                    new(EvidenceKind.Commitment, Annex6),
                    new(EvidenceKind.ProjectApproval, Annex6) { Optional = true },
                    new(EvidenceKind.BidNotice, Annex6) { Optional = true },
                ],
            },
            new(Stage.FillIn)
            {
                Required = Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Acceptance,
                Optional = Sections.Permit | Sections.Indicators | Sections.Personnel,

                // the port is open for this project and on the word of this city
                Settled = [nameof(BasicInfo.PrjNum), nameof(BasicInfo.CountyNum)],
                Evidence =
                [
                    new(EvidenceKind.Contract, Annex6),
                    new(EvidenceKind.DrawingReviewCertificate, Annex6),
                    new(EvidenceKind.AcceptanceProof, Annex6),
                    new(EvidenceKind.ConstructionPermit, Annex6) { Optional = true },
                    new(EvidenceKind.MainDrawings, Annex6) { Optional = true },
                    new(EvidenceKind.PersonnelProof, Annex6)
                    {
                        When = facts => !facts[Sections.Personnel].IsEmpty,
                        WhenText = "填报了人员时",
                    },
                ],
            },
        ],
    };
}
