using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>Lands approved sections in the record and queues them for the platforms, in the transaction of the last approval.</summary>
public sealed class PushHandler(AppDbContext db, PushPlan plan, SubjectIndex index)
{
    /// <param name="sections">What the route pushes; none means what the application names.</param>
    public async Task PushAsync(Sections sections, EffectContext context, CancellationToken cancellation)
    {
        var record = await RecordAsync(context, cancellation);
        var landed = await LandAsync(record, context, cancellation);
        db.PushMessages.AddRange(PushPlan.National(record, sections, landed, context.Application, context.Actor.OrganisationName, context.Now));
    }

    public async Task PublishAsync(EffectContext context, CancellationToken cancellation)
    {
        var record = await RecordAsync(context, cancellation);
        await LandAsync(record, context, cancellation);
        db.PushMessages.AddRange(PushPlan.ServiceNetwork(record, context.Application, context.Actor.OrganisationName, context.Now));
    }

    public async Task RaiseGradeAsync(EffectContext context, CancellationToken cancellation) =>
        PushPlan.Raise(await RecordAsync(context, cancellation), context.Application);

    private async Task<PerformanceRecord> RecordAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        if (application.RecordId is { } id)
        {
            return db.Records.Local.FirstOrDefault(r => r.Id == id)
                ?? await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == id, cancellation);
        }

        var record = context.Prepared is { } prepared ? prepared.Record ??= Added(context) : await OwnAsync(application, cancellation) ?? Added(context);
        application.Concern(record.Id);
        return record;
    }

    private async Task<PerformanceRecord?> OwnAsync(Application application, CancellationToken cancellation) => application.ProjectNumber is { } number
        ? await db.Records.Include(r => r.Sections).SingleOrDefaultAsync(r => r.EnterpriseId == application.EnterpriseId && r.ProjectNumber == number, cancellation)
        : null;

    private PerformanceRecord Added(EffectContext context)
    {
        var record = new PerformanceRecord { EnterpriseId = context.Application.EnterpriseId, CreatedAt = context.Now };
        db.Records.Add(record);
        return record;
    }

    private async Task<Sections> LandAsync(PerformanceRecord record, EffectContext context, CancellationToken cancellation)
    {
        var proposed = context.Prepared?.Proposed
            ?? await db.ApplicationSections.Where(s => s.ApplicationId == context.Application.Id).ToListAsync(cancellation);
        var revisions = plan.Land(record, context.Application, proposed, context.Actor.FullName, context.Now);
        db.RecordRevisions.AddRange(revisions);
        if (revisions.Count > 0)
        {
            await NoteAsync(record, cancellation);
        }

        return revisions.Aggregate(Sections.None, (all, r) => all | r.Section);
    }

    private async Task NoteAsync(PerformanceRecord record, CancellationToken cancellation)
    {
        var sections = record.Sections.ToDictionary(s => s.Section, s => s.Values);
        var project = ProjectIdentity.Of(sections.GetValueOrDefault(Sections.Basic) ?? new(), sections.GetValueOrDefault(Sections.Contract) ?? new());
        if (db.Entry(record).State == EntityState.Added)
        {
            index.AddProject(KeySubject.Record, record.Id, project);
        }
        else
        {
            await index.NoteProjectAsync(KeySubject.Record, record.Id, project, cancellation);
        }

        if (sections.ContainsKey(Sections.Personnel))
        {
            await index.NotePeopleAsync(KeySubject.Record, record.Id, sections, cancellation);
        }
    }
}
