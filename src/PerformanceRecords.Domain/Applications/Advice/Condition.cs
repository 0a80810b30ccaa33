using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>One cell of the decision table.</summary>
/// <param name="Question">What has to be known to judge it.</param>
/// <param name="Text">What must hold, in words.</param>
/// <param name="Otherwise">What is said where it does not hold.</param>
/// <param name="Holds">Null where the answer is not known.</param>
public sealed record Condition(Question Question, string Text, string Otherwise, Func<Situation, bool?> Holds)
{
    /// <summary>Where it does not hold, the enterprise can bring it about.</summary>
    public bool Mendable { get; init; }

    /// <summary>Where it does not hold, and no other way is right either: what is left to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>Where it does not hold, what it leads to is there already.</summary>
    public bool Reached { get; init; }
}

/// <summary>The conditions of the source text.</summary>
internal static class Conditions
{
    private const Sections ReviewAndContract = Sections.DrawingReview | Sections.Contract;

    public static readonly Condition BuildingOrMunicipal = new(
        Question.Sector, "房屋建筑或市政工程", "只用于房屋建筑和市政工程", s => s.Sector is null ? null : s.Sector is Sector.Building or Sector.Municipal);

    public static readonly Condition SurveyOrOther = new(
        Question.Sector, "工程勘察，或房建市政以外的设计", "只用于工程勘察和房建市政以外的设计", s => s.Sector is null ? null : s.Sector is Sector.Survey or Sector.OtherIndustry);

    public static readonly Condition NoProvincial = new(Question.Provincial, "省平台没有这个项目", "省平台已有这个项目", s => !InProvincial(s));

    public static readonly Condition Provincial = new(Question.Provincial, "省平台有这个项目", "省平台没有这个项目", InProvincial);

    public static readonly Condition NoOwnRecord = new(Question.OwnRecord, "本单位还没有这个项目的记录", "本单位已有这个项目的记录", s => !s.OwnRecord);

    public static readonly Condition OwnRecord = new(Question.OwnRecord, "本单位已有这个项目的记录", "本单位在省平台还没有这个项目的业绩记录", s => s.OwnRecord)
    {
        Mendable = true,

        // what other systems brought is not this portal's to change; the letters of 三.2 also go on paper
        Remedy = "部平台上的内容不是经本单位在本门户的申报推送的，请向项目所在地设区市建设主管部门书面提出，由其报省厅办理。",
    };

    public static readonly Condition NothingNational = new(
        Question.National, "部平台没有信息", "部平台已有这个项目", s => s.National is { } shown ? shown == Sections.None : null)
    {
        Reached = true,
    };

    public static readonly Condition BasicNational = new(
        Question.National, "部平台有基本信息", "部平台还没有这个项目", s => s.National is { } shown ? shown.HasFlag(Sections.Basic) : null);

    public static readonly Condition LacksReviewOrContract = new(
        Question.National, "部平台缺施工图审查或设计合同", "部平台已有施工图审查和设计合同", s => s.Missing is { } missing ? (missing & ReviewAndContract) != 0 : null)
    {
        Reached = true,
    };

    public static readonly Condition HasReviewAndContract = new(
        Question.National, "部平台已有施工图审查和设计合同，或本次不办", "先完善施工图审查和设计合同", s => s.Missing is { } missing ? (missing & ReviewAndContract) == 0 : null);

    public static readonly Condition LacksIndicators = new(
        Question.National, "部平台缺业绩技术指标", "部平台已有业绩技术指标", s => s.Missing is { } missing ? missing.HasFlag(Sections.Indicators) : null)
    {
        Reached = true,
    };

    public static readonly Condition HasIndicators = new(
        Question.National, "部平台已有业绩技术指标，或本次不办", "先完善业绩技术指标", s => s.Missing is { } missing ? !missing.HasFlag(Sections.Indicators) : null);

    public static readonly Condition LacksPersonnel = new(
        Question.National, "部平台没有显示人员", "部平台已有人员信息", s => s.Missing is { } missing ? missing.HasFlag(Sections.Personnel) : null)
    {
        Reached = true,
    };

    public static readonly Condition AllNational = new(
        Question.National, "部平台各个环节都有", "部平台还缺环节，先办理信息完善", s => s.National is { } shown ? (SectionSets.Complete & ~shown) == 0 : null)
    {
        Mendable = true,
    };

    public static readonly Condition LacksProjectOrIndicators = new(
        Question.National, "部平台缺项目信息或业绩技术指标", "部平台已有项目信息和业绩技术指标",
        s => s.National is { } shown ? (SectionSets.OutOfSector & ~shown) != 0 : null)
    {
        Reached = true,
    };

    public static readonly Condition Completed = new(Question.Completed, "已通过竣工验收", "还没有竣工验收", s => s.Completed) { Mendable = true };

    public static readonly Condition NotCompleted = new(Question.Completed, "合同已签订，还没有竣工", "项目已经竣工", s => !s.Completed);

    // a contract just signed is registered first, whatever others have brought of the project
    public static readonly Condition Established = new(
        Question.Completed, "已竣工，或本单位已有记录", "项目没有竣工、本单位也没有记录的，先登记合同", s => (s.Completed, s.OwnRecord) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        });

    public static readonly Condition InProvince = new(Question.InProvince, "项目在本省", "项目不在本省", s => s.InProvince);

    public static readonly Condition Reviewed = new(Question.Reviewed, "在本省经施工图审查合格", "没有经施工图审查合格", s => s.Reviewed) { Mendable = true };

    public static readonly Condition Raisable = new(Question.Raisable, "部平台上的等级低于要升到的等级", "部平台上已经是要升到的等级", s => s.Raisable) { Reached = true };

    public static Condition Wishes(params Wish[] wishes) => new(
        Question.Wish, "想" + string.Join("，或", wishes.Select(w => w.Chinese())), $"要“{wishes[0].Chinese()}”时才办", s => s.Wish is { } wish ? wishes.Contains(wish) : null);

    public static Condition Raises(Sections section, Sections without = Sections.None) => new(
        Question.Target, $"要升级{section.Chinese()}", $"要升级的不是{section.Chinese()}",
        s => s.Target is { } target ? target.HasFlag(section) && (target & without) == 0 : null);

    public static Condition Shows(Sections section) => new(
        Question.National, $"部平台已显示{section.Chinese()}", $"部平台还没有显示{section.Chinese()}，显示后才能升级", s => s.National is { } shown ? shown.HasFlag(section) : null)
    {
        Mendable = true,
    };

    // whoever has a record has it on this portal
    private static bool? InProvincial(Situation s) => s.OwnRecord == true ? true : s.Provincial;
}
