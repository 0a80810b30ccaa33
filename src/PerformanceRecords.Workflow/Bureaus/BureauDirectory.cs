using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Bureaus;

/// <summary>Cities that let their county bureaus confirm in their place, where the source text says only 项目所在地主管部门.</summary>
public sealed class DelegationOptions
{
    public const string Section = "Delegation";

    /// <summary>City codes, such as 320500.</summary>
    public IList<string> Cities { get; } = [];
}

/// <summary>Which organisation has to act on an application at a stage.</summary>
public sealed class BureauDirectory(AppDbContext db, IMemoryCache cache, IOptions<DelegationOptions> delegation)
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(5);

    /// <summary>Null where nobody has to act. A city without a bureau in the portal is a fault of its set-up, and is said.</summary>
    public async Task<Guid?> HolderAsync(Application application, Stage stage, CancellationToken cancellation)
    {
        var route = Routes.Of(application.RouteCode);
        switch (route.HolderAt(stage))
        {
            case null or Level.Platform:
                return null;
            case Level.Enterprise:
                return application.EnterpriseId;
            case Level.City when route.Delegable.Contains(stage) && delegation.Value.Cities.Contains(application.CityCode)
                && await FindAsync(Level.County, application.RegionCode, cancellation) is { } county:
                return county.Id;
            case { } level:
                return (await FindAsync(level, Jurisdiction.RegionAt(level, application.RegionCode), cancellation))?.Id
                    ?? throw new InvalidOperationException($"No bureau of level {level} is set up for region {application.RegionCode}.");
        }
    }

    public async Task<BureauEntry?> FindAsync(Level level, string regionCode, CancellationToken cancellation)
    {
        var key = (typeof(BureauDirectory), level, regionCode);
        if (cache.TryGetValue(key, out BureauEntry? known))
        {
            return known;
        }

        var found = await db.Organisations.AsNoTracking()
            .Where(o => o.Level == level && (o.RegionCode == regionCode || level == Level.Ministry))
            .OrderBy(o => o.RegisteredAt)
            .Select(o => new BureauEntry(o.Id, o.Name, o.ShortName))
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : cache.Set(key, found, KeepFor);
    }
}

/// <summary>A bureau as it is named on pages and letters.</summary>
public sealed record BureauEntry(Guid Id, string Name, string ShortName);
