using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>Where a filing is, and how long is left, in the words of the first page.</summary>
internal static class StageWords
{
    /// <summary>在谁手里</summary>
    public static Tag Holder(FilingLine filing, DateOnly today) => filing.Stage switch
    {
        Stage.FillIn when filing.PortClosed(today) => Tag.Bad("端口已到期"),
        Stage.CityReview => Tag.Waiting("市级核实中"),
        Stage.CityLetter => Tag.Waiting("市级报省中"),
        Stage.ProvinceReview => Tag.Waiting("省厅核实中"),
        Stage.ProvinceLetter => Tag.Waiting("省厅发函中"),
        Stage.MinistryReview => Tag.Waiting("住建部审核中"),
        Stage.Confirmation => Tag.Waiting("市级确认中"),
        Stage.AwaitingPermit => Tag.Waiting("等待施工许可"),
        Stage.Completed => Tag.Waiting("审核完成，推送中"),
        Stage.Amendment => Tag.Back("退回补正"),
        Stage.FillIn => Tag.Attention("端口已开通", Icon.Key),
        _ => Tag.Quiet("草稿"),
    };

    /// <summary>What the first thing to do asks for, as a sentence after the date.</summary>
    public static (string Before, string After) Asked(FilingLine filing, DateOnly today) => filing.Stage switch
    {
        Stage.Amendment when filing.DueOn < today => ("审核部门提出了意见，应在", "前补正，请尽快补正重报。"),
        Stage.Amendment => ("审核部门提出了意见。请在", "前补正重报。"),
        _ when filing.PortClosed(today) => ("补录端口已在", "到期，填过的内容都在；请联系省厅延期后接着填。"),
        _ => ("补录端口已开通。请在", "前填报并提交。"),
    };

    /// <summary>市级核实, 补正后重报: what a reviewer has before them.</summary>
    public static Tag Task(Stage stage, Stage? askedAt) => stage switch
    {
        _ when askedAt == stage => Tag.Attention("补正后重报", Icon.Return),
        Stage.CityReview => Tag.Waiting("市级核实"),
        Stage.CityLetter => Tag.Waiting("待报省函"),
        Stage.ProvinceReview => Tag.Waiting("省厅核实"),
        Stage.ProvinceLetter => Tag.Waiting("待发函"),
        Stage.MinistryReview => Tag.Waiting("住建部审核"),
        Stage.Confirmation => Tag.Waiting("市级确认"),
        _ => Tag.Quiet("办理中"),
    };

    /// <summary>The colour of a deadline, beside its words.</summary>
    public static string Urgency(DateOnly due, DateOnly today) =>
        due <= today ? "due" : WorkingCalendar.WorkdaysBetween(today, due) <= 3 ? "soon" : "";
}
