using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>待办: what an organisation has to act on, most urgent first.</summary>
public sealed class ReviewQueue(AppDbContext db, OrganisationNames names)
{
    public const int PageSize = 20;

    private const int Rows = PageSize + 1;
    private const int Probed = 1000;
    private static readonly PerModel<Compiled> Queries = new();

    /// <param name="page">The first page where it is null.</param>
    public async Task<Page<QueueRow, QueueKey>> PageAsync(
        Actor actor, QueueFilter filter, PageTurn<QueueKey>? page, CancellationToken cancellation = default)
    {
        var turn = page ?? PageTurn<QueueKey>.First;
        var rows = filter is { Text: null, TypeCode: null }
            ? await CompiledAsync(actor.OrganisationId, filter, turn, cancellation)
            : await Matching(actor.OrganisationId, filter, turn).Take(Rows).ToListAsync(cancellation);
        return Page<QueueRow, QueueKey>.Of(rows, PageSize, row => new QueueKey(row.DueOn, row.Id), turn);
    }

    /// <summary>The case to open next: the most urgent one after this place in the queue, or before it.</summary>
    public async Task<Guid?> NeighbourAsync(Actor actor, PageTurn<QueueKey> turn, CancellationToken cancellation = default)
    {
        var row = (await Matching(actor.OrganisationId, new QueueFilter(), turn).Take(1).ToListAsync(cancellation)).FirstOrDefault();
        return row?.Id;
    }

    /// <summary>How many cases each condition hides by itself, for a filter that found nothing; counted over the most urgent thousand.</summary>
    public async Task<IReadOnlyList<int>> HiddenByAsync(Actor actor, IReadOnlyList<QueueFilter> without, CancellationToken cancellation = default)
    {
        var rows = await Matching(actor.OrganisationId, new QueueFilter(), PageTurn<QueueKey>.First).Take(Probed).ToListAsync(cancellation);
        return [.. without.Select(filter => rows.Count(row => Fits(row, filter)))];
    }

    private async Task<List<QueueRow>> CompiledAsync(Guid holder, QueueFilter filter, PageTurn<QueueKey> turn, CancellationToken cancellation)
    {
        var queries = Queries.For(db);
        var (from, to) = (filter.DueFrom ?? DateOnly.MinValue, filter.DueTo ?? DateOnly.MaxValue);
        var found = (filter.Stage, turn) switch
        {
            (null, { After: { } k }) => queries.AllAfter(db, holder, k.DueOn, k.Id, to),
            (null, { Before: { } k }) => queries.AllBefore(db, holder, k.DueOn, k.Id, from),
            (null, _) => queries.All(db, holder, from, to),
            ({ } s, { After: { } k }) => queries.StageAfter(db, holder, s, k.DueOn, k.Id, to),
            ({ } s, { Before: { } k }) => queries.StageBefore(db, holder, s, k.DueOn, k.Id, from),
            ({ } s, _) => queries.Stage(db, holder, s, from, to),
        };
        var rows = new List<QueueRow>(Rows);
        await foreach (var row in found.WithCancellation(cancellation))
        {
            rows.Add(row);
        }

        var enterprises = await names.OfAsync(db, rows.Select(row => row.EnterpriseId), cancellation);
        return rows.ConvertAll(row => row with { EnterpriseName = enterprises[row.EnterpriseId].Full });
    }

    // a word narrows the holder's own queue, which the index has already cut out
    private IQueryable<QueueRow> Matching(Guid holder, QueueFilter filter, PageTurn<QueueKey> turn)
    {
        var (from, to) = (filter.DueFrom ?? DateOnly.MinValue, filter.DueTo ?? DateOnly.MaxValue);
        var applications = db.Applications.AsNoTracking().Where(a => a.HolderId == holder && a.DueOn >= from && a.DueOn <= to);
        if (filter.Stage is { } stage)
        {
            applications = applications.Where(a => a.Stage == stage);
        }

        if (filter.TypeCode is { } type)
        {
            applications = applications.Where(a => a.TypeCode == type);
        }

        applications = turn switch
        {
            { After: { } k } => applications.Where(a => a.DueOn >= k.DueOn && (a.DueOn > k.DueOn || a.Id.CompareTo(k.Id) > 0)),
            { Before: { } k } => applications.Where(a => a.DueOn <= k.DueOn && (a.DueOn < k.DueOn || a.Id.CompareTo(k.Id) < 0)),
            _ => applications,
        };
        var joined = applications.Join(db.Organisations, a => a.EnterpriseId, e => e.Id, (a, e) => new { a, e });
        if (filter.Text is { } text)
        {
            joined = joined.Where(r => r.a.ProjectName.Contains(text) || r.a.ProjectNumber!.Contains(text) || r.e.Name.Contains(text) || r.a.Number!.Contains(text));
        }

        var ordered = turn.Before is null
            ? joined.OrderBy(r => r.a.DueOn).ThenBy(r => r.a.Id)
            : joined.OrderByDescending(r => r.a.DueOn).ThenByDescending(r => r.a.Id);
        return ordered.Select(r => new QueueRow(
            r.a.Id, r.a.ProjectName, r.a.ProjectNumber, r.a.EnterpriseId, r.a.TypeCode, r.a.Stage, r.a.DueOn!.Value, r.a.StageSince, r.a.Submissions, r.a.AskedAt, r.a.Version)
        {
            EnterpriseName = r.e.Name,
        });
    }

    private static bool Fits(QueueRow row, QueueFilter filter) =>
        (filter.Stage is not { } stage || row.Stage == stage)
        && (filter.TypeCode is not { } type || row.TypeCode == type)
        && (filter.DueFrom is not { } from || row.DueOn >= from)
        && (filter.DueTo is not { } to || row.DueOn <= to)
        && (filter.Text is not { } text
            || row.ProjectName.Contains(text, StringComparison.OrdinalIgnoreCase)
            || row.EnterpriseName.Contains(text, StringComparison.OrdinalIgnoreCase)
            || row.ProjectNumber?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    private sealed class Compiled
    {
        private static readonly Expression<Func<Application, QueueRow>> ToRow = a => new QueueRow(
            a.Id, a.ProjectName, a.ProjectNumber, a.EnterpriseId, a.TypeCode, a.Stage, a.DueOn!.Value, a.StageSince, a.Submissions, a.AskedAt, a.Version);

        public readonly Func<AppDbContext, Guid, DateOnly, DateOnly, IAsyncEnumerable<QueueRow>> All = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, DateOnly from, DateOnly to) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.DueOn >= from && a.DueOn <= to)
                .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Rows).Select(ToRow));

        public readonly Func<AppDbContext, Guid, DateOnly, Guid, DateOnly, IAsyncEnumerable<QueueRow>> AllAfter = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, DateOnly due, Guid id, DateOnly to) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.DueOn >= due && a.DueOn <= to && (a.DueOn > due || a.Id.CompareTo(id) > 0))
                .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Rows).Select(ToRow));

        public readonly Func<AppDbContext, Guid, DateOnly, Guid, DateOnly, IAsyncEnumerable<QueueRow>> AllBefore = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, DateOnly due, Guid id, DateOnly from) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.DueOn <= due && a.DueOn >= from && (a.DueOn < due || a.Id.CompareTo(id) < 0))
                .OrderByDescending(a => a.DueOn).ThenByDescending(a => a.Id).Take(Rows).Select(ToRow));

        public readonly Func<AppDbContext, Guid, Stage, DateOnly, DateOnly, IAsyncEnumerable<QueueRow>> Stage = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, Stage stage, DateOnly from, DateOnly to) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.Stage == stage && a.DueOn >= from && a.DueOn <= to)
                .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Rows).Select(ToRow));

        public readonly Func<AppDbContext, Guid, Stage, DateOnly, Guid, DateOnly, IAsyncEnumerable<QueueRow>> StageAfter = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, Stage stage, DateOnly due, Guid id, DateOnly to) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.Stage == stage && a.DueOn >= due && a.DueOn <= to && (a.DueOn > due || a.Id.CompareTo(id) > 0))
                .OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Rows).Select(ToRow));

        public readonly Func<AppDbContext, Guid, Stage, DateOnly, Guid, DateOnly, IAsyncEnumerable<QueueRow>> StageBefore = EF.CompileAsyncQuery(
            (AppDbContext db, Guid holder, Stage stage, DateOnly due, Guid id, DateOnly from) => db.Applications.AsNoTracking()
                .Where(a => a.HolderId == holder && a.Stage == stage && a.DueOn <= due && a.DueOn >= from && (a.DueOn < due || a.Id.CompareTo(id) < 0))
                .OrderByDescending(a => a.DueOn).ThenByDescending(a => a.Id).Take(Rows).Select(ToRow));
    }
}
