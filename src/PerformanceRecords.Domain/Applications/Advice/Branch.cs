using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using static PerformanceRecords.Domain.Applications.Advice.Conditions;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>One row of the decision table: where all of this holds, this is the way.</summary>
/// <param name="Source">The passage of the source text it puts into data.</param>
/// <param name="Asks">The sections the application would be about.</param>
public sealed record Branch(string Source, ApplicationType Type, string Why, Func<Situation, Sections> Asks, params IReadOnlyList<Condition> When);

/// <summary>判断表: the source text's prose as rows. The advisor and the check at submission read the same rows.</summary>
public static class Branches
{
    public static IReadOnlyList<Branch> All { get; } =
    [
        new("一", FirstEntry.Type, "房建市政合同签订后先登记，办理施工许可证后自动推送部平台", Nothing,
            Wishes(Wish.Enter, Wish.Qualify), BuildingOrMunicipal, NoOwnRecord, NotCompleted),
        new("二.1", Supplement.Type, "部平台和省平台都没有，已在本省经施工图审查合格并通过竣工验收", Nothing,
            Wishes(Wish.Enter, Wish.Qualify), BuildingOrMunicipal, NoProvincial, NothingNational, Completed, InProvince, Reviewed),
        new("二.2", CompletionFromProvince.Type, "省平台有信息，部平台没有", Nothing,
            Wishes(Wish.Complete, Wish.Enter, Wish.Correct), BuildingOrMunicipal, Provincial, NothingNational, Established),
        new("三.1（1）", Completion.Type, "部平台有基本信息，缺施工图审查或设计合同", s => Missing(s, Completion.Type),
            Wishes(Wish.Complete, Wish.Enter, Wish.Correct), BuildingOrMunicipal, BasicNational, LacksReviewOrContract, Established),
        new("三.1（2）", CompletionOfIndicators.Type, "部平台缺业绩技术指标", s => Missing(s, CompletionOfIndicators.Type),
            Wishes(Wish.Complete, Wish.Enter, Wish.Correct), BuildingOrMunicipal, BasicNational, LacksIndicators, HasReviewAndContract, Established),
        new("三.1（3）", CompletionOfPersonnel.Type, "部平台没有显示人员信息", s => Missing(s, CompletionOfPersonnel.Type),
            Wishes(Wish.Complete, Wish.Enter, Wish.Correct), BuildingOrMunicipal, BasicNational, LacksPersonnel, HasReviewAndContract, HasIndicators, Established),
        new("三.2", Correction.Type, "已竣工，部平台各个环节都有，部分信息缺失或错误", s => (s.Target ?? Sections.None) & Correction.Type.Askable,
            Wishes(Wish.Correct), BuildingOrMunicipal, AllNational, OwnRecord, Completed),
        new("四", OtherIndustry.Type, "工程勘察和房建市政以外的设计，在行业外工程模块录入", Nothing,
            Wishes(Wish.Enter, Wish.Complete), SurveyOrOther, LacksProjectOrIndicators),
        new("四、六.1", OtherIndustry.Type, "报省审批资质的，先补录项目，再进指标库", Nothing,
            Wishes(Wish.Qualify), SurveyOrOther, NoOwnRecord),
        new("五.1（1）", Upgrade.Type, "升级施工图审查的数据等级", s => s.Target!.Value & Upgrade.Type.Askable,
            Wishes(Wish.Raise), Raises(Sections.DrawingReview), OwnRecord, Shows(Sections.DrawingReview), Raisable),
        new("五.1（2）", Upgrade.Type, "升级业绩技术指标的数据等级", _ => Sections.Indicators,
            Wishes(Wish.Raise), Raises(Sections.Indicators, without: Sections.DrawingReview), OwnRecord, Shows(Sections.Indicators), Raisable),
        new("五.1（3）房建市政", Upgrade.Type, "基本信息随施工图审查升级", _ => Sections.DrawingReview,
            Wishes(Wish.Raise), Raises(Sections.Basic, without: Upgrade.Type.Askable), BuildingOrMunicipal, OwnRecord, Shows(Sections.DrawingReview), Raisable),
        new("五.1（3）非房建市政", Upgrade.Type, "基本信息随业绩技术指标升级", _ => Sections.Indicators,
            Wishes(Wish.Raise), Raises(Sections.Basic, without: Upgrade.Type.Askable), SurveyOrOther, OwnRecord, Shows(Sections.Indicators), Raisable),
        new("六", IndicatorLibrary.Type, "项目已有记录，在指标库办理后进入政务网", Nothing,
            Wishes(Wish.Qualify), OwnRecord),
    ];

    private static Sections Nothing(Situation situation) => Sections.None;

    private static Sections Missing(Situation situation, ApplicationType type) => (situation.Missing ?? Sections.None) & type.Askable;
}
