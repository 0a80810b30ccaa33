using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Sync.Desk;

namespace PerformanceRecords.Sync.Notices;

/// <summary>七日时限: raises the alarm on the fifth and on the seventh day, by age alone, however healthy everything looks.</summary>
public sealed class DeadlineReminder(AppDbContext db, Notifier notifier, TimeProvider clock) : IReminder
{
    public async Task<int> RemindAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var fifth = now - PublicationClock.Warning;
        var late = await db.PushMessages.AsNoTracking()
            .Where(m => PushStandings.Undelivered.Contains(m.State) && m.CreatedAt <= fifth)
            .GroupBy(m => new { m.ApplicationId, m.EnterpriseId, m.ProjectName, m.Destination })
            .Select(g => new { g.Key.ApplicationId, g.Key.EnterpriseId, g.Key.ProjectName, g.Key.Destination, ApprovedAt = g.Min(m => m.CreatedAt), Count = g.Count() })
            .ToListAsync(cancellation);
        var told = 0;
        foreach (var one in late)
        {
            var over = PublicationClock.Urgency(one.ApprovedAt, now) == PublicationUrgency.Overdue;
            var due = ChinaClock.ToChina(PublicationClock.DueAt(one.ApprovedAt));
            var news = new NewsItem(
                NotificationKind.Deadline,
                over ? $"“{one.ProjectName}”超过七日仍未显示" : $"“{one.ProjectName}”第 {PublicationClock.Day(one.ApprovedAt, now)} 天仍未显示",
                $"{one.Count} 个环节审核完成后还没有在平台显示，七日时限 {due:yyyy-MM-dd HH:mm} {(over ? "已过" : "到")}。",
                "/push/deadlines", $"{(over ? "day7" : "day5")}:{one.ApplicationId:N}:{one.Destination}", now);
            told += await notifier.TellProvinceOnceAsync(news, cancellation) ? 1 : 0;
            await notifier.TellOnceAsync(one.EnterpriseId, news with { Url = $"/applications/{one.ApplicationId}", Text = news.Text + "省厅已收到提醒，正在处理。" }, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return told;
    }
}
