using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>
/// What enterprises and bureaus are called, kept for a minute: a queue shows twenty of the same few thousand names, and looking each of them up is most of what
/// the database does for it. A name that is changed here is read anew at once; other instances show it within the minute.
/// </summary>
public sealed class OrganisationNames(TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    private volatile Known known = new(DateTimeOffset.MinValue);

    /// <summary>The names of these organisations, and perhaps of others.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, OrganisationName>> OfAsync(AppDbContext db, IEnumerable<Guid> organisations, CancellationToken cancellation = default)
    {
        var names = Current();
        var missing = organisations.Where(id => !names.ContainsKey(id)).Distinct().ToList();
        if (missing.Count > 0)
        {
            await foreach (var found in db.Organisations.AsNoTracking().Where(o => missing.Contains(o.Id)).Select(o => new { o.Id, Name = new OrganisationName(o.Name, o.ShortName) })
                .AsAsyncEnumerable().WithCancellation(cancellation))
            {
                names[found.Id] = found.Name;
            }
        }

        return names;
    }

    /// <summary>After an organisation was renamed.</summary>
    public void Forget() => known = new(DateTimeOffset.MinValue);

    private ConcurrentDictionary<Guid, OrganisationName> Current()
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
        public ConcurrentDictionary<Guid, OrganisationName> Names { get; } = new();
    }
}

/// <summary>What an organisation is called.</summary>
/// <param name="Short">As it is called in sentences: 南京市建委.</param>
public sealed record OrganisationName(string Full, string Short);
