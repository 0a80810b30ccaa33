using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Data;

/// <summary>A message as it is to be from now on, if it and the head of its line, which carries the lease, are still the versions that were claimed.</summary>
public sealed record SettledPush(PushMessage Message, int ClaimedVersion, Guid Head, int HeadVersion);

/// <summary>What the dispatcher does to many messages at once. This is how it is done anywhere; a provider with one statement for it has its own.</summary>
public class PushStatements(AppDbContext db)
{
    protected AppDbContext Db => db;

    /// <summary>Gives those of the messages that are in a state, and due, to an owner; whoever changes the row first has it. Returns what was got.</summary>
    public virtual async Task<List<PushMessage>> TakeAsync(
        IReadOnlyList<Guid> ids, PushState from, PushState to, string owner, DateTime until, DateTime now, CancellationToken cancellation)
    {
        var taken = await db.PushMessages
            .Where(m => ids.Contains(m.Id) && m.State == from && m.NextAttemptAt <= now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.State, to)
                    .SetProperty(m => m.LeaseOwner, owner)
                    .SetProperty(m => m.LeaseUntil, until)
                    .SetProperty(m => m.NextAttemptAt, until)
                    .SetProperty(m => m.Version, m => m.Version + 1),
                cancellation);
        return taken == 0 ? [] : await db.PushMessages.AsNoTracking().Where(m => ids.Contains(m.Id) && m.LeaseOwner == owner).ToListAsync(cancellation);
    }

    /// <summary>
    /// Writes what became of messages and what was done about them, in the caller's transaction. Returns those that nobody had taken over.
    /// A head comes after what stands behind it.
    /// </summary>
    public virtual async Task<IReadOnlySet<Guid>> SettleAsync(IReadOnlyList<SettledPush> settled, IReadOnlyList<PushAttempt> attempts, CancellationToken cancellation)
    {
        var ours = new HashSet<Guid>();
        var held = await HeldAsync(settled, cancellation);
        foreach (var (message, version, _, _) in settled.Where(s => held.Contains(s.Head)))
        {
            var written = await db.PushMessages.Where(m => m.Id == message.Id && m.Version == version).ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.State, message.State)
                    .SetProperty(m => m.Problem, message.Problem)
                    .SetProperty(m => m.Error, message.Error)
                    .SetProperty(m => m.Attempts, message.Attempts)
                    .SetProperty(m => m.NextAttemptAt, message.NextAttemptAt)
                    .SetProperty(m => m.LeaseOwner, message.LeaseOwner)
                    .SetProperty(m => m.LeaseUntil, message.LeaseUntil)
                    .SetProperty(m => m.PayloadDigest, message.PayloadDigest)
                    .SetProperty(m => m.Receipt, message.Receipt)
                    .SetProperty(m => m.AcceptedAt, message.AcceptedAt)
                    .SetProperty(m => m.Version, message.Version),
                cancellation);
            if (written > 0)
            {
                ours.Add(message.Id);
            }
        }

        db.PushAttempts.AddRange(attempts);
        await db.SaveChangesAsync(cancellation);
        return ours;
    }

    // written as they are, so that nobody takes them over while their lines are written
    private async Task<HashSet<Guid>> HeldAsync(IReadOnlyList<SettledPush> settled, CancellationToken cancellation)
    {
        var held = new HashSet<Guid>();
        foreach (var (head, version) in settled.Select(s => (s.Head, s.HeadVersion)).Distinct())
        {
            if (await db.PushMessages.Where(m => m.Id == head && m.Version == version).ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, m => m.Version), cancellation) > 0)
            {
                held.Add(head);
            }
        }

        return held;
    }
}
