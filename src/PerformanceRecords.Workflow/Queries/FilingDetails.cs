using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>Everything the pages of one filing show.</summary>
public sealed record FilingDetails
{
    public required FilingState State { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ApplicationEvent> Events { get; init; }

    /// <summary>The city bureau that is responsible for the project; null while its place is not filled in.</summary>
    public BureauEntry? City { get; init; }

    /// <summary>The enterprise may write now: its turn, and where a port is needed it is open.</summary>
    public required bool Writable { get; init; }

    /// <summary>The sections of the whole route with how far each has got.</summary>
    public required IReadOnlyList<SectionProgress> Lights { get; init; }

    /// <summary>推送受阻: what of it was approved and goes on only when the province settles it, or when its platform is back.</summary>
    public IReadOnlyList<StuckPush> Stuck { get; init; } = [];

    public Application Application => State.Application;

    /// <summary>退回补正: what was asked for, while it is to be answered.</summary>
    public ApplicationEvent? Asked =>
        Application.Stage == Stage.Amendment ? Events.LastOrDefault(e => e.Act == Act.Return) : null;
}

/// <summary>A section that a platform did not take or that was put aside; or that waits because nothing is sent to the platform now.</summary>
/// <param name="Earlier">It is another filing's, and this one waits behind it.</param>
/// <param name="Reply">What the platform answered where it refused the content.</param>
public sealed record StuckPush(Destination Destination, Sections Section, bool WithPeople, ChannelState Channel, bool Earlier, string? Reply);

/// <summary>Reads a filing for its pages.</summary>
public sealed class FilingReader(AppDbContext db, FilingCheck check, BureauDirectory bureaus, DeadlineCalculator deadlines)
{
    /// <exception cref="NotFoundException">Not there for this actor.</exception>
    public async Task<FilingDetails> ReadAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == id, cancellation)
            ?? throw new NotFoundException(nameof(Application), id);
        var state = await check.StateAsync(application, cancellation);
        return new()
        {
            State = state,
            Events = await db.ApplicationEvents.AsNoTracking().Where(e => e.ApplicationId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation),
            City = application.CityCode.Length == 0 ? null : await bureaus.FindAsync(Level.City, application.CityCode, cancellation),
            Writable = actor.Level == Level.Enterprise && application.Stage.IsEnterprises()
                && (application.Stage != Stage.FillIn || state.Port?.StateOn(deadlines.Today) == PortState.Open),
            Lights = await LightsAsync(state, cancellation),
            Stuck = application is { Stage: Stage.Completed, ShownAt: null } ? await StuckAsync(application, cancellation) : [],
        };
    }

    // what people have to settle first, its own before what it waits behind
    private Task<List<StuckPush>> StuckAsync(Application application, CancellationToken cancellation) => (
        from m in db.PushMessages
        join c in db.PushChannels on m.Destination equals c.Destination
        let withPeople = m.State == PushState.NeedsPerson || m.State == PushState.Parked
        let own = m.ApplicationId == application.Id
        where m.RecordId == application.RecordId && (own
            ? withPeople || (m.State == PushState.Waiting && c.State != ChannelState.Normal)
            : withPeople && db.PushMessages.Any(w => w.ApplicationId == application.Id && w.Destination == m.Destination && w.State == PushState.Waiting && w.Sequence > m.Sequence))
        orderby withPeople descending, own descending, m.Sequence
        select new StuckPush(m.Destination, m.Section, withPeople, c.State, !own, own && withPeople && m.Problem == PushProblem.Person ? m.Error : null))
        .ToListAsync(cancellation);

    private async Task<IReadOnlyList<SectionProgress>> LightsAsync(FilingState state, CancellationToken cancellation)
    {
        var application = state.Application;
        var sections = SectionDefinitions.In(state.Type.Plans.Aggregate(application.Asked, (all, p) => all | p.For(application).Sections)).Select(d => d.Section).ToList();
        // an upgrade fills nothing in: what counts is what the platforms have
        if (application.Stage != Stage.Completed && !state.Type.RaisesGrade)
        {
            var filled = state.Sections.Where(s => !s.Blank).Select(s => s.Definition.Section).ToHashSet();
            return [.. sections.Select(s => SectionProgress.OfApplication(s, application.Stage, filled.Contains(s)))];
        }

        var held = await db.RecordSections.AsNoTracking().Where(s => s.RecordId == application.RecordId)
            .Select(s => new { s.Section, s.Revision, s.ShownRevision, s.ShownAt, s.ShownGrade })
            .ToListAsync(cancellation);
        var pushes = await db.PushMessages.AsNoTracking()
            .Where(m => m.RecordId == application.RecordId && m.Destination == Destination.NationalPlatform)
            .OrderBy(m => m.State == PushState.NeedsPerson || m.State == PushState.Parked).ThenBy(m => m.Sequence)
            .Select(m => new { m.Section, m.State })
            .ToListAsync(cancellation);
        return [.. sections.Select(section => held.Find(h => h.Section == section) is { } h
            ? SectionProgress.OfRecord(section, h.Revision, h.ShownRevision, h.ShownAt, h.ShownGrade, pushes.FindLast(p => p.Section == section)?.State)
            : new SectionProgress(section, SectionState.Missing))];
    }
}
