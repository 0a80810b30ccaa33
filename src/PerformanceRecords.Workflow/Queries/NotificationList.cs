using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Notifications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>消息 of one person, last first.</summary>
public sealed class NotificationList(AppDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<Page<Notification, TimeKey>> PageAsync(Guid userId, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var own = db.Notifications.AsNoTracking().Where(n => n.UserId == userId);
        own = turn switch
        {
            { After: { } k } => own.Where(n => n.At <= k.At && (n.At < k.At || n.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => own.Where(n => n.At >= k.At && (n.At > k.At || n.Id.CompareTo(k.Id) > 0)),
            _ => own,
        };
        own = turn.Before is null ? own.OrderByDescending(n => n.At).ThenByDescending(n => n.Id) : own.OrderBy(n => n.At).ThenBy(n => n.Id);
        return Page<Notification, TimeKey>.Of(await own.Take(PageSize + 1).ToListAsync(cancellation), PageSize, n => new TimeKey(n.At, n.Id), turn);
    }

    /// <summary>Marks one as read and says where it leads; somebody else's is not there.</summary>
    public async Task<string> OpenAsync(Guid userId, Guid id, CancellationToken cancellation = default)
    {
        var url = await db.Notifications.Where(n => n.Id == id && n.UserId == userId).Select(n => n.Url).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFoundException(nameof(Notification), id);
        await ReadAsync(db.Notifications.Where(n => n.Id == id && n.UserId == userId), cancellation);
        return url;
    }

    public Task<int> ReadAllAsync(Guid userId, CancellationToken cancellation = default) =>
        ReadAsync(db.Notifications.Where(n => n.UserId == userId), cancellation);

    private Task<int> ReadAsync(IQueryable<Notification> notifications, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return notifications.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellation);
    }
}
