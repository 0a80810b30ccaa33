using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Sync.Notices;

/// <summary>Tells filer and province what became of pushes, in the transaction that wrote it down.</summary>
internal static class PushNotices
{
    /// <summary>The enterprise can see it outside: the promise is kept.</summary>
    public static async Task ShownAsync(Notifier notifier, IEnumerable<PushMessage> shown, DateTime now, CancellationToken cancellation)
    {
        foreach (var group in shown.GroupBy(m => (m.ApplicationId, m.Destination)))
        {
            await notifier.TellAsync(group.First().EnterpriseId, ShownNews.Of([.. group], now), cancellation);
        }
    }

    /// <summary>Sending again cannot mend it: the province has to act, the enterprise has to know.</summary>
    public static async Task StuckAsync(Notifier notifier, PushMessage message, Guid attemptId, DateTime now, CancellationToken cancellation)
    {
        var what = $"“{message.ProjectName}”的{message.Section.Chinese()}";
        await notifier.TellProvinceAsync(
            new NewsItem(
                NotificationKind.PushStuck, $"{what}被{message.Destination.Chinese()}拒收",
                $"{message.Error} 七日时限 {ChinaClock.ToChina(PublicationClock.DueAt(message.CreatedAt)):yyyy-MM-dd HH:mm} 到。",
                $"/push/{message.Id}", $"stuck:{message.Id:N}:{attemptId:N}", now),
            cancellation);
        await notifier.TellAsync(
            message.EnterpriseId,
            new NewsItem(
                NotificationKind.PushStuck, $"{what}暂时没有被{message.Destination.Chinese()}接收",
                "审核结果不变，省厅正在处理，需要您补充材料时会另行告知。",
                $"/applications/{message.ApplicationId}", $"stuck:{message.Id:N}:{attemptId:N}", now),
            cancellation);
    }

    public static Task ChannelAsync(Notifier notifier, Destination destination, ChannelState state, string reason, DateTime now, CancellationToken cancellation) =>
        notifier.TellProvinceAsync(
            new NewsItem(
                NotificationKind.Channel,
                state == ChannelState.Fused ? $"{destination.Chinese()}拒绝凭据或合约，通道已断开" : $"{destination.Chinese()}没有应答，已转入停机模式",
                state == ChannelState.Fused ? $"{reason}。更正后由人闭合保险丝，积压不会丢。" : $"{reason}。正在自动试探，恢复后按项目、按环节顺序补推。",
                "/push", $"channel:{destination}:{state}:{now:yyyyMMddHHmmss}", now),
            cancellation);
}
