using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Web.Security;

/// <summary>Rules for accounts; section <c>Account</c> of the configuration.</summary>
public sealed class AccountOptions
{
    /// <summary>Minutes without a request after which a person has to sign in again.</summary>
    [Range(5, 720)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(3, 20)]
    public int FailuresBeforeLockout { get; set; } = 5;

    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 15;

    [Range(8, 64)]
    public int PasswordLength { get; set; } = 10;

    /// <summary>Days within which a person has to come with a one-time password.</summary>
    [Range(1, 30)]
    public int OneTimePasswordDays { get; set; } = 7;
}
