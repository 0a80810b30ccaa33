using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>Reads what the first page after signing in shows, in three queries at most.</summary>
public sealed class HomePages(AppDbContext db, ReviewQueue queue, TimeProvider clock)
{
    private const int Open = 100;
    private const int Recent = 4;
    private static readonly PerModel<Compiled> Queries = new();

    public async Task<EnterpriseHome> ForEnterpriseAsync(Actor actor)
    {
        var queries = Queries.For(db);
        var open = await ListAsync(queries.OpenOf(db, actor.OrganisationId));
        var shown = await ListAsync(queries.ShownOf(db, actor.OrganisationId));
        var overview = await queries.Overview(db, actor.OrganisationId);
        return new(actor, clock.TodayInChina(), clock.GetUtcNow().UtcDateTime, open, [.. shown.GroupBy(s => s.RecordId).Take(Recent).Select(ShownRecord.Of)], overview);
    }

    public async Task<ReviewerHome> ForReviewerAsync(Actor actor, IReadOnlyDictionary<string, int> counts)
    {
        var page = await queue.PageAsync(actor, new QueueFilter(), null);
        return new(actor, clock.TodayInChina(), clock.GetUtcNow().UtcDateTime, [.. page.Rows.Take(8)], page.Rows.Count > 8, counts);
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    private sealed class Compiled
    {
        // what is open, and what was approved but is not shown outside yet
        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<FilingLine>> OpenOf = EF.CompileAsyncQuery((AppDbContext db, Guid enterprise) =>
            db.Applications.AsNoTracking()
                .Where(a => a.EnterpriseId == enterprise && (a.ClosedAt == null || (a.ApprovedAt != null && a.ShownAt == null)))
                .OrderByDescending(a => a.ChangedAt)
                .Take(Open)
                .Select(a => new FilingLine(
                    a.Id, a.TypeCode, a.ProjectName, a.ProjectNumber, a.Stage, a.StageSince, a.DueOn, a.ChangedAt, a.Submissions, a.ApprovedAt)));

        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<ShownSection>> ShownOf = EF.CompileAsyncQuery((AppDbContext db, Guid enterprise) => (
            from s in db.RecordSections.AsNoTracking()
            join r in db.Records on s.RecordId equals r.Id
            where r.EnterpriseId == enterprise && s.ShownAt != null
            orderby s.ShownAt descending
            select new ShownSection(r.Id, r.ProjectName, s.Section, s.ShownGrade, s.ShownAt!.Value)).Take(20));

        public readonly Func<AppDbContext, Guid, Task<EnterpriseOverview>> Overview = EF.CompileAsyncQuery((AppDbContext db, Guid enterprise) =>
            db.Organisations.AsNoTracking().Where(o => o.Id == enterprise).Select(o => new EnterpriseOverview(
                o.RegionCode,
                o.ConfirmedAt,
                o.RefusedAt,
                o.RefusalReason,
                db.Records.Count(r => r.EnterpriseId == enterprise),
                (from s in db.RecordSections
                 join r in db.Records on s.RecordId equals r.Id
                 where r.EnterpriseId == enterprise && s.ShownAt != null
                 select s.RecordId).Distinct().Count(),
                (from s in db.RecordSections
                 join r in db.Records on s.RecordId equals r.Id
                 where r.EnterpriseId == enterprise && (s.ShownGrade == DataGrade.A || s.ShownGrade == DataGrade.B)
                 select s.RecordId).Distinct().Count())).First());
    }
}
