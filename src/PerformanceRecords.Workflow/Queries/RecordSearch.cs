using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>业绩库: the records an actor may see, last changed first. Three queries, whatever it is narrowed by.</summary>
public sealed class RecordSearch(AppDbContext db)
{
    public const int PageSize = 20;

    /// <summary>The sections of the six-light tracker, in its order.</summary>
    public static readonly Sections[] SixLights =
        [Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Acceptance, Sections.Indicators, Sections.Personnel];

    public async Task<Page<RecordRow, TimeKey>> PageAsync(Actor actor, RecordFilter filter, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var found = await Matching(actor, filter, turn).Take(PageSize + 1).ToListAsync(cancellation);
        if (found.Count == 0)
        {
            return new([], null);
        }

        var ids = found.ConvertAll(r => r.Id);
        var held = (await HeldAsync(ids, cancellation)).ToLookup(s => s.RecordId);
        var open = (await db.Applications.AsNoTracking().VisibleTo(actor)
                .Where(a => a.RecordId != null && ids.Contains(a.RecordId.Value) && a.ClosedAt == null)
                .Select(a => new OpenApplication(a.Id, a.RecordId!.Value, a.TypeCode, a.Stage, a.Asked))
                .ToListAsync(cancellation))
            .ToLookup(a => a.RecordId);
        return Page<RecordRow, TimeKey>.Of(
            found.ConvertAll(r => Row(r, [.. held[r.Id]], open[r.Id].MinBy(a => a.Id))), PageSize, row => new TimeKey(row.ChangedAt, row.Id), turn);
    }

    private static RecordRow Row(Found r, IReadOnlyList<Held> held, OpenApplication? open) => new(
        r.Id, r.ProjectName, r.ProjectNumber, r.RegionCode, r.Sector, r.EnterpriseName, r.ChangedAt,
        [.. SixLights.Select(section => Light(section, held.FirstOrDefault(s => s.Section == section), open))], open);

    private static SectionProgress Light(Sections section, Held? held, OpenApplication? open)
    {
        var asked = open is not null && open.Asked.HasFlag(section);
        return held is null
            ? SectionProgress.OfApplication(section, open?.Stage ?? Stage.Draft, asked && open!.Stage != Stage.Draft)
            : asked && open!.Stage == Stage.Amendment ? new(section, SectionState.Returned)
            : SectionProgress.OfRecord(section, held.Revision, held.ShownRevision, held.ShownAt, held.ShownGrade, held.Push);
    }

    // each section with the state of the push that holds it up, or of its last
    private Task<List<Held>> HeldAsync(List<Guid> ids, CancellationToken cancellation) => db.RecordSections.AsNoTracking()
        .Where(s => ids.Contains(s.RecordId))
        .Select(s => new Held(
            s.RecordId, s.Section, s.Revision, s.ShownRevision, s.ShownAt, s.ShownGrade,
            db.PushMessages.Where(m => m.RecordId == s.RecordId && m.Destination == Destination.NationalPlatform && m.Section == s.Section)
                .OrderByDescending(m => m.State == PushState.NeedsPerson || m.State == PushState.Parked).ThenByDescending(m => m.Sequence).Select(m => (PushState?)m.State).FirstOrDefault()))
        .ToListAsync(cancellation);

    private IQueryable<Found> Matching(Actor actor, RecordFilter filter, PageTurn<TimeKey> turn)
    {
        var records = db.Records.AsNoTracking().VisibleTo(actor);
        if (actor.Level == Level.County)
        {
            // the index is by city
            var city = Jurisdiction.RegionAt(Level.City, actor.RegionCode);
            records = records.Where(r => r.CityCode == city);
        }

        records = Viewed(records, filter.View);
        if (filter.CityCode is { } code)
        {
            records = records.Where(r => r.CityCode == code);
        }

        if (filter.Sector is { } sector)
        {
            records = records.Where(r => r.Sector == sector);
        }

        if (filter.Grade is { } grade)
        {
            records = records.Where(r => r.Sections.Any(s => s.ShownGrade == grade));
        }

        if (filter.Text is { } text)
        {
            // an enterprise's own records are few, and the index has already cut them out
            records = actor.Level == Level.Enterprise
                ? records.Where(r => r.ProjectName.Contains(text) || r.ProjectNumber!.Contains(text) || r.ProjectCode!.Contains(text) || r.OwnerName!.Contains(text))
                : Sought.IsNumber(text)
                ? records.Where(r => r.ProjectNumber == text || r.ProjectCode == text)
                : records.LastChanged(db, actor).Where(r => r.ProjectName.Contains(text) || r.OwnerName!.Contains(text));
        }

        records = turn switch
        {
            { Before: { } key } => records.Where(r => r.ChangedAt >= key.At && (r.ChangedAt > key.At || (r.ChangedAt == key.At && r.Id.CompareTo(key.Id) > 0))).OrderBy(r => r.ChangedAt).ThenBy(r => r.Id),
            { After: { } key } => records.Where(r => r.ChangedAt <= key.At && (r.ChangedAt < key.At || (r.ChangedAt == key.At && r.Id.CompareTo(key.Id) < 0))).OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id),
            _ => records.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id),
        };
        return from r in records
               join e in db.Organisations on r.EnterpriseId equals e.Id
               select new Found(
                   r.Id, r.ProjectName, r.ProjectNumber, r.RegionCode, r.Sector, e.Name, r.ChangedAt);
    }

    private IQueryable<PerformanceRecord> Viewed(IQueryable<PerformanceRecord> records, RecordView view) => view switch
    {
        RecordView.Incomplete => records.Where(r => r.Sections.Count(s => s.Section != Sections.Permit && s.Section != Sections.UnitWorks) < SixLights.Length),
        RecordView.Awaited => records.Where(r => db.PushMessages.Any(m =>
            m.RecordId == r.Id && (m.State == PushState.Waiting || m.State == PushState.Sending || m.State == PushState.Accepted))),
        RecordView.Stuck => records.Where(r => db.PushMessages.Any(m =>
            m.RecordId == r.Id && (m.State == PushState.NeedsPerson || m.State == PushState.Parked))),
        _ => records,
    };

    private sealed record Found(
        Guid Id, string ProjectName, string? ProjectNumber, string RegionCode, Sector Sector, string EnterpriseName, DateTime ChangedAt);

    private sealed record Held(
        Guid RecordId, Sections Section, int Revision, int? ShownRevision, DateTime? ShownAt, DataGrade? ShownGrade, PushState? Push);
}
