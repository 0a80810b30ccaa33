using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of an enterprise's list of filings.</summary>
/// <param name="HolderName">Who has to act, as said in sentences; null where nobody has.</param>
public sealed record FilingRow(
    Guid Id, string? Number, string ProjectName, string? ProjectNumber, string TypeCode, string RouteCode, Stage Stage, Stage? AskedAt, string? HolderName,
    DateOnly? DueOn, DateTime ChangedAt, DateTime? SubmittedAt, DateTime? ApprovedAt, DateTime? ShownAt, DateTime? ClosedAt);

/// <summary>Which of its filings an enterprise looks at.</summary>
public enum FilingView
{
    /// <summary>在办: submitted, not yet decided.</summary>
    Open,

    /// <summary>待我处理: returned for amendment, or with an open port.</summary>
    Mine,

    /// <summary>草稿</summary>
    Drafts,

    /// <summary>已办结</summary>
    Closed,
}
