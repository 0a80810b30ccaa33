using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>待办: what an organisation has to act on, most urgent first.</summary>
public sealed class ReviewQueue(AppDbContext db)
{
    public const int PageSize = 20;
    private static readonly PerModel<Compiled> Queries = new();

    public async Task<Page<QueueRow, QueueKey>> PageAsync(Actor actor, QueueFilter filter, QueueKey? after, CancellationToken cancellation = default)
    {
        var rows = filter is { Text: null, TypeCode: null }
            ? await CompiledAsync(actor.OrganisationId, filter.Stage, after, cancellation)
            : await Matching(actor.OrganisationId, filter, after).Take(PageSize + 1).ToListAsync(cancellation);
        return Page<QueueRow, QueueKey>.Of(rows, PageSize, row => new QueueKey(row.DueOn, row.Id));
    }

    private async Task<List<QueueRow>> CompiledAsync(Guid holder, Stage? stage, QueueKey? after, CancellationToken cancellation)
    {
        var queries = Queries.For(db);
        var found = (stage, after) switch
        {
            ({ } s, { } k) => queries.StageAfter(db, holder, s, k.DueOn, k.Id),
            ({ } s, null) => queries.Stage(db, holder, s),
            (null, { } k) => queries.AllAfter(db, holder, k.DueOn, k.Id),
            (null, null) => queries.All(db, holder),
        };
        var rows = new List<QueueRow>(PageSize + 1);
        await foreach (var row in found.WithCancellation(cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    // a word narrows the holder's own queue, which the index has already cut out
    private IQueryable<QueueRow> Matching(Guid holder, QueueFilter filter, QueueKey? after)
    {
        var applications = db.Applications.AsNoTracking().Where(a => a.HolderId == holder && a.DueOn != null);
        if (filter.Stage is { } stage)
        {
            applications = applications.Where(a => a.Stage == stage);
        }

        if (filter.TypeCode is { } type)
        {
            applications = applications.Where(a => a.TypeCode == type);
        }

        if (after is { } key)
        {
            applications = applications.Where(a => a.DueOn > key.DueOn || (a.DueOn == key.DueOn && a.Id.CompareTo(key.Id) > 0));
        }

        var rows = from a in applications
                   join e in db.Organisations on a.EnterpriseId equals e.Id
                   select new { a, e };
        if (filter.Text is { } text)
        {
            rows = rows.Where(r => r.a.ProjectName.Contains(text) || r.a.ProjectNumber!.Contains(text) || r.e.Name.Contains(text) || r.a.Number!.Contains(text));
        }

        return from r in rows
               orderby r.a.DueOn, r.a.Id
               select new QueueRow(
                   r.a.Id, r.a.ProjectName, r.a.ProjectNumber, r.e.Name, r.a.TypeCode, r.a.Stage, r.a.DueOn!.Value, r.a.StageSince, r.a.Submissions, r.a.AskedAt, r.a.Version);
    }

    private sealed class Compiled
    {
        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<QueueRow>> All = EF.CompileAsyncQuery((AppDbContext db, Guid holder) => (
            from a in db.Applications.AsNoTracking()
            where a.HolderId == holder && a.DueOn != null
            join e in db.Organisations on a.EnterpriseId equals e.Id
            orderby a.DueOn, a.Id
            select new QueueRow(a.Id, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Stage, a.DueOn!.Value, a.StageSince, a.Submissions, a.AskedAt, a.Version)).Take(PageSize + 1));

        public readonly Func<AppDbContext, Guid, DateOnly, Guid, IAsyncEnumerable<QueueRow>> AllAfter = EF.CompileAsyncQuery((AppDbContext db, Guid holder, DateOnly dueOn, Guid id) => (
            from a in db.Applications.AsNoTracking()
            where a.HolderId == holder && a.DueOn >= dueOn && (a.DueOn > dueOn || (a.DueOn == dueOn && a.Id.CompareTo(id) > 0))
            join e in db.Organisations on a.EnterpriseId equals e.Id
            orderby a.DueOn, a.Id
            select new QueueRow(a.Id, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Stage, a.DueOn!.Value, a.StageSince, a.Submissions, a.AskedAt, a.Version)).Take(PageSize + 1));

        public readonly Func<AppDbContext, Guid, Stage, IAsyncEnumerable<QueueRow>> Stage = EF.CompileAsyncQuery((AppDbContext db, Guid holder, Stage stage) => (
            from a in db.Applications.AsNoTracking()
            where a.HolderId == holder && a.Stage == stage && a.DueOn != null
            join e in db.Organisations on a.EnterpriseId equals e.Id
            orderby a.DueOn, a.Id
            select new QueueRow(a.Id, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Stage, a.DueOn!.Value, a.StageSince, a.Submissions, a.AskedAt, a.Version)).Take(PageSize + 1));

        public readonly Func<AppDbContext, Guid, Stage, DateOnly, Guid, IAsyncEnumerable<QueueRow>> StageAfter = EF.CompileAsyncQuery((AppDbContext db, Guid holder, Stage stage, DateOnly dueOn, Guid id) => (
            from a in db.Applications.AsNoTracking()
            where a.HolderId == holder && a.Stage == stage && a.DueOn >= dueOn && (a.DueOn > dueOn || (a.DueOn == dueOn && a.Id.CompareTo(id) > 0))
            join e in db.Organisations on a.EnterpriseId equals e.Id
            orderby a.DueOn, a.Id
            select new QueueRow(a.Id, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Stage, a.DueOn!.Value, a.StageSince, a.Submissions, a.AskedAt, a.Version)).Take(PageSize + 1));
    }
}
