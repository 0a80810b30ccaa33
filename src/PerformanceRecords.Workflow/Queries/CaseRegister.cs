using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of a list of cases, whoever holds them.</summary>
public sealed record CaseRow(
    Guid Id, string ProjectName, string? ProjectNumber, string EnterpriseName, string TypeCode, Stage Stage, DateOnly? DueOn,
    DateTime StageSince, string? HolderName, DateTime ChangedAt);

/// <summary>One act of an organisation, and where its case stands now.</summary>
public sealed record ActRow(
    Guid Id, DateTime At, Act Act, string UserName, Guid ApplicationId, string ProjectName, string? ProjectNumber, string TypeCode, Stage Stage);

/// <summary>Where a page of a list by time ended.</summary>
public sealed record TimeKey(DateTime At, Guid Id);

/// <summary>Cases beyond one's own queue: those that wait for others, those one acted on, and, for who reads along, all.</summary>
public sealed class CaseRegister(AppDbContext db)
{
    public const int PageSize = 20;

    /// <summary>等别人: submitted within the actor's sight, not finished, and in somebody else's hands; last changed first.</summary>
    public Task<Page<CaseRow, TimeKey>> WithOthersAsync(Actor actor, QueueFilter filter, PageTurn<TimeKey> turn, CancellationToken cancellation = default) =>
        PageAsync(
            db.Applications.Where(a => a.ClosedAt == null && a.SubmittedAt != null && a.HolderId != null && a.HolderId != actor.OrganisationId),
            actor,
            filter,
            turn,
            cancellation);

    /// <summary>Everything that was ever submitted within the actor's sight; last changed first.</summary>
    public Task<Page<CaseRow, TimeKey>> AllAsync(Actor actor, QueueFilter filter, PageTurn<TimeKey> turn, CancellationToken cancellation = default) =>
        PageAsync(db.Applications.Where(a => a.SubmittedAt != null), actor, filter, turn, cancellation);

    /// <summary>已办: what people of the actor's organisation did, last first.</summary>
    public async Task<Page<ActRow, TimeKey>> DoneAsync(Actor actor, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var events = db.ApplicationEvents.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId);
        events = turn switch
        {
            { After: { } k } => events.Where(e => e.At <= k.At && (e.At < k.At || e.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => events.Where(e => e.At >= k.At && (e.At > k.At || e.Id.CompareTo(k.Id) > 0)),
            _ => events,
        };
        events = turn.Before is null ? events.OrderByDescending(e => e.At).ThenByDescending(e => e.Id) : events.OrderBy(e => e.At).ThenBy(e => e.Id);
        var rows = await events.Take(PageSize + 1)
            .Join(db.Applications, e => e.ApplicationId, a => a.Id, (e, a) => new ActRow(
                e.Id, e.At, e.Act, e.UserName, a.Id, a.ProjectName, a.ProjectNumber, a.TypeCode, a.Stage))
            .ToListAsync(cancellation);
        return Page<ActRow, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.At, row.Id), turn);
    }

    private async Task<Page<CaseRow, TimeKey>> PageAsync(
        IQueryable<Application> applications, Actor actor, QueueFilter filter, PageTurn<TimeKey> turn, CancellationToken cancellation)
    {
        applications = applications.AsNoTracking().VisibleTo(actor);
        if (actor.Level == Level.County)
        {
            // lets the index of its city cut out the county's cases
            var city = Jurisdiction.RegionAt(Level.City, actor.RegionCode);
            applications = applications.Where(a => a.CityCode == city);
        }

        if (filter.Stage is { } stage)
        {
            applications = applications.Where(a => a.Stage == stage);
        }

        if (filter.TypeCode is { } type)
        {
            applications = applications.Where(a => a.TypeCode == type);
        }

        if (filter.Text is { } words && !Sought.IsNumber(words))
        {
            applications = applications.LastChanged(db, actor);
        }

        applications = turn switch
        {
            { After: { } k } => applications.Where(a => a.ChangedAt <= k.At && (a.ChangedAt < k.At || a.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => applications.Where(a => a.ChangedAt >= k.At && (a.ChangedAt > k.At || a.Id.CompareTo(k.Id) > 0)),
            _ => applications,
        };
        var joined =
            from a in applications
            join e in db.Organisations on a.EnterpriseId equals e.Id
            join h in db.Organisations on a.HolderId equals h.Id into holders
            from holder in holders.DefaultIfEmpty()
            select new { a, e, holder };
        if (filter.Text is { } text)
        {
            joined = Sought.IsNumber(text)
                ? joined.Where(r => r.a.Number == text || r.a.ProjectNumber == text)
                : joined.Where(r => r.a.ProjectName.Contains(text) || r.e.Name.Contains(text));
        }

        var ordered = turn.Before is null
            ? joined.OrderByDescending(r => r.a.ChangedAt).ThenByDescending(r => r.a.Id)
            : joined.OrderBy(r => r.a.ChangedAt).ThenBy(r => r.a.Id);
        var rows = await ordered.Take(PageSize + 1).Select(r => new CaseRow(
            r.a.Id, r.a.ProjectName, r.a.ProjectNumber, r.e.Name, r.a.TypeCode, r.a.Stage, r.a.DueOn, r.a.StageSince,
            r.holder == null ? null : r.holder.ShortName, r.a.ChangedAt)).ToListAsync(cancellation);
        return Page<CaseRow, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.ChangedAt, row.Id), turn);
    }
}
