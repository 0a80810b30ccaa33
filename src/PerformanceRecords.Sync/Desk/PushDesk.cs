using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Dispatch;

namespace PerformanceRecords.Sync.Desk;

/// <summary>What people may do about a push: always with a reason, always on record, never with another key.</summary>
public sealed class PushDesk
{
    private readonly AppDbContext db;
    private readonly ChannelGuard guard;
    private readonly PushSignal signal;
    private readonly TimeProvider clock;

    internal PushDesk(AppDbContext db, ChannelGuard guard, PushSignal signal, TimeProvider clock) =>
        (this.db, this.guard, this.signal, this.clock) = (db, guard, signal, clock);

    /// <summary>What a person may do about a message in its state. A line that is being sent is left alone as a whole.</summary>
    /// <param name="head">The first open message of its line.</param>
    public static IReadOnlyList<PushAct> ActsFor(PushMessage message, PushMessage? head) => message.State switch
    {
        PushState.NeedsPerson => [PushAct.Resend, PushAct.Park],
        PushState.Parked => [PushAct.Release],
        PushState.Waiting when head?.State == PushState.Sending => [],
        PushState.Waiting when message.Problem is not null => [PushAct.Resend, PushAct.Park],
        PushState.Waiting => [PushAct.Park],
        _ => [],
    };

    /// <summary>Does it, unless the message has moved on since the page was shown; then a concurrency exception says so.</summary>
    public async Task<Breach?> TakeAsync(Guid messageId, int version, PushAct act, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.PushMessages.FirstOrDefaultAsync(m => m.Id == messageId, cancellation) is not { } message)
        {
            throw new KeyNotFoundException($"No push {messageId}.");
        }

        var head = await PushLine.HeadAsync(db, message, cancellation);
        if (message.Version != version || !ActsFor(message, head).Contains(act))
        {
            throw new DbUpdateConcurrencyException($"Push {messageId} has moved on.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > 500)
        {
            return new Breach("reason", "Reason", string.IsNullOrWhiteSpace(reason) ? "请写明原因。" : "原因最多 500 字。");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // what waits behind a head goes out with it: what is answered as parked must not be on its way
        if (message.State == PushState.Waiting && head is not null && head.Id != messageId && !await PushLine.HoldAsync(db, head, cancellation))
        {
            throw new DbUpdateConcurrencyException($"The line of push {messageId} has moved on.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var said = reason.Trim();
        if (act == PushAct.Park)
        {
            message.Park();
        }
        else
        {
            if (MayRenew(message) && await NewerAsync(message, cancellation) is { } newer)
            {
                message.TakeContentOf(newer);
                said = $"{said}（改发第 {newer.Revision} 版）";
            }

            message.Resend(now);
        }

        db.PushAttempts.Add(new PushAttempt { MessageId = messageId, At = now, Act = act, Result = said, ByName = $"{actor.OrganisationName} {actor.FullName}" });
        Audit(actor, $"push.{act.ToString().ToLowerInvariant()}", messageId.ToString(), reason.Trim(), now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
        return null;
    }

    /// <summary>
    /// Whether a resend sends newer content of the section, where some was approved meanwhile: what was refused would be refused again, and the newer stands
    /// behind it in the line. Not where it may have arrived: then what is on file under its key is asked for first.
    /// </summary>
    public static bool MayRenew(PushMessage message) => message.State is PushState.NeedsPerson or PushState.Parked && message.Problem != PushProblem.Unanswered;

    private Task<PushMessage?> NewerAsync(PushMessage message, CancellationToken cancellation) => db.PushMessages.AsNoTracking()
        .Where(m => m.RecordId == message.RecordId && m.Destination == message.Destination && m.Section == message.Section && m.Revision > message.Revision)
        .OrderByDescending(m => m.Sequence).FirstOrDefaultAsync(cancellation);

    /// <summary>闭合保险丝: credentials or contract were put right, the channel goes on.</summary>
    public async Task<bool> CloseFuseAsync(Destination destination, Actor actor, CancellationToken cancellation = default)
    {
        var closed = await guard.ReopenAsync(destination, ChannelState.Fused, cancellation);
        await NoteAsync(actor, "push.close-fuse", destination, closed, cancellation);
        return closed;
    }

    /// <summary>立即试探: does the platform answer? An outage ends when it does.</summary>
    public async Task<bool> ProbeAsync(Destination destination, Actor actor, CancellationToken cancellation = default)
    {
        var answers = await guard.ProbeNowAsync(destination, cancellation);
        await NoteAsync(actor, "push.probe", destination, answers, cancellation);
        return answers;
    }

    private async Task NoteAsync(Actor actor, string action, Destination destination, bool good, CancellationToken cancellation)
    {
        Audit(actor, action, destination.ToString(), good ? "成功" : "未成功", clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        signal.Raise();
    }

    private void Audit(Actor actor, string action, string subject, string detail, DateTime now) => db.AuditEntries.Add(new AuditEntry
    {
        At = now,
        UserId = actor.UserId,
        UserName = actor.FullName,
        OrganisationId = actor.OrganisationId,
        OrganisationName = actor.OrganisationName,
        Action = action,
        Subject = subject,
        Detail = detail,
    });
}
