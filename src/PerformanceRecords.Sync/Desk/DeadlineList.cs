using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Desk;

/// <summary>One section that is five days old or older and not shown.</summary>
public sealed record DeadlineRow(
    Guid Id, Guid ApplicationId, Destination Destination, string ProjectName, string ProjectNumber, string EnterpriseName, string CityCode, Sections Section,
    PushState State, PushProblem? Problem, bool Scheduled, string? Error, DateTime ApprovedAt)
{
    public PushStanding Standing => PushStandings.Of(State, Problem, Scheduled);
}

/// <summary>七日时限: everything that is close to its seven days or beyond them, the oldest first. On age alone.</summary>
public sealed class DeadlineList(AppDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>One row more than a page where there is a next one.</summary>
    public Task<List<DeadlineRow>> PageAsync(PushKey? after, CancellationToken cancellation = default)
    {
        var late = Late(db, clock.GetUtcNow().UtcDateTime).AsNoTracking();
        if (after is { } key)
        {
            late = late.Where(m => m.CreatedAt >= key.CreatedAt && (m.CreatedAt > key.CreatedAt || m.Id > key.Id));
        }

        return (
            from m in late
            join e in db.Organisations on m.EnterpriseId equals e.Id
            orderby m.CreatedAt, m.Id
            select new DeadlineRow(
                m.Id, m.ApplicationId, m.Destination, m.ProjectName, m.ProjectNumber, e.Name, m.CityCode, m.Section,
                m.State, m.Problem, m.NextAttemptAt != null, m.Error, m.CreatedAt))
            .Take(PageSize + 1).ToListAsync(cancellation);
    }

    /// <summary>Also what the side menu counts.</summary>
    public static IQueryable<PushMessage> Late(AppDbContext db, DateTime now)
    {
        var fifth = now - PublicationClock.Warning;
        return db.PushMessages.Undelivered().Where(m => m.CreatedAt <= fifth);
    }
}
