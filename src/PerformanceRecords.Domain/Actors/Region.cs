namespace PerformanceRecords.Domain.Actors;

/// <summary>What a region code stands for.</summary>
public enum RegionKind
{
    /// <summary>省</summary>
    Province,

    /// <summary>设区市</summary>
    City,

    /// <summary>县（市、区）</summary>
    County,

    /// <summary>开发区: used in statistics and on old project records, not an administrative region.</summary>
    DevelopmentZone,

    /// <summary>已撤销: still found inside old project numbers.</summary>
    Retired,
}

/// <summary>行政区划: a region of the province, by its six-digit code.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">Its own name, without the city it lies in.</param>
/// <param name="Kind">Province, city, county, development zone, or retired.</param>
/// <param name="CityCode">The city it lies in today; null for the province, and for the few retired codes that belong to none.</param>
/// <param name="Successors">For a retired code, the codes that took its place.</param>
public sealed record Region(string Code, string Name, RegionKind Kind, string? CityCode, IReadOnlyList<string> Successors)
{
    public bool IsRetired => Kind == RegionKind.Retired;
}
