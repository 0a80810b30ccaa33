namespace PerformanceRecords.Web.Features.Account;

/// <summary>What is posted to sign in.</summary>
public sealed record SignInForm
{
    /// <summary>User name, or for enterprises credit code or mobile number.</summary>
    public string UserName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Password { get; init => field = value ?? ""; } = "";

    public string? ReturnUrl { get; init; }
}

/// <summary>The sign-in page.</summary>
/// <param name="Refusal">Why the last try failed.</param>
/// <param name="Expired">The session ended by itself.</param>
public sealed record SignInPage(SignInForm Form, string? Refusal = null, bool Expired = false);
