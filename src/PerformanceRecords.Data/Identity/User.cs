using Microsoft.AspNetCore.Identity;

namespace PerformanceRecords.Data.Identity;

/// <summary>An account: a person acting for one organisation.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required string FullName { get; set; }

    public required Guid OrganisationId { get; set; }

    /// <summary>May sign off letters of the organisation (签发人).</summary>
    public bool MaySign { get; set; }

    /// <summary>Keeps what belongs to the organisation as a whole (本单位管理员); set by the portal's administrator.</summary>
    public bool MayAdminister { get; set; }

    public bool Disabled { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? LastSignInAt { get; set; }
}

/// <summary>Present because Identity's store wants one; levels come from the organisation, so the portal has no roles.</summary>
public sealed class Role : IdentityRole<Guid>;
