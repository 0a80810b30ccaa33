using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>A filing that a permit released.</summary>
public sealed record ReleasedFiling(Guid ApplicationId, string? Number, string ProjectName, string EnterpriseName, string Reason, string ByName, DateTime At);

/// <summary>A permit with what may belong to it, and what does.</summary>
public sealed record PermitFile(InboundPermit Permit, IReadOnlyList<LikelyFiling> Likely, IReadOnlyList<ReleasedFiling> Released);

/// <summary>Opens one permit, with the filings that may belong to it.</summary>
public sealed class PermitFiles(AppDbContext db, PermitMatcher matcher)
{
    private const int MaxLikely = 20;

    /// <summary>A permit with the waiting filings it may belong to, the likeliest first, and those it released.</summary>
    /// <param name="text">Looks among the waiting filings of the region for this name or number instead.</param>
    public async Task<PermitFile> OpenAsync(Guid permitId, string? text, Actor actor, CancellationToken cancellation = default)
    {
        var permit = await db.InboundPermits.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == permitId, cancellation)
            ?? throw new NotFoundException(nameof(InboundPermit), permitId);
        var released = await (
            from m in db.PermitMatches.AsNoTracking()
            join a in db.Applications on m.ApplicationId equals a.Id
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where m.PermitId == permitId
            orderby m.At
            select new ReleasedFiling(a.Id, a.Number, a.ProjectName, e.Name, m.Reason, m.ByName, m.At)).ToListAsync(cancellation);
        var likely = permit.State != PermitState.Waiting ? [] : text is null ? await LikelyAsync(permit, actor, cancellation) : await NamedAsync(permit, text, actor, cancellation);
        return new(permit, likely, released);
    }

    private async Task<IReadOnlyList<LikelyFiling>> LikelyAsync(InboundPermit permit, Actor actor, CancellationToken cancellation)
    {
        var candidates = (await matcher.LikelyAsync(permit.Identity, cancellation)).Where(c => c.Application.IsVisibleTo(actor)).ToList();
        return await WithNamesAsync(permit, candidates, cancellation);
    }

    // a permit may spell everything differently; then somebody who knows the project looks for it
    private async Task<IReadOnlyList<LikelyFiling>> NamedAsync(InboundPermit permit, string text, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from a in db.Applications.AsNoTracking().VisibleTo(actor)
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where a.Stage == Stage.AwaitingPermit
                && (a.ProjectName.Contains(text) || a.ProjectNumber!.Contains(text) || a.Number!.Contains(text) || e.Name.Contains(text))
            orderby a.StageSince
            select a).Take(MaxLikely).ToListAsync(cancellation);
        var ids = found.ConvertAll(a => a.Id);
        var keys = (await db.ProjectKeys.AsNoTracking().Where(k => ids.Contains(k.SubjectId)).ToListAsync(cancellation)).ToLookup(k => k.SubjectId);
        return await WithNamesAsync(permit, [.. found.Select(a => new Candidate(a, PermitMatcher.IdentityOf(a.ProjectName, keys[a.Id])))], cancellation);
    }

    private async Task<IReadOnlyList<LikelyFiling>> WithNamesAsync(InboundPermit permit, List<Candidate> candidates, CancellationToken cancellation)
    {
        var enterprises = candidates.Select(c => c.Application.EnterpriseId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => enterprises.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var likely =
            from c in candidates
            let likeness = permit.Identity.Compare(c.Project)
            orderby likeness.Certain descending, likeness.Likely descending, likeness.Reasons.Count descending
            select new LikelyFiling(c.Application.Id, c.Application.Number, c.Application.ProjectName, c.Application.ProjectNumber,
                names[c.Application.EnterpriseId], likeness.Certain, likeness.Reasons);
        return [.. likely.Take(MaxLikely)];
    }
}
