using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>What an effect may use: the step that was just taken, inside its transaction.</summary>
public sealed record EffectContext(Application Application, Actor Actor, ApplicationEvent Event, LetterReference? Letter, DateTime Now)
{
    /// <summary>What the portal itself does next, in the same transaction.</summary>
    public Act? FollowUp { get; set; }

    /// <summary>What was read beforehand, where many filings move at once.</summary>
    public Prepared? Prepared { get; init; }
}

/// <summary>What a filing lands and where, read for many filings in one go.</summary>
public sealed class Prepared(IReadOnlyList<ApplicationSection> proposed)
{
    public IReadOnlyList<ApplicationSection> Proposed { get; } = proposed;

    /// <summary>The enterprise's record of the project, also one that came about a moment ago and is not saved yet.</summary>
    public PerformanceRecord? Record { get; set; }
}

/// <summary>Hands each effect of a step to the one handler that carries it out. Handlers only write rows; no HTTP here.</summary>
public sealed class EffectRunner(PushHandler push, SupplementPortHandler ports, PermitSeeker permits)
{
    public Task RunAsync(Effect effect, EffectContext context, CancellationToken cancellation) => effect switch
    {
        Push pushes => push.PushAsync(pushes.Sections, context, cancellation),
        PublishToServiceNetwork => push.PublishAsync(context, cancellation),
        RaiseGrade => push.RaiseGradeAsync(context, cancellation),
        OpenSupplementPort => ports.OpenAsync(context, cancellation),
        UseSupplementPort => ports.UseAsync(context, cancellation),
        ReleaseSupplementPort => ports.ReleaseAsync(context, cancellation),
        LockSupplementPort => ports.LockAsync(context, cancellation),
        SeekPermit => permits.SeekAsync(context, cancellation),
        SendLetter or IssueConfirmation => Refer(context),
        _ => throw new NotSupportedException($"No handler for {effect}."),
    };

    // a step that sends a letter rests on one; its number goes into the timeline
    private static Task Refer(EffectContext context)
    {
        var letter = context.Letter
            ?? throw new InvalidOperationException($"{context.Event.Act} on {context.Application.Id} rests on no letter.");
        context.Event.Reference = letter.Number;
        return Task.CompletedTask;
    }
}
