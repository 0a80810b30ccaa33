using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Notices;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>Writes down what became of messages, many in one transaction; one that cannot be written holds up none of the others.</summary>
internal sealed class PushRecorder(IServiceScopeFactory scopes, RetrySchedule schedule, TimeProvider clock, ILogger<PushRecorder> log)
{
    public async Task WriteAsync(IReadOnlyList<LineOutcome> lines, CancellationToken cancellation)
    {
        try
        {
            await TogetherAsync(lines, asClaimed: true, cancellation);
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            log.LogWarning(e, "The outcomes of {Count} lines are written one by one", lines.Count);
            foreach (var line in lines)
            {
                await OneByOneAsync(line, cancellation);
            }
        }
    }

    // the head last: while it is not written, all of the line is asked for before it is sent again
    private async Task OneByOneAsync(LineOutcome line, CancellationToken cancellation)
    {
        foreach (var outcome in line.Outcomes.Reverse())
        {
            if (!await AloneAsync(line.Line, outcome, cancellation))
            {
                return;
            }
        }
    }

    private async Task<bool> AloneAsync(ClaimedLine line, PushOutcome outcome, CancellationToken cancellation)
    {
        try
        {
            await TogetherAsync([new LineOutcome(line, [outcome])], asClaimed: false, cancellation);
            return true;
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            log.LogError(e, "What the platform said to {Message} cannot be written as it was said", outcome.Message.IdempotencyKey);
        }

        try
        {
            await TogetherAsync([new LineOutcome(line, [outcome.Silenced()])], asClaimed: false, cancellation);
            return true;
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            // not written is not lost: the lease ends, and the platform is asked what it has
            log.LogError(e, "The outcome of {Message} cannot be written", outcome.Message.IdempotencyKey);
            return false;
        }
    }

    /// <param name="asClaimed">The messages in hand are still as they were claimed; otherwise they are read anew.</param>
    private async Task TogetherAsync(IReadOnlyList<LineOutcome> lines, bool asClaimed, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var settled = new List<SettledPush>();
        var stuck = new List<(PushMessage Message, Guid Attempt)>();
        // behind the head first: it is the head that says whose the line is
        foreach (var (line, outcome) in lines.SelectMany(l => l.Outcomes.Reverse().Select(o => (l.Line, o))))
        {
            var message = asClaimed ? outcome.Message : await db.PushMessages.AsNoTracking().FirstAsync(m => m.Id == outcome.Message.Id, cancellation);
            settled.Add(new SettledPush(message, outcome.Version, line.Head, line.HeadVersion));
            if (message.Version != outcome.Version)
            {
                continue;
            }

            outcome.Settle(message, schedule, now);
            if (message.State == PushState.NeedsPerson)
            {
                stuck.Add((message, outcome.Attempts[^1].Id));
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ours = await db.Pushes.SettleAsync(settled, [.. lines.SelectMany(l => l.Outcomes).SelectMany(o => o.Attempts)], cancellation);
        // a message that somebody took over meanwhile is his to settle; what was done here stays on record
        foreach (var lost in settled.Where(s => !ours.Contains(s.Message.Id)))
        {
            log.LogWarning("Message {Message} was taken over before its outcome was written", lost.Message.IdempotencyKey);
        }

        await TellAsync(db, scope.ServiceProvider.GetRequiredService<Notifier>(), [.. stuck.Where(s => ours.Contains(s.Message.Id))], now, cancellation);
        // whoever gave the line back, or stands behind what got through, may be the head of its line now
        var moved = lines.SelectMany(l => l.Outcomes).Where(o => o.Answer is null or { IsGood: true }).Select(o => o.Message.RecordId).Distinct().ToList();
        if (moved.Count > 0)
        {
            await PushLine.FreeAsync(db, moved, now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task TellAsync(
        AppDbContext db, Notifier notifier, List<(PushMessage Message, Guid Attempt)> stuck, DateTime now, CancellationToken cancellation)
    {
        foreach (var (message, attempt) in stuck)
        {
            await PushNotices.StuckAsync(notifier, message, attempt, now, cancellation);
        }

        if (stuck.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }
    }
}
