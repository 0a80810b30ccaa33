using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>One line of the list of permits that arrived.</summary>
public sealed record PermitLine(
    Guid Id, string PermitNumber, DateOnly IssuedOn, string ProjectName, string? ProjectNumber, string OwnerName, string RegionCode,
    PermitState State, DateTime ReceivedAt, DateTime? DecidedAt, string? DecidedByName, string? Remark);

/// <summary>The permits that wait for somebody, and those that were dealt with.</summary>
public sealed class PermitList(AppDbContext db)
{
    public const int PageSize = 20;

    /// <summary>Last arrived first.</summary>
    public async Task<Page<PermitLine, TimeKey>> PageAsync(
        Actor actor, PermitState state, string? text, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var permits = db.InboundPermits.AsNoTracking().VisibleTo(actor).Where(p => p.State == state);
        if (actor.Level == Level.County)
        {
            // the index is by city
            var city = Jurisdiction.RegionAt(Level.City, actor.RegionCode);
            permits = permits.Where(p => p.CityCode == city);
        }

        if (text is not null)
        {
            permits = permits.Where(p => p.ProjectName.Contains(text) || p.PermitNumber.Contains(text) || p.OwnerName.Contains(text) || p.ProjectNumber!.Contains(text));
        }

        permits = turn switch
        {
            { After: { } k } => permits.Where(p => p.ReceivedAt <= k.At && (p.ReceivedAt < k.At || p.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => permits.Where(p => p.ReceivedAt >= k.At && (p.ReceivedAt > k.At || p.Id.CompareTo(k.Id) > 0)),
            _ => permits,
        };
        permits = turn.Before is null
            ? permits.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id)
            : permits.OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id);
        var found = await permits.Take(PageSize + 1)
            .Select(p => new PermitLine(
                p.Id, p.PermitNumber, p.IssuedOn, p.ProjectName, p.ProjectNumber, p.OwnerName, p.RegionCode, p.State, p.ReceivedAt, p.DecidedAt, p.DecidedByName, p.Remark))
            .ToListAsync(cancellation);
        return Page<PermitLine, TimeKey>.Of(found, PageSize, p => new(p.ReceivedAt, p.Id), turn);
    }
}
