using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>The sentence on top of a filing: who has to do what, by when.</summary>
/// <param name="Label">Whether it is for the reader.</param>
/// <param name="StageText">Who is at it, for the timeline.</param>
/// <param name="Verb">The word on the button; null where there is nothing to do.</param>
public sealed record NextAction(string Label, string What, string When, string StageText, bool Urgent = false, string? Verb = null, string? Url = null)
{
    public static NextAction Of(FilingDetails details, RouteOutlook outlook, int? left, DateOnly today)
    {
        var application = details.Application;
        var id = application.Id;
        var type = details.State.Type;
        var destination = FilingWords.DestinationOf(application);
        return application.Stage switch
        {
            Stage.Draft => new("现在该您办", "填完申请，核对后提交", "草稿会一直保留，随时可以接着填。", "草稿", Verb: "接着填", Url: FirstOpen(details)),
            Stage.Amendment => new("现在该您办", "按意见补正，改好后重新提交", By(application, left, today), "企业补正", Urgent: true, Verb: "去补正", Url: FirstOpen(details)),
            Stage.FillIn when details.Writable =>
                new("现在该您办", $"端口已开通，请在“{type.Module}”填报", By(application, left, today), "企业填报", Urgent: left <= 3, Verb: "去填报", Url: FirstOpen(details)),
            Stage.FillIn => new("端口不可用", $"补录端口 {details.State.Port?.Number} 已到期或关闭", "填过的内容都在。请联系省厅延期，延期后接着填。", "企业填报", Urgent: true),
            Stage.Completed when application.ShownAt is { } shown => new("已办结", $"{destination}已经显示", $"{DateText.Day(shown)} 起可以在{destination}查到。", "办结"),
            Stage.Completed when details.Stuck is [{ WithPeople: false } held, ..] => new(
                "现在不用您做什么",
                $"审核完成，{held.Destination.Chinese()}{(held.Channel == ChannelState.Outage ? "停机，恢复后自动推送" : "通道断开，省厅正在恢复")}",
                Shown(destination, PublicationClock.LastDay(application.ApprovedAt!.Value), today),
                $"等{held.Destination.Chinese()}恢复"),
            Stage.Completed when details.Stuck is [var stuck, ..] => new(
                "现在不用您做什么",
                $"审核完成，{(stuck.Earlier ? "排在前面的" : "")}{string.Join('、', details.Stuck.Where(s => s.WithPeople && s.Earlier == stuck.Earlier).Select(s => s.Section.Chinese()).Distinct())}没有被{stuck.Destination.Chinese()}接收，省厅正在处理",
                $"审核结果不变。{(stuck.Earlier ? "这个项目先前办的一件还没有推送成，办好后接着推送本件。" : "查明是省平台的内容有错的，省厅会请您发起业绩修正，改好后接着推送。")}七日时限是{DateText.InSentence(PublicationClock.LastDay(application.ApprovedAt!.Value), today)}，显示后这里会标明。",
                "省厅处理推送受阻",
                Urgent: true),
            Stage.Completed => new(
                "现在不用您做什么",
                $"审核完成，正在推送{destination}",
                Shown(destination, PublicationClock.LastDay(application.ApprovedAt!.Value), today),
                $"推送{destination}",
                Urgent: today >= ChinaClock.DateInChina(application.ApprovedAt!.Value + PublicationClock.Warning)),
            Stage.Rejected => new("已办结", "不予通过", "理由见下面的办理经过。条件具备后可以重新申报。", "不予通过", Urgent: true),
            Stage.Abandoned => new("已办结", "已放弃申报", "需要时可以重新申报。", "已放弃"),
            Stage.AwaitingPermit => new("现在不用您做什么", "等施工许可办下来", "施工许可证办理后由主管部门的系统送到，自动对上这个项目，随即推送部平台，不用您再来办。", "等待施工许可"),
            var stage => new("现在不用您做什么", Doing(outlook, type, Routes.Of(application.RouteCode), stage), By(application, left, today), stage.Chinese()),
        };
    }

    /// <summary>The first task that is not done.</summary>
    public static string FirstOpen(FilingDetails details) => FilingTasks.Of(details).All.First(t => t is { Done: false, Skippable: false }).Url;

    private static string Shown(string destination, DateOnly due, DateOnly today) => due >= today
        ? (today.AddDays((PublicationClock.Limit - PublicationClock.Warning).Days) >= due ? "已满 5 天，省厅已收到提醒。" : "")
            + $"最迟{DateText.InSentence(due, today)}{destination}可以查到，显示后这里会标明。"
        : $"本应在{DateText.InSentence(due, today)}前可以查到，已经超过，省厅正在处理；显示后这里会标明。";

    private static string Doing(RouteOutlook outlook, ApplicationType type, Domain.Applications.Route route, Stage stage) =>
        $"等{outlook.From(type, route, stage)[0].What}";

    private static string By(Application application, int? left, DateOnly today) => (application.DueOn, left) switch
    {
        ({ } due, > 0) => $"{DateText.InSentence(due, today)}前，剩 {left} 个工作日。",
        ({ }, 0) => "今日到期。",
        ({ } due, < 0) => $"应在{DateText.InSentence(due, today)}前，已超期 {-left} 个工作日。",
        _ => "",
    };
}
