using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Steps;

/// <summary>Someone wants to take a step on an application they were shown at a version.</summary>
/// <param name="Version">The version the page showed; an older one is told what happened meanwhile.</param>
/// <param name="Opinion">Reason or opinion; demanded where others have to live with the act.</param>
/// <param name="Reference">The letter the step rests on.</param>
/// <param name="Reply">The written decision that is recorded on behalf of another level.</param>
public sealed record TakeStep(
    Guid ApplicationId, Act Act, int Version, string? Opinion = null, LetterReference? Reference = null, WrittenReply? Reply = null);

/// <summary>书面答复: a decision taken on paper, with its scan.</summary>
/// <param name="DocumentNumber">文号 of the reply.</param>
/// <param name="EvidenceId">The scan, uploaded to the application as <see cref="EvidenceKind.MinistryReply"/>.</param>
public sealed record WrittenReply(string DocumentNumber, Guid EvidenceId);

/// <summary>A signed letter, as steps refer to it.</summary>
public sealed record LetterReference(Guid Id, string Number);

/// <summary>What came of it.</summary>
public abstract record StepResult
{
    /// <summary>Done: the application now stands at its next stage.</summary>
    public sealed record Taken(ApplicationEvent Event) : StepResult;

    /// <summary>Something is missing or wrong that the person can mend; nothing was done.</summary>
    public sealed record Refused(IReadOnlyList<Breach> Breaches) : StepResult;

    /// <summary>Somebody was faster; this is what they did. Nothing was done.</summary>
    public sealed record Stale(Stage Stage, ApplicationEvent? Latest) : StepResult;
}
