using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of a reviewer's queue.</summary>
public sealed record QueueRow(
    Guid Id, string ProjectName, string? ProjectNumber, Guid EnterpriseId, string TypeCode, Stage Stage,
    DateOnly DueOn, DateTime StageSince, int Submissions, Stage? AskedAt, int Version)
{
    public string EnterpriseName { get; init; } = "";
}

/// <summary>Where a page of the queue ended.</summary>
public sealed record QueueKey(DateOnly DueOn, Guid Id);

/// <summary>What a queue is narrowed by.</summary>
/// <param name="DueFrom">Only what falls due on this day or later.</param>
/// <param name="DueTo">Only what falls due on this day or earlier.</param>
public sealed record QueueFilter(Stage? Stage = null, string? TypeCode = null, string? Text = null, DateOnly? DueFrom = null, DateOnly? DueTo = null);
