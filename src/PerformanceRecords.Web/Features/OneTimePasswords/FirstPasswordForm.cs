using PerformanceRecords.Domain;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>What is posted to choose a password of one's own.</summary>
public sealed record FirstPasswordForm
{
    /// <summary>Says who gave the one-time password, and when.</summary>
    public string Ticket { get; init => field = value ?? ""; } = "";

    public string New { get; init => field = value ?? ""; } = "";

    public string Again { get; init => field = value ?? ""; } = "";

    public string? ReturnUrl { get; init; }

    public IEnumerable<Breach> Check()
    {
        if (New.Length == 0)
        {
            yield return new("new-missing", nameof(New), "请填写新密码");
        }
        else if (Again != New)
        {
            yield return new("again-differs", nameof(Again), "两次填写的新密码不一样，请再填一次");
        }
    }
}

/// <summary>The page on which a person chooses a password; what was typed is never sent back.</summary>
public sealed record FirstPasswordPage(string Ticket, string? ReturnUrl, IReadOnlyCollection<Breach> Breaches);
