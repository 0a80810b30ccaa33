using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Steps.Effects;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>A contract may be registered after its permit has arrived: then it need not wait.</summary>
public sealed class PermitSeeker(AppDbContext db)
{
    public async Task SeekAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        var own = await db.ProjectKeys.AsNoTracking().Where(k => k.SubjectId == application.Id).ToListAsync(cancellation);
        var values = own.Select(k => k.Value).ToList();
        var found = await (
            from key in db.ProjectKeys
            join p in db.InboundPermits on key.SubjectId equals p.Id
            where key.Subject == KeySubject.Permit && values.Contains(key.Value) && p.State != PermitState.SetAside
            select p.Id).Distinct().Take(100).ToListAsync(cancellation);
        var permits = await db.InboundPermits.Where(p => found.Contains(p.Id)).OrderBy(p => p.IssuedOn).ToListAsync(cancellation);
        var project = PermitMatcher.IdentityOf(application.ProjectName, own);
        foreach (var permit in permits)
        {
            if (permit.Identity.Compare(project) is { Certain: true } likeness)
            {
                await JoinAsync(permit, application, string.Join('、', likeness.Reasons), context.Now, cancellation);
                context.FollowUp = Act.RecordPermit;
                return;
            }
        }
    }

    private async Task JoinAsync(InboundPermit permit, Application application, string reason, DateTime now, CancellationToken cancellation)
    {
        var section = await db.ApplicationSections.SingleOrDefaultAsync(s => s.ApplicationId == application.Id && s.Section == Sections.Permit, cancellation);
        if (section is null)
        {
            section = new ApplicationSection { ApplicationId = application.Id, Section = Sections.Permit };
            db.ApplicationSections.Add(section);
        }

        section.Save(permit.Values, Actor.Platform.UserId, Actor.Platform.FullName, now);
        db.PermitMatches.Add(new PermitMatch { PermitId = permit.Id, ApplicationId = application.Id, At = now, ByName = Actor.Platform.FullName, Reason = reason });
        if (permit.State == PermitState.Waiting)
        {
            permit.Match(Actor.Platform.FullName, now);
        }
    }
}
