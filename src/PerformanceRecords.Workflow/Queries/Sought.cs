using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>
/// 查找的范围: a number is looked up whole, through its index, however old it is; a part of a name among so many rows that changed last, since no index knows
/// the middle of a name. So a search costs the same at a thousand rows and at a million.
/// </summary>
public static class Sought
{
    /// <summary>Of what somebody may see, names are looked for among so many that changed last.</summary>
    public const int Among = 5_000;

    private const int ShortestNumber = 8;

    /// <summary>How it is said beside the box.</summary>
    public static string Words { get; } = $"编号要写全；名称可以只写一部分，在最近变动的 {Among:N0} 件里找。";

    /// <summary>A text that can only be a number: of a project, of a filing, of the investment platform.</summary>
    public static bool IsNumber(string text) => text.Length >= ShortestNumber && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>The filings that changed last, of those the index cuts out for an actor.</summary>
    public static IQueryable<Application> LastChanged(this IQueryable<Application> applications, AppDbContext db, Actor actor)
    {
        var city = CityOf(actor);
        var indexed = actor.Level switch
        {
            Level.Enterprise => db.Applications.Where(a => a.EnterpriseId == actor.OrganisationId),
            Level.City or Level.County => db.Applications.Where(a => a.CityCode == city),
            Level.Ministry => db.Applications.Where(a => a.ReachedMinistry),
            _ => db.Applications,
        };
        return applications.Where(a => a.ChangedAt >= (indexed.OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
            .Skip(Among - 1).Select(x => (DateTime?)x.ChangedAt).FirstOrDefault() ?? DateTime.UnixEpoch));
    }

    /// <summary>The records that changed last, of those the index cuts out for an actor.</summary>
    public static IQueryable<PerformanceRecord> LastChanged(this IQueryable<PerformanceRecord> records, AppDbContext db, Actor actor)
    {
        var city = CityOf(actor);
        var indexed = actor.Level switch
        {
            Level.Enterprise => db.Records.Where(r => r.EnterpriseId == actor.OrganisationId),
            Level.City or Level.County => db.Records.Where(r => r.CityCode == city),
            _ => db.Records,
        };
        return records.Where(r => r.ChangedAt >= (indexed.OrderByDescending(x => x.ChangedAt).ThenByDescending(x => x.Id)
            .Skip(Among - 1).Select(x => (DateTime?)x.ChangedAt).FirstOrDefault() ?? DateTime.UnixEpoch));
    }

    private static string? CityOf(Actor actor) => actor.Level is Level.City or Level.County ? Jurisdiction.RegionAt(Level.City, actor.RegionCode) : null;
}
