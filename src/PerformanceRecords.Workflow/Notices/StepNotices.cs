using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Workflow.Notices;

/// <summary>Tells the enterprise what a step meant for it, in the step's transaction.</summary>
public sealed class StepNotices(Notifier notifier)
{
    public async Task TellAsync(Application application, ApplicationEvent taken, CancellationToken cancellation)
    {
        if (Words(application, taken) is not var (kind, title, text))
        {
            return;
        }

        var news = new NewsItem(kind, $"“{application.ProjectName}”{title}", text, $"/applications/{application.Id}", $"step:{taken.Id:N}", taken.At);
        await notifier.TellAsync(application.EnterpriseId, news, cancellation);
    }

    private static (NotificationKind Kind, string Title, string Text)? Words(Application application, ApplicationEvent taken) => taken switch
    {
        { Act: Act.Return } => (
            NotificationKind.Returned, "退回补正", $"{taken.OrganisationName}的意见：{taken.Opinion} 请按意见改后重报{Until(application)}。"),
        { Act: Act.Reject } => (NotificationKind.Decided, "不予通过", $"{taken.OrganisationName}的理由：{taken.Opinion} 这件申报到此终结。"),
        { Act: Act.OpenPort } => (
            NotificationKind.Port, "已开通补录端口", $"补录端口 {taken.Reference}，请填报项目信息并提交{Until(application)}。"),
        { To: Stage.Completed } => (
            NotificationKind.Decided, "审核完成，正在推送",
            $"通过不等于显示：平台显示以后会再告诉您，最迟 {PublicationClock.LastDay(taken.At):yyyy-MM-dd} 可以查到。"),
        _ => null,
    };

    private static string Until(Application application) => application.DueOn is { } due ? $"，{due:yyyy-MM-dd} 前有效" : "";
}
