using System.Text.Json;
using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>A section as it was sent, its shape already checked.</summary>
public sealed record Submission(string PrjNum, SectionName Section, string IdempotencyKey, string RequestDigest, JsonElement Body)
{
    /// <summary>The caller's record; basic information is one for all of them.</summary>
    public string Source => Section.Slug == "basic" ? "" : Body.GetProperty("SourceNum").GetString()!;

    public string Grade => Body.GetProperty("DataLevel").GetString()!;

    public string? FromGrade => CrossCheck.Text(Body, "FromDataLevel");

    public bool Deletes => CrossCheck.Text(Body, "UpdateFlag") == "D";
}

/// <summary>What became of a submission.</summary>
public abstract record Verdict
{
    /// <summary>New, and now on file.</summary>
    public sealed record Accepted(Fact Fact) : Verdict;

    /// <summary>On file already, under this key or with this content.</summary>
    public sealed record Known(Fact Fact, bool SameKey) : Verdict;

    public sealed record Refused(int Status, string Kind, string Title, string Detail, IReadOnlyList<FieldError> Errors) : Verdict;
}
