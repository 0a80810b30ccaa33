using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of the report: who opened how many ports for whom, and what became of them. Each port is counted once: what was closed is closed, what was submitted through is used.</summary>
/// <param name="Open">Open, and nothing was submitted through it yet.</param>
public sealed record PortReportRow(string OpenedBy, string CityCode, string Enterprise, int Opened, int Used, int Expired, int Closed, int Open);

/// <summary>One port of the report: who opened what for whom, on which letter, and what became of it.</summary>
public sealed record PortReportLine(
    Guid Id, DateTime OpenedAt, string OpenedBy, string Number, string CityCode, string Enterprise, string ProjectName, string? LetterNumber, Sections AllowedSections,
    DateOnly ExpiresOn, int SubmissionsUsed, int SubmissionsAllowed, DateTime? ClosedAt, string? Reason);

/// <summary>端口开通情况: who opened what for whom in a span of days.</summary>
public sealed class PortReport(AppDbContext db)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<PortReportRow>> ReadAsync(Actor actor, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default)
    {
        return await Opened(actor, from, to)
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

    /// <summary>The ports themselves, last opened first.</summary>
    public async Task<Page<PortReportLine, TimeKey>> LinesAsync(Actor actor, DateOnly from, DateOnly to, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var ports = Opened(actor, from, to);
        ports = turn switch
        {
            { After: { } k } => ports.Where(p => p.OpenedAt < k.At || (p.OpenedAt == k.At && p.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => ports.Where(p => p.OpenedAt > k.At || (p.OpenedAt == k.At && p.Id.CompareTo(k.Id) > 0)),
            _ => ports,
        };
        ports = turn.Before is null ? ports.OrderByDescending(p => p.OpenedAt).ThenByDescending(p => p.Id) : ports.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id);
        var rows = await Lines(ports.Take(PageSize + 1)).ToListAsync(cancellation);
        return Page<PortReportLine, TimeKey>.Of(rows, PageSize, line => new TimeKey(line.OpenedAt, line.Id), turn);
    }

    /// <summary>All of them, first opened first, read as they are written.</summary>
    public IAsyncEnumerable<PortReportLine> AllAsync(Actor actor, DateOnly from, DateOnly to) =>
        Lines(Opened(actor, from, to).OrderBy(p => p.OpenedAt).ThenBy(p => p.Id)).AsAsyncEnumerable();

    private static IQueryable<PortReportLine> Lines(IQueryable<SupplementPort> ports) => ports.Select(p => new PortReportLine(
        p.Id, p.OpenedAt, p.OpenedByName, p.Number, p.CityCode, p.EnterpriseName, p.ProjectName, p.LetterNumber, p.AllowedSections,
        p.ExpiresOn, p.SubmissionsUsed, p.SubmissionsAllowed, p.ClosedAt, p.Reason));

    private IQueryable<SupplementPort> Opened(Actor actor, DateOnly from, DateOnly to)
    {
        var (begin, end) = (ChinaClock.StartOfDay(from), ChinaClock.StartOfDay(to.AddDays(1)));
        return db.SupplementPorts.AsNoTracking().VisibleTo(actor).Where(p => p.OpenedAt >= begin && p.OpenedAt < end);
    }
}
