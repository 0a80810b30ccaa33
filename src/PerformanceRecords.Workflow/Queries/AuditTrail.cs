using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>What the audit log is narrowed by.</summary>
public sealed record AuditFilter(DateOnly? From = null, DateOnly? To = null, string? Person = null, string? Action = null);

/// <summary>操作日志, last first.</summary>
public sealed class AuditTrail(AppDbContext db)
{
    public const int PageSize = 50;

    public async Task<Page<AuditEntry, TimeKey>> PageAsync(AuditFilter filter, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.From is { } first)
        {
            var start = ChinaClock.StartOfDay(first);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.To is { } last)
        {
            var end = ChinaClock.StartOfDay(last.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        if (filter.Person is { } person)
        {
            entries = entries.Where(e => e.UserName.Contains(person) || e.OrganisationName.Contains(person));
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(e => e.Action.StartsWith(action));
        }

        entries = turn switch
        {
            { After: { } k } => entries.Where(e => e.At <= k.At && (e.At < k.At || e.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => entries.Where(e => e.At >= k.At && (e.At > k.At || e.Id.CompareTo(k.Id) > 0)),
            _ => entries,
        };
        entries = turn.Before is null ? entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id) : entries.OrderBy(e => e.At).ThenBy(e => e.Id);
        var rows = await entries.Take(PageSize + 1).ToListAsync(cancellation);
        return Page<AuditEntry, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.At, row.Id), turn);
    }
}
