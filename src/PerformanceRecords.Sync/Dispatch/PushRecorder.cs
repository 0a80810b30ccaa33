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
    public async Task WriteAsync(IReadOnlyList<PushOutcome> outcomes, CancellationToken cancellation)
    {
        try
        {
            await TogetherAsync(outcomes, asClaimed: true, cancellation);
        }
        catch (DbUpdateException e)
        {
            log.LogWarning(e, "The outcomes of {Count} messages are written one by one", outcomes.Count);
            foreach (var outcome in outcomes)
            {
                await AloneAsync(outcome, cancellation);
            }
        }
    }

    private async Task AloneAsync(PushOutcome outcome, CancellationToken cancellation)
    {
        try
        {
            await TogetherAsync([outcome], asClaimed: false, cancellation);
            return;
        }
        catch (DbUpdateException e)
        {
            log.LogError(e, "What the platform said to {Message} cannot be written as it was said", outcome.Message.IdempotencyKey);
        }

        try
        {
            await TogetherAsync([outcome.Silenced()], asClaimed: false, cancellation);
        }
        catch (DbUpdateException e)
        {
            // not written is not lost: the lease ends, and the platform is asked what it has
            log.LogError(e, "The outcome of {Message} cannot be written", outcome.Message.IdempotencyKey);
        }
    }

    /// <param name="asClaimed">The messages in hand are still as they were claimed; otherwise they are read anew.</param>
    private async Task TogetherAsync(IReadOnlyList<PushOutcome> outcomes, bool asClaimed, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var stuck = new List<(PushOutcome Outcome, PushMessage Message)>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var outcome in outcomes)
        {
            db.PushAttempts.AddRange(outcome.Attempts);
            if (await MessageAsync(db, outcome, asClaimed, cancellation) is { } message)
            {
                outcome.Settle(message, schedule, now);
                if (message.State == PushState.NeedsPerson)
                {
                    stuck.Add((outcome, message));
                }
            }
        }

        db.ChangeTracker.DetectChanges();
        await SaveAsync(db, cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await TellAsync(db, scope.ServiceProvider.GetRequiredService<Notifier>(), stuck, now, cancellation);
        // whoever stepped back, or stands behind what got through, may be the head of its line now
        var moved = outcomes.Where(o => o.Answer is null or { IsGood: true }).Select(o => o.Message.RecordId).Distinct().ToList();
        if (moved.Count > 0)
        {
            await PushLine.FreeAsync(db, db.PushMessages.Where(m => moved.Contains(m.RecordId)), now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task<PushMessage?> MessageAsync(AppDbContext db, PushOutcome outcome, bool asClaimed, CancellationToken cancellation)
    {
        if (asClaimed)
        {
            db.Attach(outcome.Message);
            return outcome.Message;
        }

        var message = await db.PushMessages.FirstOrDefaultAsync(m => m.Id == outcome.Message.Id && m.Version == outcome.Version, cancellation);
        if (message is null)
        {
            TakenOver(outcome.Message);
        }

        return message;
    }

    // not of those that somebody took over meanwhile
    private static async Task TellAsync(
        AppDbContext db, Notifier notifier, List<(PushOutcome Outcome, PushMessage Message)> stuck, DateTime now, CancellationToken cancellation)
    {
        stuck.RemoveAll(s => db.Entry(s.Message).State == EntityState.Detached);
        foreach (var (outcome, message) in stuck)
        {
            await PushNotices.StuckAsync(notifier, message, outcome.Attempts[^1].Id, now, cancellation);
        }

        if (stuck.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    // a message that somebody took over meanwhile is his to settle; what was done here stays on record
    private async Task SaveAsync(AppDbContext db, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException lost)
            {
                foreach (var entry in lost.Entries)
                {
                    TakenOver((PushMessage)entry.Entity);
                    entry.State = EntityState.Detached;
                }
            }
        }
    }

    private void TakenOver(PushMessage message) => log.LogWarning("Message {Message} was taken over before its outcome was written", message.IdempotencyKey);
}
