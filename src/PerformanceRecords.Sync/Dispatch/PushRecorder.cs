using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Notices;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>Writes down what became of messages, many in one transaction.</summary>
internal sealed class PushRecorder(IServiceScopeFactory scopes, RetrySchedule schedule, TimeProvider clock, ILogger<PushRecorder> log)
{
    public async Task WriteAsync(IReadOnlyList<PushOutcome> outcomes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var outcome in outcomes)
        {
            db.Attach(outcome.Message);
            Settle(outcome, now);
            db.PushAttempts.AddRange(outcome.Attempts);
        }

        await SaveAsync(db, cancellation);
        await TellAsync(db, scope.ServiceProvider.GetRequiredService<Notifier>(), outcomes, now, cancellation);
        // whoever stepped back, or stands behind what got through, may be the head of its line now
        var moved = outcomes.Where(o => o.Answer is null or { IsGood: true }).Select(o => o.Message.RecordId).Distinct().ToList();
        if (moved.Count > 0)
        {
            await PushLine.FreeAsync(db, db.PushMessages.Where(m => moved.Contains(m.RecordId)), now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task TellAsync(AppDbContext db, Notifier notifier, IReadOnlyList<PushOutcome> outcomes, DateTime now, CancellationToken cancellation)
    {
        // not of those that somebody took over meanwhile
        var stuck = outcomes.Where(o => o.Message.State == PushState.NeedsPerson && db.Entry(o.Message).State != EntityState.Detached).ToList();
        foreach (var outcome in stuck)
        {
            await PushNotices.StuckAsync(notifier, outcome.Message, outcome.Attempts[^1].Id, now, cancellation);
        }

        if (stuck.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    private void Settle(PushOutcome outcome, DateTime now)
    {
        var message = outcome.Message;
        if (outcome.Answer is not { } answer)
        {
            message.StepBack(outcome.PerhapsSent);
            return;
        }

        message.PayloadDigest = outcome.Digest ?? message.PayloadDigest;
        switch (answer.Problem)
        {
            case null:
                message.Attempts++;
                message.Accept(answer.Receipt!, now, schedule.FirstLook(now));
                break;
            case PushProblem.Person:
                message.Attempts++;
                message.NeedPerson(Cut(answer.Text));
                break;
            case PushProblem.Channel:
                // not this message's fault: it goes out as soon as the channel is closed again
                message.TryAgain(PushProblem.Channel, Cut(answer.Text), now);
                break;
            default:
                message.Attempts++;
                message.TryAgain(answer.Problem.Value, Cut(answer.Text), schedule.NextAttempt(answer.Problem.Value, message.Attempts, answer.RetryAfter, now));
                break;
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
                    log.LogWarning("Message {Message} was taken over before its outcome was written", ((PushMessage)entry.Entity).IdempotencyKey);
                    entry.State = EntityState.Detached;
                }
            }
        }
    }

    private static string Cut(string text) => text.Length > 2000 ? text[..2000] : text;
}
