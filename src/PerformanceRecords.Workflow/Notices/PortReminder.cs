using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Notices;

/// <summary>Reminds an enterprise of a supplement port that is about to expire unused.</summary>
public sealed class PortReminder(AppDbContext db, Notifier notifier, TimeProvider clock) : IReminder
{
    /// <summary>Working days before the last one.</summary>
    public const int DaysBefore = 3;

    public async Task<int> RemindAsync(CancellationToken cancellation = default)
    {
        var today = clock.TodayInChina();
        var last = WorkingCalendar.AddWorkdays(today, DaysBefore);
        var ports = await db.SupplementPorts.AsNoTracking()
            .Where(p => p.SubmissionsUsed == 0 && p.ClosedAt == null && p.ExpiresOn >= today && p.ExpiresOn <= last)
            .Select(p => new { p.Id, p.Number, p.ApplicationId, p.EnterpriseId, p.ProjectName, p.ExpiresOn })
            .ToListAsync(cancellation);
        var told = 0;
        foreach (var port in ports)
        {
            var news = new NewsItem(
                NotificationKind.Port, $"“{port.ProjectName}”的补录端口 {port.ExpiresOn:yyyy-MM-dd} 到期",
                $"补录端口 {port.Number} 到期后不能再填报。来不及的，请在到期前向省厅申请延期。",
                $"/applications/{port.ApplicationId}", $"port:{port.Id:N}:{port.ExpiresOn:yyyyMMdd}", clock.GetUtcNow().UtcDateTime);
            told += await notifier.TellOnceAsync(port.EnterpriseId, news, cancellation) ? 1 : 0;
        }

        await db.SaveChangesAsync(cancellation);
        return told;
    }
}
