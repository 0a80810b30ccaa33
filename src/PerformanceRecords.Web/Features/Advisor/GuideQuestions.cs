using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Advice;

namespace PerformanceRecords.Web.Features.Advisor;

/// <summary>One question with its answers.</summary>
/// <param name="Name">Of the fields of the form.</param>
/// <param name="Many">Several answers at a time.</param>
/// <param name="Why">Where an answer that is chosen already comes from.</param>
public sealed record GuideQuestion(string Name, string Legend, bool Many, IReadOnlyList<GuideOption> Options, string? Why = null)
{
    /// <summary>Short answers stand side by side.</summary>
    public bool Short => Options.Count == 2 && Options.All(o => o.Note is null);
}

/// <summary>One answer.</summary>
public sealed record GuideOption(string Value, string Text, bool Chosen, string? Note = null)
{
    public string IdIn(GuideQuestion question) => $"g-{question.Name}-{Value}";
}

/// <summary>The questions as the form asks them: the kind of works and the wish always, then those the decision table needs.</summary>
public sealed class GuideQuestions(GuideForm form, ProjectFinding? finding, Situation situation)
{
    public IReadOnlyList<GuideQuestion> First => [Works(), Wishes()];

    public IReadOnlyList<GuideQuestion> Further => situation is { Wish: null } or { Sector: null } ? [] : [.. Asked().OfType<GuideQuestion>()];

    private Situation? Known => finding?.Known;

    private IEnumerable<GuideQuestion?> Asked()
    {
        var questions = Domain.Applications.Advice.Advisor.Questions(situation, Known);
        if (situation.Wish == Wish.Correct)
        {
            yield return Targets(Correction.Type.Askable);
        }

        foreach (var question in questions)
        {
            yield return question switch
            {
                Question.Provincial when Known?.Provincial is null => YesNo("provincial", "省平台有这个项目吗？", "有", "没有", situation.Provincial),
                Question.OwnRecord when Known?.OwnRecord is null => YesNo("own", "本单位在省平台有这个项目的业绩记录吗？", "有", "没有", situation.OwnRecord),
                Question.National when Known?.National is null => Nationally(),
                Question.Completed => YesNo("completed", "竣工验收了吗？", "已通过", "没有", situation.Completed, Known?.Completed is not null, "业绩库里有竣工日期或竣工验收"),
                Question.InProvince when Known?.InProvince is null => YesNo("inside", "项目在本省吗？", "在", "不在", situation.InProvince),
                Question.Reviewed => YesNo("reviewed", "在本省经施工图审查合格了吗？", "已合格", "没有", situation.Reviewed, Known?.Reviewed is not null, "业绩库里有施工图审查"),
                Question.Target => Targets(Sections.Basic | Upgrade.Type.Askable),
                Question.Raisable when Known?.National == Sections.None => null,
                Question.Raisable => finding?.ShownGrades.Count > 0 ? Grade() : YesNo("raisable", "部平台上的等级低于要升到的等级吗？", "低于", "已经是了", situation.Raisable),
                _ => null,
            };
        }

        if (ForEvidence() is { } further)
        {
            yield return further;
        }
    }

    // what only changes the list of materials; the way is clear without it
    private GuideQuestion? ForEvidence() => situation switch
    {
        { Sector: Sector.Survey or Sector.OtherIndustry, Wish: Wish.Enter or Wish.Complete or Wish.Qualify } when Known?.OwnRecord != true =>
            YesNo("reviewed", "经过施工图审查吗？（决定交哪些材料）", "经过", "不需要审查", situation.Reviewed),
        { Wish: Wish.Raise } when Known?.Before2016 is null && form.Targets.HasFlag(Sections.DrawingReview) =>
            YesNo("early", $"是 2016 年前的项目吗？（{ProjectDay.InWords}）", "是", "不是", situation.Before2016),
        _ => null,
    };

    private GuideQuestion Works()
    {
        var building = situation.Sector is Sector.Municipal ? Sector.Municipal : Sector.Building;
        return new(
            "sector", "工程类别", false,
            [
                new(building.ToString(), "房屋建筑、市政工程", situation.Sector is Sector.Building or Sector.Municipal),
                new(nameof(Sector.Survey), Sector.Survey.Chinese(), situation.Sector == Sector.Survey, "岩土工程勘察、工程测量、水文地质"),
                new(nameof(Sector.OtherIndustry), "其他行业设计", situation.Sector == Sector.OtherIndustry, "公路、水利、电力等行业"),
            ],
            Known?.Sector is null || Known.Sector != situation.Sector ? null : finding?.Record is not null ? "业绩库里的工程类别" : $"按项目编号第 13–14 位“{finding?.ProjectNumber?[12..14]}”");
    }

    private GuideQuestion Wishes() => new(
        "wish", "想办成什么？", false,
        [.. Enum.GetValues<Wish>().Select(w => new GuideOption(w.ToString(), w.Chinese(), situation.Wish == w, w == Wish.Raise ? "要先在部平台查得到" : null))]);

    private GuideQuestion Nationally() => new(
        "national", "部平台显示了哪些环节？", true,
        [
            new(GuideForm.Nothing, "查不到这个项目", situation.National == Sections.None),
            .. SectionSets.Complete.Each().Select(s => new GuideOption(s.ToString(), s.Chinese(), situation.National?.HasFlag(s) == true)),
        ]);

    private GuideQuestion Targets(Sections offered) => new(
        "target", situation.Wish == Wish.Raise ? "要升级哪个环节？" : "哪些环节要改？", true,
        [.. offered.Each().Select(s => new GuideOption(s.ToString(), s.Chinese(), form.Targets.HasFlag(s)))]);

    private GuideQuestion Grade() => new(
        "grade", "升到哪一级？", false,
        [.. new[] { DataGrade.A, DataGrade.B }.Select(g => new GuideOption(g.ToString(), $"{g} 级", form.DataGrade == g))]);

    private static GuideQuestion YesNo(string name, string legend, string yes, string no, bool? answer, bool known = false, string? why = null) =>
        new(name, legend, false, [new("yes", yes, answer == true), new("no", no, answer == false)], known && answer == true ? why : null);
}
