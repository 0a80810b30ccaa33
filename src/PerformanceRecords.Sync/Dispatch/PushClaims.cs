using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>A message this instance may work on until the lease of its line ends.</summary>
/// <param name="TakenOver">Somebody else had it and never said what became of it.</param>
internal sealed record ClaimedMessage(PushMessage Message, bool TakenOver);

/// <summary>The next messages of one record at one platform, to be sent one after the other. The first one, the head, carries the lease for all of them.</summary>
internal sealed record ClaimedLine(IReadOnlyList<ClaimedMessage> Messages)
{
    public Guid Head { get; } = Messages[0].Message.Id;

    /// <summary>The head's version as it was claimed; whoever changed it since has the line now.</summary>
    public int HeadVersion { get; } = Messages[0].Message.Version;

    public DateTime LeaseUntil { get; } = Messages[0].Message.LeaseUntil!.Value;
}

/// <summary>
/// Takes lines by a conditional update of their heads, the same on every database: whoever changes the head first has the line, and nobody else
/// touches what stands behind it until it is settled (<see cref="PushLine.HoldAsync"/>). NextAttemptAt carries the end of the lease, so one index finds
/// what is due and what was left behind.
/// </summary>
internal sealed class PushClaims(IServiceScopeFactory scopes, IOptionsMonitor<SyncOptions> options, TimeProvider clock)
{
    // more than is claimed: some of what is due stands behind an earlier approval of its record
    private const int Looked = 2;

    private static readonly string Instance = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private static long batches;

    // compiled for one model, so not shared between instances of the portal on different databases
    private readonly Func<AppDbContext, Destination, PushState, DateTime, int, IAsyncEnumerable<Candidate>> dueIn =
        EF.CompileAsyncQuery((AppDbContext db, Destination destination, PushState state, DateTime now, int limit) => db.PushMessages
            .Where(m => m.Destination == destination && m.State == state && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Take(limit)
            .Select(m => new Candidate(m.Id, m.RecordId, db.PushMessages.Any(e =>
                e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
                && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)))));

    /// <summary>As many lines as wanted, each with what may follow its head at once.</summary>
    public async Task<IReadOnlyList<ClaimedLine>> SendableAsync(Destination destination, int lines, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var left = await ListAsync(dueIn(db, destination, PushState.Sending, now, lines), cancellation);
        var waiting = await ListAsync(dueIn(db, destination, PushState.Waiting, now, lines * Looked), cancellation);
        if (left.Count + waiting.Count == 0)
        {
            return [];
        }

        var heads = left.Concat(waiting).Where(c => !c.Blocked).Take(lines).ToList();
        await BlockAsync(db, waiting, left, heads, now, cancellation);
        // what a dead owner was sending, it may have sent, and all of its line with it
        var abandoned = await TakeAsync(db, [.. heads.Intersect(left).Select(c => c.Id)], PushState.Sending, PushState.Sending, now, cancellation);
        var fresh = await TakeAsync(db, [.. heads.Intersect(waiting).Select(c => c.Id)], PushState.Waiting, PushState.Sending, now, cancellation);
        // read when the heads are ours, so that what a person did before that is seen, and what comes after it is refused
        var behind = await BehindAsync(db, destination, [.. abandoned, .. fresh], cancellation);
        return [.. abandoned.Select(head => LineOf(head, behind[head.RecordId], true, now)), .. fresh.Select(head => LineOf(head, behind[head.RecordId], false, now))];
    }

    /// <summary>Accepted messages it is time to look for on the platform.</summary>
    public async Task<IReadOnlyList<PushMessage>> LookableAsync(Destination destination, int limit, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await ListAsync(dueIn(db, destination, PushState.Accepted, now, limit), cancellation);
        return await TakeAsync(db, [.. due.Select(c => c.Id)], PushState.Accepted, PushState.Accepted, now, cancellation);
    }

    /// <summary>Lets the heads of lines go whose predecessor was settled in the very moment they were told to wait for it.</summary>
    public async Task<int> FreeForgottenAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.KeepStatisticsAsync(cancellation);
        return await PushLine.FreeAllAsync(db, clock.GetUtcNow().UtcDateTime, cancellation);
    }

    private static async Task<ILookup<Guid, PushMessage>> BehindAsync(AppDbContext db, Destination destination, List<PushMessage> heads, CancellationToken cancellation)
    {
        var (records, ids) = (heads.ConvertAll(h => h.RecordId), heads.ConvertAll(h => h.Id));
        var open = heads.Count == 0 ? [] : await db.PushMessages.AsNoTracking()
            .Where(m => records.Contains(m.RecordId) && m.Destination == destination && !PushLine.Through.Contains(m.State) && !ids.Contains(m.Id))
            .OrderBy(m => m.RecordId).ThenBy(m => m.Sequence)
            .ToListAsync(cancellation);
        return open.ToLookup(m => m.RecordId);
    }

    // what follows may be waiting for nothing but the head
    private static ClaimedLine LineOf(PushMessage head, IEnumerable<PushMessage> behind, bool takenOver, DateTime now) => new(
    [
        .. behind.TakeWhile(m => m.State == PushState.Waiting && (m.NextAttemptAt is null || m.NextAttemptAt <= now)).Prepend(head)
            .Select(m => new ClaimedMessage(m, takenOver)),
    ]);

    private async Task<List<PushMessage>> TakeAsync(AppDbContext db, List<Guid> ids, PushState from, PushState to, DateTime now, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var token = $"{Instance}/{Interlocked.Increment(ref batches)}";
        return await db.Pushes.TakeAsync(ids, from, to, token, now + options.CurrentValue.Lease, now, cancellation);
    }

    // what waits for a person further up in its line is not looked at again until that is settled
    private static async Task BlockAsync(AppDbContext db, List<Candidate> waiting, List<Candidate> left, List<Candidate> heads, DateTime now, CancellationToken cancellation)
    {
        var records = heads.ConvertAll(h => h.RecordId);
        var (notWaiting, notSending) = (PushLine.Except(PushState.Waiting), PushLine.Except(PushState.Sending));
        var held = waiting.Where(c => c.Blocked && !records.Contains(c.RecordId)).Select(c => c.Id).ToList();
        var abandoned = left.Where(c => c.Blocked && !records.Contains(c.RecordId)).Select(c => c.Id).ToList();
        if (held.Count > 0)
        {
            await PushLine.BehindOthers(db, db.PushMessages.Where(m => held.Contains(m.Id) && !notWaiting.Contains(m.State) && m.NextAttemptAt <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, (DateTime?)null), cancellation);
        }

        if (abandoned.Count > 0)
        {
            // claimed by itself before lines were claimed by their heads; it may have been sent, so it is asked for when its turn comes
            await PushLine.BehindOthers(db, db.PushMessages.Where(m => abandoned.Contains(m.Id) && !notSending.Contains(m.State) && m.NextAttemptAt <= now))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(m => m.State, PushState.Waiting)
                        .SetProperty(m => m.Problem, PushProblem.Unanswered)
                        .SetProperty(m => m.NextAttemptAt, (DateTime?)null)
                        .SetProperty(m => m.LeaseOwner, (string?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTime?)null)
                        .SetProperty(m => m.Version, m => m.Version + 1),
                    cancellation);
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

    private sealed record Candidate(Guid Id, Guid RecordId, bool Blocked);
}
