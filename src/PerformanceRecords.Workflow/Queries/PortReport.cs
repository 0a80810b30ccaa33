using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of the report: who opened how many ports for whom, and what became of them. Each port is counted once: what was closed is closed, what was submitted through is used.</summary>
/// <param name="Open">Open, and nothing was submitted through it yet.</param>
public sealed record PortReportRow(string OpenedBy, string CityCode, string Enterprise, int Opened, int Used, int Expired, int Closed, int Open);

/// <summary>端口开通情况: who opened what for whom in a span of days.</summary>
public sealed class PortReport(AppDbContext db)
{
    public async Task<IReadOnlyList<PortReportRow>> ReadAsync(Actor actor, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default)
    {
        var (begin, end) = (ChinaClock.StartOfDay(from), ChinaClock.StartOfDay(to.AddDays(1)));
        return await db.SupplementPorts.AsNoTracking().VisibleTo(actor)
            .Where(p => p.OpenedAt >= begin && p.OpenedAt < end)
            .GroupBy(p => new { p.OpenedByName, p.CityCode, p.EnterpriseName })
            .OrderBy(g => g.Key.OpenedByName).ThenBy(g => g.Key.CityCode).ThenBy(g => g.Key.EnterpriseName)
            .Select(g => new PortReportRow(
                g.Key.OpenedByName, g.Key.CityCode, g.Key.EnterpriseName, g.Count(),
                g.Count(p => p.ClosedAt == null && p.SubmissionsUsed > 0),
                g.Count(p => p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn < today),
                g.Count(p => p.ClosedAt != null),
                g.Count(p => p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn >= today)))
            .ToListAsync(cancellation);
    }
}
