using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Data.Security;

/// <summary>Where the key lies under which identity numbers are sealed.</summary>
public sealed class PersonalNumberOptions
{
    public const string Section = "PersonalNumbers";

    /// <summary>256-bit key, base64. Takes precedence over <see cref="KeyFile"/>.</summary>
    public string? Key { get; set; }

    /// <summary>File with the key; made at first start where it is missing. Back it up apart from the database.</summary>
    [Required]
    public string KeyFile { get; set; } = "App_Data/personal-numbers.key";
}
