using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>One line of the list of permits that arrived.</summary>
public sealed record PermitLine(
    Guid Id, string PermitNumber, DateOnly IssuedOn, string ProjectName, string? ProjectNumber, string OwnerName, string RegionCode,
    PermitState State, DateTime ReceivedAt, string? DecidedByName, string? Remark, int Version);

/// <summary>Where a page of the list ended.</summary>
public sealed record PermitLineKey(DateTime ReceivedAt, Guid Id);

/// <summary>The permits that wait for somebody, and what they may belong to.</summary>
public sealed class PermitList(AppDbContext db, PermitMatcher matcher)
{
    public const int PageSize = 20;
    private const int MaxLikely = 20;

    public async Task<Page<PermitLine, PermitLineKey>> PageAsync(PermitState state, PermitLineKey? after, Actor actor, CancellationToken cancellation = default)
    {
        var permits = db.InboundPermits.AsNoTracking().VisibleTo(actor).Where(p => p.State == state);
        if (after is not null)
        {
            permits = permits.Where(p => p.ReceivedAt <= after.ReceivedAt && (p.ReceivedAt < after.ReceivedAt || p.Id.CompareTo(after.Id) < 0));
        }

        var found = await permits.OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id)
            .Select(p => new PermitLine(p.Id, p.PermitNumber, p.IssuedOn, p.ProjectName, p.ProjectNumber, p.OwnerName, p.RegionCode, p.State, p.ReceivedAt, p.DecidedByName, p.Remark, p.Version))
            .Take(PageSize + 1).ToListAsync(cancellation);
        return Page<PermitLine, PermitLineKey>.Of(found, PageSize, p => new(p.ReceivedAt, p.Id));
    }

    /// <summary>A permit with the waiting filings it may belong to, the likeliest first.</summary>
    public async Task<(InboundPermit Permit, IReadOnlyList<LikelyFiling> Likely)> LikelyAsync(Guid permitId, Actor actor, CancellationToken cancellation = default)
    {
        var permit = await db.InboundPermits.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == permitId, cancellation)
            ?? throw new NotFoundException(nameof(InboundPermit), permitId);
        var candidates = (await matcher.CandidatesAsync([permit.Identity], cancellation))
            .Where(c => actor.Level == Level.Province || Jurisdiction.Covers(actor.Level, actor.RegionCode, c.Application.RegionCode)).ToList();
        var enterprises = candidates.Select(c => c.Application.EnterpriseId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => enterprises.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var likely =
            from c in candidates
            let likeness = permit.Identity.Compare(c.Project)
            orderby likeness.Certain descending, likeness.Likely descending, likeness.Reasons.Count descending
            select new LikelyFiling(c.Application.Id, c.Application.Number, c.Application.ProjectName, c.Application.ProjectNumber,
                names[c.Application.EnterpriseId], likeness.Certain, likeness.Reasons);
        return (permit, [.. likely.Take(MaxLikely)]);
    }
}
