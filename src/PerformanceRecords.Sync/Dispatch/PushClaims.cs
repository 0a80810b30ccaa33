using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>A message this instance may work on until its lease ends.</summary>
/// <param name="TakenOver">Somebody else had it and never said what became of it.</param>
internal sealed record ClaimedMessage(PushMessage Message, bool TakenOver);

/// <summary>
/// Takes messages by a conditional update, the same on every database: whoever changes the row first has it. NextAttemptAt carries the
/// end of the lease, so one index finds what is due and what was left behind.
/// </summary>
internal sealed class PushClaims(IServiceScopeFactory scopes, IOptionsMonitor<SyncOptions> options, TimeProvider clock)
{
    // more than is claimed: most of a fresh line waits for its head
    private const int Looked = 4;

    private static readonly string Instance = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    // compiled for one model, so not shared between instances of the portal on different databases
    private readonly Func<AppDbContext, Destination, PushState, DateTime, int, IAsyncEnumerable<Candidate>> dueIn =
        EF.CompileAsyncQuery((AppDbContext db, Destination destination, PushState state, DateTime now, int limit) => db.PushMessages
            .Where(m => m.Destination == destination && m.State == state && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Take(limit)
            .Select(m => new Candidate(m.Id, db.PushMessages.Any(e =>
                e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
                && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)))));

    private static long batches;

    public async Task<IReadOnlyList<ClaimedMessage>> SendableAsync(Destination destination, int limit, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var left = await ListAsync(dueIn(db, destination, PushState.Sending, now, limit), cancellation);
        var waiting = await ListAsync(dueIn(db, destination, PushState.Waiting, now, limit * Looked), cancellation);
        await BlockAsync(db, [.. waiting.Where(c => c.Blocked).Select(c => c.Id)], cancellation);

        List<Guid> wanted = [.. left.Select(c => c.Id), .. waiting.Where(c => !c.Blocked).Select(c => c.Id).Take(limit)];
        var takenOver = left.Select(c => c.Id).ToHashSet();
        var messages = await TakeAsync(db, wanted, [PushState.Waiting, PushState.Sending], PushState.Sending, now, cancellation);
        return [.. messages.Select(m => new ClaimedMessage(m, takenOver.Contains(m.Id)))];
    }

    /// <summary>Accepted messages it is time to look for on the platform.</summary>
    public async Task<IReadOnlyList<PushMessage>> LookableAsync(Destination destination, int limit, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await ListAsync(dueIn(db, destination, PushState.Accepted, now, limit), cancellation);
        return await TakeAsync(db, [.. due.Select(c => c.Id)], [PushState.Accepted], PushState.Accepted, now, cancellation);
    }

    /// <summary>Lets the heads of lines go whose predecessor was settled in the very moment they were told to wait for it.</summary>
    public async Task<int> FreeForgottenAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return await PushLine.FreeAsync(db, db.PushMessages, clock.GetUtcNow().UtcDateTime, cancellation);
    }

    private async Task<IReadOnlyList<PushMessage>> TakeAsync(
        AppDbContext db, List<Guid> ids, PushState[] from, PushState to, DateTime now, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var token = $"{Instance}/{Interlocked.Increment(ref batches)}";
        var until = now + options.CurrentValue.Lease;
        var taken = await db.PushMessages
            .Where(m => ids.Contains(m.Id) && from.Contains(m.State) && m.NextAttemptAt <= now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.State, to)
                    .SetProperty(m => m.LeaseOwner, token)
                    .SetProperty(m => m.LeaseUntil, until)
                    .SetProperty(m => m.NextAttemptAt, until)
                    .SetProperty(m => m.Version, m => m.Version + 1),
                cancellation);
        return taken == 0
            ? []
            : await db.PushMessages.AsNoTracking().Where(m => ids.Contains(m.Id) && m.LeaseOwner == token).OrderBy(m => m.CreatedAt).ToListAsync(cancellation);
    }

    private static async Task BlockAsync(AppDbContext db, List<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count > 0)
        {
            await db.PushMessages
                .Where(m => ids.Contains(m.Id) && m.State == PushState.Waiting && db.PushMessages.Any(e =>
                    e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
                    && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, (DateTime?)null), cancellation);
        }
    }

    private static async Task<List<Candidate>> ListAsync(IAsyncEnumerable<Candidate> rows, CancellationToken cancellation)
    {
        var list = new List<Candidate>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            list.Add(row);
        }

        return list;
    }

    private sealed record Candidate(Guid Id, bool Blocked);
}
