namespace PerformanceRecords.Domain.Actors;

/// <summary>A person at work for an organisation, as the rules see them.</summary>
public sealed record Actor(
    Guid UserId,
    string FullName,
    Level Level,
    Guid OrganisationId,
    string OrganisationName,
    string RegionCode)
{
    /// <summary>The portal acting by itself, for instance when a construction permit arrives.</summary>
    public static Actor Platform { get; } = new(Guid.Empty, "系统", Level.Platform, Guid.Empty, "省平台", "320000");

    /// <summary>False for an enterprise whose registration its city has not confirmed yet: it may look, not file.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>签发人: may sign off letters that others of the organisation drafted.</summary>
    public bool MaySign { get; init; }

    /// <summary>本单位管理员: keeps what belongs to the organisation as a whole, such as its letter templates.</summary>
    public bool MayAdminister { get; init; }
}
