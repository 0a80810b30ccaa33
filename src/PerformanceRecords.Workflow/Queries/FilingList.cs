using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>我的申报: what an enterprise has filed, last changed first.</summary>
public sealed class FilingList(AppDbContext db)
{
    public const int PageSize = 20;
    private static readonly PerModel<Compiled> Queries = new();

    public async Task<Page<FilingRow, TimeKey>> PageAsync(
        Actor actor, FilingView view, string? text, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var rows = string.IsNullOrWhiteSpace(text) && turn.Before is null
            ? await CompiledAsync(actor.OrganisationId, view, turn.After, cancellation)
            : await Matching(actor.OrganisationId, view, text?.Trim() ?? "", turn).Take(PageSize + 1).ToListAsync(cancellation);
        return Page<FilingRow, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.ChangedAt, row.Id), turn);
    }

    private static Expression<Func<Application, bool>> Is(FilingView view) => view switch
    {
        FilingView.Open => a => a.Stage != Stage.Draft && a.Stage != Stage.Completed && a.Stage != Stage.Rejected && a.Stage != Stage.Abandoned,
        FilingView.Mine => a => a.Stage == Stage.Amendment || a.Stage == Stage.FillIn,
        FilingView.Drafts => a => a.Stage == Stage.Draft,
        FilingView.Closed => a => a.Stage == Stage.Completed || a.Stage == Stage.Rejected || a.Stage == Stage.Abandoned,
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    private async Task<List<FilingRow>> CompiledAsync(Guid enterprise, FilingView view, TimeKey? after, CancellationToken cancellation)
    {
        var queries = Queries.For(db);
        var found = after is null ? queries.First[view](db, enterprise) : queries.Next[view](db, enterprise, after.At, after.Id);
        var rows = new List<FilingRow>(PageSize + 1);
        await foreach (var row in found.WithCancellation(cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    private IQueryable<FilingRow> Matching(Guid enterprise, FilingView view, string text, PageTurn<TimeKey> turn)
    {
        var applications = db.Applications.AsNoTracking().Where(a => a.EnterpriseId == enterprise).Where(Is(view));
        if (text.Length > 0)
        {
            applications = applications.Where(a => a.ProjectName.Contains(text) || a.ProjectNumber!.Contains(text) || a.Number!.Contains(text));
        }

        applications = turn switch
        {
            { Before: { } key } => applications.Where(a => a.ChangedAt > key.At || (a.ChangedAt == key.At && a.Id.CompareTo(key.Id) > 0)).OrderBy(a => a.ChangedAt).ThenBy(a => a.Id),
            { After: { } key } => applications.Where(a => a.ChangedAt < key.At || (a.ChangedAt == key.At && a.Id.CompareTo(key.Id) < 0)).OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id),
            _ => applications.OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id),
        };
        return from a in applications
               join o in db.Organisations on a.HolderId equals (Guid?)o.Id into holders
               from h in holders.DefaultIfEmpty()
               select new FilingRow(
                   a.Id, a.Number, a.ProjectName, a.ProjectNumber, a.TypeCode, a.RouteCode, a.Stage, a.AskedAt, h!.ShortName, a.DueOn, a.ChangedAt, a.SubmittedAt, a.ApprovedAt, a.ShownAt, a.ClosedAt);
    }

    private sealed class Compiled
    {
        public readonly Dictionary<FilingView, Func<AppDbContext, Guid, IAsyncEnumerable<FilingRow>>> First =
            Enum.GetValues<FilingView>().ToDictionary(view => view, view => FirstOf(Is(view)));

        public readonly Dictionary<FilingView, Func<AppDbContext, Guid, DateTime, Guid, IAsyncEnumerable<FilingRow>>> Next =
            Enum.GetValues<FilingView>().ToDictionary(view => view, view => NextOf(Is(view)));

        private static Func<AppDbContext, Guid, IAsyncEnumerable<FilingRow>> FirstOf(Expression<Func<Application, bool>> view) =>
            EF.CompileAsyncQuery((AppDbContext db, Guid enterprise) => (
                from a in db.Applications.AsNoTracking().Where(view)
                where a.EnterpriseId == enterprise
                orderby a.ChangedAt descending, a.Id descending
                join o in db.Organisations on a.HolderId equals (Guid?)o.Id into holders
                from h in holders.DefaultIfEmpty()
                select new FilingRow(
                    a.Id, a.Number, a.ProjectName, a.ProjectNumber, a.TypeCode, a.RouteCode, a.Stage, a.AskedAt, h!.ShortName, a.DueOn, a.ChangedAt, a.SubmittedAt, a.ApprovedAt, a.ShownAt, a.ClosedAt)).Take(PageSize + 1));

        private static Func<AppDbContext, Guid, DateTime, Guid, IAsyncEnumerable<FilingRow>> NextOf(Expression<Func<Application, bool>> view) =>
            EF.CompileAsyncQuery((AppDbContext db, Guid enterprise, DateTime at, Guid id) => (
                from a in db.Applications.AsNoTracking().Where(view)
                where a.EnterpriseId == enterprise && a.ChangedAt <= at && (a.ChangedAt < at || (a.ChangedAt == at && a.Id.CompareTo(id) < 0))
                orderby a.ChangedAt descending, a.Id descending
                join o in db.Organisations on a.HolderId equals (Guid?)o.Id into holders
                from h in holders.DefaultIfEmpty()
                select new FilingRow(
                    a.Id, a.Number, a.ProjectName, a.ProjectNumber, a.TypeCode, a.RouteCode, a.Stage, a.AskedAt, h!.ShortName, a.DueOn, a.ChangedAt, a.SubmittedAt, a.ApprovedAt, a.ShownAt, a.ClosedAt)).Take(PageSize + 1));
    }
}
