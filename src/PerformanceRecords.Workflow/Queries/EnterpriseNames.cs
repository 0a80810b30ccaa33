using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>
/// What enterprises are called, kept for a minute: a queue shows twenty of the same few thousand names, and looking each of them up is most of what the
/// database does for it. A name that is changed here is read anew at once; other instances show it within the minute.
/// </summary>
public sealed class EnterpriseNames(TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    private volatile Known known = new(DateTimeOffset.MinValue);

    /// <summary>The names of these enterprises, and perhaps of others.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, string>> OfAsync(AppDbContext db, IEnumerable<Guid> enterprises, CancellationToken cancellation = default)
    {
        var names = Current();
        var missing = enterprises.Where(id => !names.ContainsKey(id)).Distinct().ToList();
        if (missing.Count > 0)
        {
            await foreach (var found in db.Organisations.AsNoTracking().Where(o => missing.Contains(o.Id)).Select(o => new { o.Id, o.Name })
                .AsAsyncEnumerable().WithCancellation(cancellation))
            {
                names[found.Id] = found.Name;
            }
        }

        return names;
    }

    /// <summary>After an enterprise was renamed.</summary>
    public void Forget() => known = new(DateTimeOffset.MinValue);

    private ConcurrentDictionary<Guid, string> Current()
    {
        var (now, current) = (clock.GetUtcNow(), known);
        if (now >= current.Until)
        {
            known = current = new(now + Keep);
        }

        return current.Names;
    }

    private sealed record Known(DateTimeOffset Until)
    {
        public ConcurrentDictionary<Guid, string> Names { get; } = new();
    }
}
