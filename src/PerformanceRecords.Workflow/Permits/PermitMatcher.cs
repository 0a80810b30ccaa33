using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>Finds the filings that wait for a permit, and releases them.</summary>
public sealed class PermitMatcher(AppDbContext db, StepTaker steps, TimeProvider clock)
{
    private const int SaveEvery = 100;

    /// <summary>Waiting filings that share anything with these permits.</summary>
    internal async Task<IReadOnlyList<Candidate>> CandidatesAsync(IReadOnlyCollection<ProjectIdentity> projects, CancellationToken cancellation)
    {
        var values = projects.SelectMany(p => p.Keys()).Select(k => k.Value).Distinct().ToList();
        var found = await (
            from key in db.ProjectKeys
            join a in db.Applications on key.SubjectId equals a.Id
            where key.Subject == KeySubject.Application && values.Contains(key.Value) && a.Stage == Stage.AwaitingPermit
            select a.Id).Distinct().ToListAsync(cancellation);
        var applications = await db.Applications.Where(a => found.Contains(a.Id)).ToListAsync(cancellation);
        var keys = (await db.ProjectKeys.AsNoTracking().Where(k => found.Contains(k.SubjectId)).ToListAsync(cancellation)).ToLookup(k => k.SubjectId);
        return [.. applications.Select(a => new Candidate(a, IdentityOf(a.ProjectName, keys[a.Id])))];
    }

    /// <summary>Writes the permit into each filing it belongs to and lets the portal take the step; saves as it goes, inside the caller's transaction.</summary>
    internal async Task ReleaseAsync(IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = releases.Select(r => r.Application.Id).ToList();
        var written = await db.ApplicationSections.Where(s => ids.Contains(s.ApplicationId) && s.Section == Sections.Permit).ToDictionaryAsync(s => s.ApplicationId, cancellation);
        foreach (var release in releases)
        {
            Write(release, written.GetValueOrDefault(release.Application.Id), now);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var some in releases.Chunk(SaveEvery))
        {
            // thousands of tracked rows are looked through once a chunk, not once a query
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            try
            {
                foreach (var release in some)
                {
                    var application = release.Application;
                    var step = application.StepFor(Actor.Platform, Act.RecordPermit) ?? throw new StepRefusedException(application.Stage, Level.Platform, Act.RecordPermit);
                    var opinion = $"施工许可证 {release.Permit.PermitNumber}，{release.Reason}" + (release.By is null ? "" : $"；由{release.By.OrganisationName}{release.By.FullName}认领");
                    await steps.MoveAsync(application, step, new TakeStep(application.Id, Act.RecordPermit, application.Version, opinion), Actor.Platform, now, cancellation, save: false);
                }
            }
            finally
            {
                db.ChangeTracker.AutoDetectChangesEnabled = true;
            }

            await db.SaveChangesAsync(cancellation);
        }
    }

    internal static ProjectIdentity IdentityOf(string name, IEnumerable<ProjectKey> keys)
    {
        var byKind = keys.ToLookup(k => k.Kind, k => k.Value);
        return new(First(ProjectKeyKind.Number), First(ProjectKeyKind.Code), name, First(ProjectKeyKind.Owner), [.. byKind[ProjectKeyKind.Contract]]);

        string First(ProjectKeyKind kind) => byKind[kind].FirstOrDefault() ?? "";
    }

    private void Write(Release release, ApplicationSection? section, DateTime now)
    {
        var by = release.By ?? Actor.Platform;
        if (section is null)
        {
            section = new ApplicationSection { ApplicationId = release.Application.Id, Section = Sections.Permit };
            db.ApplicationSections.Add(section);
        }

        section.Save(release.Permit.Values, by.UserId, by.FullName, now);
        db.PermitMatches.Add(new PermitMatch { PermitId = release.Permit.Id, ApplicationId = release.Application.Id, At = now, ByName = by.FullName, Reason = release.Reason });
        if (release.Permit.State != PermitState.Matched)
        {
            release.Permit.Match(by.FullName, now);
        }
    }
}

/// <summary>A filing that waits, with what tells its project from others.</summary>
internal sealed record Candidate(Application Application, ProjectIdentity Project);

/// <summary>A filing that a permit releases.</summary>
/// <param name="By">The person who joined them; null where the portal found it.</param>
internal sealed record Release(InboundPermit Permit, Application Application, string Reason, Actor? By = null);
