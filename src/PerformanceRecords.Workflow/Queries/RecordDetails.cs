using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One record with what has become of each of its sections.</summary>
public sealed record RecordDetails
{
    public required PerformanceRecord Record { get; init; }

    public required string EnterpriseName { get; init; }

    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<RecordSectionDetails> Sections { get; init; }

    /// <summary>Applications on the record that this actor may see, oldest first.</summary>
    public required IReadOnlyList<Application> Applications { get; init; }

    /// <summary>Their events, newest first.</summary>
    public required IReadOnlyList<ApplicationEvent> Events { get; init; }
}

/// <summary>One section of a record: what it holds, and its four stamps. Identity numbers are open in <paramref name="Values"/>: mask them before showing.</summary>
/// <param name="Held">Null where nothing was ever approved.</param>
/// <param name="FiledAt">填报</param>
/// <param name="CityAt">市核实; null also where the route does not ask the city.</param>
/// <param name="ProvinceAt">省核准; null also where the route does not ask the province.</param>
public sealed record RecordSectionDetails(
    SectionDefinition Definition, RecordSection? Held, SectionValues Values, SectionProgress Progress, PushMessage? Push,
    DateTime? FiledAt, DateTime? CityAt, DateTime? ProvinceAt, bool CityNeeded, bool ProvinceNeeded);

/// <summary>Reads a record for its page.</summary>
public sealed class RecordReader(AppDbContext db, PersonalNumbers numbers)
{
    /// <exception cref="NotFoundException">Not there for this actor.</exception>
    public async Task<RecordDetails> ReadAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        var record = await db.Records.AsNoTracking().VisibleTo(actor).Include(r => r.Sections).SingleOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw new NotFoundException(nameof(PerformanceRecord), id);
        var applications = await db.Applications.AsNoTracking().VisibleTo(actor).Where(a => a.RecordId == id).OrderBy(a => a.CreatedAt).ToListAsync(cancellation);
        var ids = applications.ConvertAll(a => a.Id);
        var events = await db.ApplicationEvents.AsNoTracking().Where(e => ids.Contains(e.ApplicationId))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync(cancellation);
        var pushes = await db.PushMessages.AsNoTracking().Where(m => m.RecordId == id && m.Destination == Destination.NationalPlatform)
            .OrderByDescending(m => m.State == PushState.NeedsPerson || m.State == PushState.Parked).ThenByDescending(m => m.Sequence).ToListAsync(cancellation);
        return new()
        {
            Record = record,
            EnterpriseName = await db.Organisations.Where(o => o.Id == record.EnterpriseId).Select(o => o.Name).SingleAsync(cancellation),
            Sections = [.. SectionDefinitions.All.Select(d => Section(d, record, applications, events, pushes.Find(m => m.Section == d.Section)))],
            Applications = applications,
            Events = events,
        };
    }

    private RecordSectionDetails Section(
        SectionDefinition definition, PerformanceRecord record, List<Application> applications, List<ApplicationEvent> events, PushMessage? push)
    {
        if (record[definition.Section] is not { } held)
        {
            return new(definition, null, new(), new(definition.Section, SectionState.Missing), null, null, null, null, false, false);
        }

        var own = events.FindAll(e => e.ApplicationId == held.ApplicationId);
        var route = applications.Find(a => a.Id == held.ApplicationId) is { } application ? Routes.Of(application.RouteCode) : null;
        var cityNeeded = route?.Any(s => s.By == Level.City) ?? true;
        return new(
            definition,
            held,
            numbers.Open(held.Values),
            SectionProgress.OfRecord(definition.Section, held.Revision, held.ShownRevision, held.ShownAt, held.ShownGrade, push?.State),
            push,
            own.Find(e => e.Act == Act.Submit)?.At ?? held.ApprovedAt,
            cityNeeded ? own.Find(e => e.Level is Level.City or Level.County && e.Act is Act.Verify or Act.Confirm)?.At ?? held.ApprovedAt : null,
            own.Find(e => e.Level == Level.Province && e.Act.IsApproval())?.At,
            cityNeeded,
            route?.Any(s => s.By == Level.Province) ?? false);
    }
}
