using PerformanceRecords.Domain;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>What is posted to change one's password.</summary>
public sealed record PasswordForm
{
    public string Current { get; init => field = value ?? ""; } = "";

    public string New { get; init => field = value ?? ""; } = "";

    public string Again { get; init => field = value ?? ""; } = "";
}

/// <summary>The page for changing a password; what was typed is never sent back.</summary>
public sealed record PasswordPage
{
    public IReadOnlyCollection<Breach> Breaches { get; init; } = [];
}
