using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The counters behind the lines of the side menu, kept for ten seconds per organisation so that no page pays for them.</summary>
public sealed class NavigationCounts(IServiceScopeFactory scopes, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);

    /// <summary>Counter name → number; a counter that is not there is not shown.</summary>
    public ValueTask<IReadOnlyDictionary<string, int>> ForAsync(Actor actor) =>
        cache.TryGetValue(Key(actor), out IReadOnlyDictionary<string, int>? counts) && counts is not null
            ? ValueTask.FromResult(counts)
            : new(CountAsync(actor));

    /// <summary>After a step was taken, its own organisation sees the change at once.</summary>
    public void Forget(Actor actor) => cache.Remove(Key(actor));

    private static (string, Guid) Key(Actor actor) => ("navigation", actor.OrganisationId);

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        IReadOnlyDictionary<string, int> counts = actor.Level switch
        {
            Level.Enterprise => await OfEnterpriseAsync(db, actor),
            Level.Auditor or Level.Administrator => new Dictionary<string, int>(),
            _ => await OfBureauAsync(db, actor),
        };
        return cache.Set(Key(actor), counts, Keep);
    }

    private static async Task<Dictionary<string, int>> OfEnterpriseAsync(AppDbContext db, Actor actor)
    {
        var stages = await db.Applications.AsNoTracking()
            .Where(a => a.EnterpriseId == actor.OrganisationId && a.ClosedAt == null)
            .GroupBy(a => a.Stage)
            .Select(g => new { Stage = g.Key, Count = g.Count() })
            .ToListAsync();
        return new()
        {
            ["applications"] = stages.Where(s => s.Stage != Stage.Draft).Sum(s => s.Count),
            ["drafts"] = stages.Where(s => s.Stage == Stage.Draft).Sum(s => s.Count),
            ["returned"] = stages.Where(s => s.Stage == Stage.Amendment).Sum(s => s.Count),
            ["ports"] = stages.Where(s => s.Stage == Stage.FillIn).Sum(s => s.Count),
        };
    }

    private async Task<Dictionary<string, int>> OfBureauAsync(AppDbContext db, Actor actor)
    {
        var today = clock.TodayInChina();
        var held = await db.Applications.AsNoTracking()
            .Where(a => a.HolderId == actor.OrganisationId)
            .GroupBy(a => new { a.Stage, Late = a.DueOn < today, Today = a.DueOn == today })
            .Select(g => new { g.Key.Stage, g.Key.Late, g.Key.Today, Count = g.Count() })
            .ToListAsync();
        var counts = new Dictionary<string, int>
        {
            ["reviews"] = held.Sum(h => h.Count),
            ["overdue"] = held.Where(h => h.Late).Sum(h => h.Count),
            ["today"] = held.Where(h => h.Today).Sum(h => h.Count),
            ["letters"] = held.Where(h => h.Stage is Stage.CityLetter or Stage.ProvinceLetter).Sum(h => h.Count),
        };
        if (actor.Level == Level.City)
        {
            var first = actor.RegionCode;
            var last = first[..4] + "99";
            counts["registrations"] = await db.Organisations.AsNoTracking().CountAsync(o => o.Level == Level.Enterprise
                && o.RegionCode.CompareTo(first) >= 0 && o.RegionCode.CompareTo(last) <= 0 && o.ConfirmedAt == null && o.RefusedAt == null);
        }

        return counts;
    }
}
