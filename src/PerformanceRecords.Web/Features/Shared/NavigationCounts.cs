using System.Collections.Frozen;
using Microsoft.Extensions.Caching.Memory;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The counters behind the lines of the side menu, kept for ten seconds per organisation so that no page pays for them.</summary>
public sealed class NavigationCounts(IMemoryCache cache)
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

    private Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor)
    {
        IReadOnlyDictionary<string, int> counts = FrozenDictionary<string, int>.Empty;
        return Task.FromResult(cache.Set(Key(actor), counts, Keep));
    }
}
