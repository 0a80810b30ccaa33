using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
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
        var permits = await CandidatesAsync(own, cancellation);
        var project = PermitMatcher.IdentityOf(application.ProjectName, own);
        foreach (var permit in permits)
        {
            if (permit.Identity.Compare(project) is { Certain: true } likeness)
            {
                var section = await db.ApplicationSections.SingleOrDefaultAsync(s => s.ApplicationId == application.Id && s.Section == Sections.Permit, cancellation);
                PermitMatcher.Write(db, new Release(permit, application, string.Join('、', likeness.Reasons)), section, context.Now);
                context.FollowUp = Act.RecordPermit;
                return;
            }
        }
    }

    // what can be certain, and all of it: the same number or code, or the same name or contract of the same owner
    private async Task<List<InboundPermit>> CandidatesAsync(List<ProjectKey> own, CancellationToken cancellation)
    {
        var values = own.Where(k => k.Kind != ProjectKeyKind.Owner).Select(k => k.Value).ToList();
        var owner = own.Find(k => k.Kind == ProjectKeyKind.Owner)?.Value;
        var found =
            from key in db.ProjectKeys
            where key.Subject == KeySubject.Permit && values.Contains(key.Value)
                && (key.Kind == ProjectKeyKind.Number || key.Kind == ProjectKeyKind.Code
                    || (key.Kind != ProjectKeyKind.Owner && db.ProjectKeys.Any(k => k.SubjectId == key.SubjectId && k.Kind == ProjectKeyKind.Owner && k.Value == owner)))
            select key.SubjectId;
        return await db.InboundPermits.Where(p => p.State != PermitState.SetAside && found.Contains(p.Id)).OrderBy(p => p.IssuedOn).ThenBy(p => p.Id).ToListAsync(cancellation);
    }
}
