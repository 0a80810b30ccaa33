using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>三.2 修正勘误: every section is there, but facts in them are missing or wrong.</summary>
public static class Correction
{
    private const string Annex5 = "412号文附件5";

    public static readonly ApplicationType Type = new()
    {
        Code = "correction",
        Title = "修正勘误",
        Module = "工程项目信息勘误（完善）",
        Lead = "已竣工的房建市政项目，部平台各环节都有，部分信息缺失或错误。",
        Route = Routes.Correction,
        Askable = Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Permit | Sections.Acceptance
            | Sections.Indicators | Sections.UnitWorks | Sections.Personnel,
        NeedsRecord = true,
        IsChangeSet = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.None,
                WithAsked = true,
                Evidence =
                [
                    new(EvidenceKind.ApplicationForm, Annex5),
                    new(EvidenceKind.CorrectionProof, Annex5),
                    new(EvidenceKind.PlatformScreenshot, Annex5),
                    new(EvidenceKind.AcceptanceProof, Annex5),
                    new(EvidenceKind.Commitment, Annex5),
                ],
            },
        ],
        Rules = Check,
    };

    private static IEnumerable<Breach> Check(FilingFacts facts)
    {
        if (facts.Asked == Sections.None)
        {
            yield return new("correction-sections", "Asked", "请选择要修正的环节。");
        }
        else if (facts.Changes.All(c => c.Follows))
        {
            yield return new("correction-empty", "Changes", "还没有改动任何内容。请在要修正的环节里改正，再提交。");
        }

        foreach (var change in facts.Changes.Where(c => !c.Follows))
        {
            if (string.IsNullOrWhiteSpace(change.Reason))
            {
                yield return new("change-reason", "Changes." + change.Change.Path, $"请写明“{change.Change.Label}”为什么要改。");
            }

            if (!change.HasEvidence)
            {
                yield return new("change-evidence", "Changes." + change.Change.Path, $"请为“{change.Change.Label}”选择一份修正依据。");
            }
        }
    }
}
