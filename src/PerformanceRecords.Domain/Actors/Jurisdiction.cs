namespace PerformanceRecords.Domain.Actors;

/// <summary>Who speaks for which region: 3201 sees 320102, a county itself, the province everything.</summary>
public static class Jurisdiction
{
    /// <summary>Whether a bureau is responsible for a project in a region.</summary>
    public static bool Covers(Level level, string bureauRegion, string projectRegion) => level switch
    {
        Level.County => bureauRegion == projectRegion,
        Level.City => projectRegion.Length == 6 && projectRegion.AsSpan(0, 4).SequenceEqual(bureauRegion.AsSpan(0, 4)),
        Level.Province or Level.Ministry or Level.Auditor or Level.Administrator => true,
        Level.Enterprise or Level.Platform => false,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    /// <summary>The region of the bureau that is responsible at a level: 320102 → 320100 for the city.</summary>
    public static string RegionAt(Level level, string projectRegion) => level switch
    {
        Level.County => projectRegion,
        Level.City => projectRegion[..4] + "00",
        Level.Province => projectRegion[..2] + "0000",
        Level.Ministry => "000000",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "has no region of its own"),
    };

    /// <summary>Whether an actor may take a step that the route gives to a level; a county may, where its city delegates.</summary>
    public static bool SpeaksFor(Actor actor, Level level, string projectRegion, bool delegated) => level switch
    {
        Level.City when delegated && actor.Level == Level.County => Covers(Level.County, actor.RegionCode, projectRegion),
        Level.City or Level.County => actor.Level == level && Covers(level, actor.RegionCode, projectRegion),
        _ => actor.Level == level,
    };
}
