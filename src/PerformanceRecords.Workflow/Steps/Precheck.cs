using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Steps.Effects;

namespace PerformanceRecords.Workflow.Steps;

/// <summary>What the dry run found.</summary>
/// <param name="Sections">The sections that would be sent; none while the content is not complete yet.</param>
public sealed record PrecheckResult(Sections Sections, IReadOnlyList<Objection> Objections)
{
    public bool Refuses => Objections.Count > 0;
}

/// <summary>
/// 预检: builds what the last approval would send and holds it against the platform's contract, so that nothing is approved that is
/// known to bounce. Asked at every approval from the moment the enterprise has nothing left to fill in.
/// </summary>
public sealed class Precheck(AppDbContext db, PushPlan plan, IDryRun platform, TimeProvider clock)
{
    private static readonly PrecheckResult NotYet = new(Sections.None, []);

    /// <summary>For the page of a case, before anybody clicks.</summary>
    /// <exception cref="NotFoundException">No such case for this actor.</exception>
    public async Task<PrecheckResult> LookAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        return await RunAsync(application, application.Stage, actor, cancellation);
    }

    /// <summary>For the step itself, which a hand-made request reaches too.</summary>
    internal async Task<IReadOnlyList<Breach>> BreachesAsync(Application application, Step step, Actor actor, CancellationToken cancellation)
    {
        var stage = step.Does == Act.Submit ? application.NextAfter(step) : application.Stage;
        var result = await RunAsync(application, stage, actor, cancellation);
        return [.. result.Objections.Select(o => new Breach("platform-refuses", o.Section.ToString(), InWords(o)))];
    }

    /// <summary>部平台会拒收“合同信息”第 2 行：承包单位代码的校验位不符。</summary>
    public static string InWords(Objection objection)
    {
        var row = objection.Row > 0 && SectionDefinitions.Of(objection.Section).Repeats ? $"第 {objection.Row} 行" : "";
        return $"{objection.Destination.Chinese()}会拒收“{objection.Section.Chinese()}”{row}：{objection.Reason}。";
    }

    private async Task<PrecheckResult> RunAsync(Application application, Stage stage, Actor actor, CancellationToken cancellation)
    {
        if (LastStepFrom(Routes.Of(application.RouteCode), stage) is not { } last)
        {
            return NotYet;
        }

        var messages = await MessagesAsync(application, last, actor, cancellation);
        return new PrecheckResult(
            messages.Aggregate(Sections.None, (all, m) => all | m.Section),
            [.. messages.SelectMany(platform.Check)]);
    }

    // the step that publishes, if nobody has anything left to write before it
    private static Step? LastStepFrom(Route route, Stage stage)
    {
        while (!stage.IsEnterprises() && route.MainLine.FirstOrDefault(s => s.At == stage && s.By != Level.Enterprise) is { } step)
        {
            if (step.And.Any(e => e is Push or PublishToServiceNetwork))
            {
                return step;
            }

            stage = step.Then ?? Stage.Draft;
        }

        return null;
    }

    private async Task<IReadOnlyList<PushMessage>> MessagesAsync(Application application, Step last, Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var record = await CopyAsync(application, cancellation) ?? new PerformanceRecord { EnterpriseId = application.EnterpriseId, CreatedAt = now };
        var proposed = await db.ApplicationSections.AsNoTracking().Where(s => s.ApplicationId == application.Id).ToListAsync(cancellation);
        if (last.And.OfType<RaiseGrade>().Any())
        {
            PushPlan.Raise(record, application);
        }

        var landed = plan.Land(record, application, proposed, actor.FullName, now).Aggregate(Sections.None, (all, r) => all | r.Section);
        if (record.ProjectNumber is null)
        {
            // what is missing is for the sections' own checks to say
            return [];
        }

        return
        [
            .. last.And.OfType<Push>().SelectMany(p => PushPlan.National(record, p.Sections, landed, application, actor.OrganisationName, now)),
            .. last.And.OfType<PublishToServiceNetwork>().SelectMany(_ => PushPlan.ServiceNetwork(record, application, actor.OrganisationName, now)),
        ];
    }

    // not tracked: whatever the plan does to it is forgotten
    private Task<PerformanceRecord?> CopyAsync(Application application, CancellationToken cancellation)
    {
        var records = db.Records.AsNoTracking().Include(r => r.Sections);
        return application.RecordId is { } id
            ? records.SingleOrDefaultAsync(r => r.Id == id, cancellation)
            : records.SingleOrDefaultAsync(r => r.EnterpriseId == application.EnterpriseId && r.ProjectNumber == application.ProjectNumber && r.ProjectNumber != null, cancellation);
    }
}
