using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.LetterTemplates;

/// <summary>A letter over made-up cases, to see what a template looks like.</summary>
internal static class SampleLetter
{
    private static readonly AnnexFacts[] Cases =
    [
        new("样例一项目人才公寓", "3201112611220101", "样例建筑设计研究院有限公司", Sector.Building, 6, "补录基本信息、合同信息、施工图审查", "申请表、勘察、设计合同、施工图审查合格书、竣工验收证明"),
        new("样例二路道路改造工程", "3201112611220202", "样例市政设计咨询有限公司", Sector.Municipal, 5, "补录基本信息、合同信息、施工图审查", "申请表、中标通知书、施工图审查合格书、竣工验收证明"),
    ];

    public static LetterPaper Of(LetterKind kind, LetterWording wording, Actor actor, DateOnly today)
    {
        var rows = kind.IsNotice() ? Cases[..1] : Cases;
        var facts = LetterFacts.Of(actor.OrganisationName, rows, new(["样建函〔2026〕1号"], "BL-320100-2026-000001", "申报内容与施工图审查合格书不一致"));
        var letter = new Letter
        {
            Kind = kind,
            RouteCode = "supplement",
            CaseStage = Stage.CityLetter,
            FromId = actor.OrganisationId,
            FromName = actor.OrganisationName,
            Layout = wording.Layout,
            TemplateVersion = wording.Version,
            Title = facts.Fill(wording.Title),
            Addressee = facts.Fill(wording.Addressee),
            Body = wording.Body,
            CopyTo = wording.CopyTo,
            Note = wording.Note,
            DraftedBy = actor.UserId,
            DraftedByName = actor.FullName,
            DraftedAt = DateTime.UnixEpoch,
        };
        var annex = rows.Select((r, i) => new AnnexRow(
            i + 1, Guid.Empty, r.ProjectName, r.ProjectNumber, r.EnterpriseName, r.Sector, r.Materials, r.Matter, r.MaterialList, Stage.CityLetter, DateTime.UnixEpoch, actor.RegionCode));
        return new LetterPaper(letter, new LetterFile(letter, [.. annex], "样建函", facts), today) { IsSample = true };
    }
}
