using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Steps;
using PerformanceRecords.Workflow.Steps.Effects;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>Finds the filings that wait for a permit, and releases them.</summary>
public sealed class PermitMatcher(AppDbContext db, StepTaker steps, ProjectClaims claims, BulkWriter bulk, TimeProvider clock)
{
    /// <summary>Waiting filings that share anything with a permit; to look at, not to change.</summary>
    internal Task<IReadOnlyList<Candidate>> LikelyAsync(ProjectIdentity project, CancellationToken cancellation) =>
        CandidatesAsync([.. project.Keys().Select(k => k.Value)], db.Applications.AsNoTracking(), cancellation);

    /// <summary>Waiting filings that may surely be of these projects.</summary>
    internal Task<IReadOnlyList<Candidate>> SureAsync(IEnumerable<ProjectIdentity> projects, CancellationToken cancellation) =>
        CandidatesAsync([.. projects.SelectMany(p => p.TellingKeys()).Distinct()], db.Applications, cancellation);

    /// <summary>Writes the permit into each filing it belongs to and lets the portal take the step; saved together at the end, inside the caller's transaction.</summary>
    internal async Task ReleaseAsync(IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = releases.Select(r => r.Application.Id).ToList();
        var proposed = (await db.ApplicationSections.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.ApplicationId)).ToListAsync(cancellation)).ToLookup(s => s.ApplicationId);
        var records = await RecordsAsync(releases, cancellation);
        var changed = new HashSet<PerformanceRecord>();

        // thousands of rows are tracked, and looked through once at the end
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var release in releases)
            {
                var application = release.Application;
                var step = application.StepFor(Actor.Platform, Act.RecordPermit) ?? throw new StepRefusedException(application.Stage, Level.Platform, Act.RecordPermit);
                var opinion = $"施工许可证 {release.Permit.PermitNumber}，{release.Reason}" + (release.By is null ? "" : $"；由{release.By.OrganisationName}{release.By.FullName}认领");
                var prepared = new Prepared(Written(release, [.. proposed[application.Id]], now)) { Record = records.GetValueOrDefault(OwnerOf(application)) };
                if (prepared.Record is { } record && changed.Contains(record))
                {
                    // what a record is known by is looked up in the database when the next filing lands in it
                    db.ChangeTracker.DetectChanges();
                    await db.SaveChangesAsync(cancellation);
                }

                await steps.MoveAsync(application, step, new TakeStep(application.Id, Act.RecordPermit, application.Version, opinion), Actor.Platform, now, cancellation, save: false, prepared: prepared);
                records[OwnerOf(application)] = prepared.Record!;
                changed.Add(prepared.Record!);
            }

            await bulk.InsertAddedAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            await claims.LetGoAsync(ids, cancellation);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(List<string> values, IQueryable<Application> among, CancellationToken cancellation)
    {
        // one parameter for however many values
        var found = await (
            from key in db.ProjectKeys
            join a in db.Applications on key.SubjectId equals a.Id
            where key.Subject == KeySubject.Application && EF.Parameter(values).Contains(key.Value) && a.Stage == Stage.AwaitingPermit
            select a.Id).Distinct().ToListAsync(cancellation);
        var applications = await among.Where(a => EF.Parameter(found).Contains(a.Id)).ToListAsync(cancellation);
        var keys = (await db.ProjectKeys.AsNoTracking().Where(k => EF.Parameter(found).Contains(k.SubjectId)).ToListAsync(cancellation)).ToLookup(k => k.SubjectId);
        return [.. applications.Select(a => new Candidate(a, IdentityOf(a.ProjectName, keys[a.Id])))];
    }

    // what the filing proposes, with the permit in it
    private List<ApplicationSection> Written(Release release, List<ApplicationSection> proposed, DateTime now)
    {
        var kept = proposed.Find(s => s.Section == Sections.Permit);
        if (kept is not null)
        {
            db.Attach(kept);
        }

        if (Write(db, release, kept, now) is { } written)
        {
            proposed.Add(written);
        }

        return proposed;
    }

    /// <summary>Writes a permit into a filing it belongs to.</summary>
    /// <param name="kept">The permit the filing has; null where it has none.</param>
    /// <returns>The section, where the filing had none.</returns>
    internal static ApplicationSection? Write(AppDbContext db, Release release, ApplicationSection? kept, DateTime now)
    {
        var by = release.By ?? Actor.Platform;
        var section = kept ?? db.ApplicationSections.Add(new ApplicationSection { ApplicationId = release.Application.Id, Section = Sections.Permit }).Entity;
        section.Save(release.Permit.Values, by.UserId, by.FullName, now);
        db.PermitMatches.Add(new PermitMatch { PermitId = release.Permit.Id, ApplicationId = release.Application.Id, At = now, ByName = by.FullName, Reason = release.Reason });
        if (release.Permit.State != PermitState.Matched)
        {
            release.Permit.Match(by.FullName, now);
        }

        return kept is null ? section : null;
    }

    internal static ProjectIdentity IdentityOf(string name, IEnumerable<ProjectKey> keys)
    {
        var byKind = keys.ToLookup(k => k.Kind, k => k.Value);
        return new(First(ProjectKeyKind.Number), First(ProjectKeyKind.Code), name, First(ProjectKeyKind.Owner), [.. byKind[ProjectKeyKind.Contract]]);

        string First(ProjectKeyKind kind) => byKind[kind].FirstOrDefault() ?? "";
    }

    // survey and design of one project may be two filings of one enterprise: the second lands where the first did
    private async Task<Dictionary<(Guid, string), PerformanceRecord>> RecordsAsync(IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var numbers = releases.Select(r => r.Application.ProjectNumber).OfType<string>().Distinct().ToList();
        var enterprises = releases.Select(r => r.Application.EnterpriseId).Distinct().ToList();
        return (await db.Records.Include(r => r.Sections)
            .Where(r => r.ProjectNumber != null && EF.Parameter(numbers).Contains(r.ProjectNumber) && EF.Parameter(enterprises).Contains(r.EnterpriseId)).ToListAsync(cancellation))
            .ToDictionary(r => (r.EnterpriseId, r.ProjectNumber!));
    }

    private static (Guid, string) OwnerOf(Application application) => (application.EnterpriseId, application.ProjectNumber ?? application.Id.ToString());
}

/// <summary>A filing that waits, with what tells its project from others.</summary>
internal sealed record Candidate(Application Application, ProjectIdentity Project);

/// <summary>A filing that a permit releases.</summary>
/// <param name="By">The person who joined them; null where the portal found it.</param>
internal sealed record Release(InboundPermit Permit, Application Application, string Reason, Actor? By = null);
