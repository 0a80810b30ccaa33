using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>What became of a claimed line, head first; of what stood behind one that did not get through, nothing.</summary>
internal sealed record LineOutcome(ClaimedLine Line, IReadOnlyList<PushOutcome> Outcomes);

/// <summary>What became of one message, and what was done to find out.</summary>
/// <param name="Answer">Null when its turn did not come: it goes back into the line.</param>
internal sealed record PushOutcome(PushMessage Message, PlatformAnswer? Answer, IReadOnlyList<PushAttempt> Attempts, string? Digest)
{
    /// <summary>It may have arrived, and the platform has not said whether; whatever comes next, that is asked first.</summary>
    public bool Unanswered { get; init; }

    /// <summary>The version that was claimed; whoever changed the message since has it now.</summary>
    public int Version { get; } = Message.Version;

    public static PushOutcome Unsent(PushMessage message, bool perhapsSent) => new(message, null, [], null) { Unanswered = perhapsSent };

    /// <summary>The same without what the platform said word for word.</summary>
    public PushOutcome Silenced() => this with
    {
        Answer = Answer is null ? null : Answer with { Text = "平台的应答无法保存", Body = null },
        Attempts = [.. Attempts.Select(a => new PushAttempt { MessageId = a.MessageId, At = a.At, Act = a.Act, Result = "平台的应答无法保存", Problem = a.Problem, Status = a.Status, Milliseconds = a.Milliseconds })],
    };

    /// <summary>Writes it into the message as it stands in the database.</summary>
    public void Settle(PushMessage message, RetrySchedule schedule, DateTime now)
    {
        if (Answer is not { } answer)
        {
            message.StepBack(Unanswered);
            return;
        }

        message.PayloadDigest = Digest ?? message.PayloadDigest;
        if (answer.Problem is not { } problem)
        {
            message.Attempts++;
            message.Accept(answer.Receipt!, now, schedule.FirstLook(now));
            return;
        }

        // not this message's fault where the channel is: it goes out as soon as that is closed again
        message.Attempts += problem == PushProblem.Channel ? 0 : 1;
        if (problem == PushProblem.Person)
        {
            message.NeedPerson(answer.Text, Unanswered);
            return;
        }

        message.TryAgain(
            Unanswered ? PushProblem.Unanswered : problem,
            answer.Text,
            problem == PushProblem.Channel ? now : schedule.NextAttempt(problem, message.Attempts, answer.RetryAfter, now));
    }
}
