using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>What a platform made of a call.</summary>
/// <param name="Problem">Null when it has what it was sent.</param>
/// <param name="Text">What happened, in words for the desk.</param>
/// <param name="Status">Null where no answer came.</param>
/// <param name="Body">The answer as it came.</param>
public sealed record PlatformAnswer(PushProblem? Problem, string Text, int? Status = null, string? Body = null)
{
    /// <summary>The platform's number for what it took.</summary>
    public string? Receipt { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The platform was asked for a key and has never seen it.</summary>
    public bool NeverSeen { get; init; }

    /// <summary>The platform shows newer content in place of what was asked for.</summary>
    public bool Superseded { get; init; }

    public bool IsGood => Problem is null && !NeverSeen;

    /// <summary>The platform did not answer at all, which many times in a row means it is down.</summary>
    public bool Silent => Status is null && Problem is (PushProblem.Soon or PushProblem.Unanswered);
}

/// <summary>What a platform shows of a project.</summary>
public sealed record ShownProject(string PrjNum, string PrjName, IReadOnlyList<ShownSection> Sections);

/// <summary>What a platform shows of a section.</summary>
public sealed record ShownSection(string Section, string Source, string Grade, DateTime Since, string Receipt, System.Text.Json.JsonElement Rows)
{
    /// <summary>Since when, in UTC whatever the platform wrote it in.</summary>
    public DateTime SinceUtc => Since.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(Since, DateTimeKind.Utc) : Since.ToUniversalTime();

    public bool HasReceipt(string? receipt) => ForeignText.Storable(Receipt, AnswerReader.LongestReceipt) == receipt;
}

/// <summary>The answer to the question what a platform shows; without a project where it shows nothing.</summary>
public sealed record ShownAnswer(PlatformAnswer Answer, ShownProject? Project);
