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
    // a page at a time: after a long outage everything is late
    private const int Page = 500;

    public async Task<int> RemindAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var told = 0;
        var seen = new HashSet<(Guid, Destination)>();
        for (var page = await PageAsync(null, now, cancellation); page.Count > 0; page = page.Count < Page ? [] : await PageAsync(page[^1], now, cancellation))
        {
            // the oldest comes first, so the first of a filing is the one whose days count
            var filings = page.Where(m => seen.Add((m.ApplicationId, m.Destination))).ToDictionary(m => Key(m, now));
            var known = await notifier.KnownToProvinceAsync(filings.Keys, cancellation);
            told += await TellAsync([.. filings.Where(f => !known.Contains(f.Key)).Select(f => f.Value)], now, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        return told;
    }

    private Task<List<Late>> PageAsync(Late? after, DateTime now, CancellationToken cancellation)
    {
        var late = DeadlineList.Late(db, now);
        if (after is { } last)
        {
            late = late.Where(m => m.CreatedAt >= last.CreatedAt && (m.CreatedAt > last.CreatedAt || m.Id > last.Id));
        }

        return late.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(Page)
            .Select(m => new Late(m.Id, m.CreatedAt, m.ApplicationId, m.Destination, m.EnterpriseId, m.ProjectName)).ToListAsync(cancellation);
    }

    private async Task<int> TellAsync(List<Late> filings, DateTime now, CancellationToken cancellation)
    {
        var ids = filings.Select(f => f.ApplicationId).ToList();
        var counts = await DeadlineList.Late(db, now).Where(m => ids.Contains(m.ApplicationId))
            .GroupBy(m => new { m.ApplicationId, m.Destination }).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.ApplicationId, g.Key.Destination), g => g.Count, cancellation);
        var told = 0;
        foreach (var one in filings)
        {
            var over = PublicationClock.Urgency(one.CreatedAt, now) == PublicationUrgency.Overdue;
            var due = ChinaClock.ToChina(PublicationClock.DueAt(one.CreatedAt));
            var news = new NewsItem(
                NotificationKind.Deadline,
                over ? $"“{one.ProjectName}”超过七日仍未显示" : $"“{one.ProjectName}”第 {PublicationClock.Day(one.CreatedAt, now)} 天仍未显示",
                $"{counts.GetValueOrDefault((one.ApplicationId, one.Destination), 1)} 个环节审核完成后还没有在平台显示，七日时限 {due:yyyy-MM-dd HH:mm} {(over ? "已过" : "到")}。",
                "/push/deadlines", Key(one, now), now);
            told += await notifier.TellProvinceOnceAsync(news, cancellation) ? 1 : 0;
            await notifier.TellOnceAsync(one.EnterpriseId, news with { Url = $"/applications/{one.ApplicationId}", Text = news.Text + "省厅已收到提醒，正在处理。" }, cancellation);
        }

        return told;
    }

    private static string Key(Late one, DateTime now) =>
        $"{(PublicationClock.Urgency(one.CreatedAt, now) == PublicationUrgency.Overdue ? "day7" : "day5")}:{one.ApplicationId:N}:{one.Destination}";

    private sealed record Late(Guid Id, DateTime CreatedAt, Guid ApplicationId, Destination Destination, Guid EnterpriseId, string ProjectName);
}
