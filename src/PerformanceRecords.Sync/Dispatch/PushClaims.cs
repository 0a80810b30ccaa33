using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>A message this instance may work on until its lease ends.</summary>
/// <param name="TakenOver">Somebody else had it and never said what became of it.</param>
internal sealed record ClaimedMessage(PushMessage Message, bool TakenOver);

/// <summary>The next messages of one record at one platform, to be sent one after the other.</summary>
internal sealed record ClaimedLine(IReadOnlyList<ClaimedMessage> Messages);

/// <summary>
/// Takes messages by a conditional update, the same on every database: whoever changes the row first has it. NextAttemptAt carries the
/// end of the lease, so one index finds what is due and what was left behind.
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

    /// <summary>The heads of as many lines as wanted, each with what may follow it at once.</summary>
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

        var records = left.Concat(waiting).Where(c => !c.Blocked).Select(c => c.RecordId).Distinct().Take(lines).ToList();
        var runs = Runs(await OpenAsync(db, destination, records, cancellation), now);
        await BlockAsync(db, waiting, left, records, cancellation);
        var claimed = await TakeAsync(db, [.. runs.SelectMany(r => r).Select(m => m.Id)], [PushState.Waiting, PushState.Sending], PushState.Sending, now, cancellation);
        return await LinesAsync(db, runs, claimed.ToDictionary(m => m.Id), cancellation);
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
        await db.KeepStatisticsAsync(cancellation);
        return await PushLine.FreeAllAsync(db, clock.GetUtcNow().UtcDateTime, cancellation);
    }

    private static Task<List<OpenMessage>> OpenAsync(AppDbContext db, Destination destination, List<Guid> records, CancellationToken cancellation) => db.PushMessages
        .Where(m => records.Contains(m.RecordId) && m.Destination == destination
            && !PushLine.Through.Contains(m.State))
        .OrderBy(m => m.RecordId).ThenBy(m => m.Sequence)
        .Select(m => new OpenMessage(m.Id, m.RecordId, m.State, m.NextAttemptAt))
        .ToListAsync(cancellation);

    // the head must be due; what follows may be waiting for nothing but the head
    private static List<List<OpenMessage>> Runs(List<OpenMessage> open, DateTime now) =>
    [
        .. open.GroupBy(m => m.RecordId)
            .Select(line => line.TakeWhile((m, i) => (m.State == PushState.Waiting && i > 0 && m.NextAttemptAt is null)
                || (m.State is PushState.Waiting or PushState.Sending && m.NextAttemptAt <= now)).ToList())
            .Where(run => run.Count > 0),
    ];

    private async Task<List<PushMessage>> TakeAsync(AppDbContext db, List<Guid> ids, PushState[] from, PushState to, DateTime now, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var token = $"{Instance}/{Interlocked.Increment(ref batches)}";
        return await db.Pushes.TakeAsync(ids, from, to, token, now + options.CurrentValue.Lease, now, cancellation);
    }

    // of a line that somebody else was quicker to take, whatever fell to us goes back
    private static async Task<IReadOnlyList<ClaimedLine>> LinesAsync(
        AppDbContext db, List<List<OpenMessage>> runs, Dictionary<Guid, PushMessage> claimed, CancellationToken cancellation)
    {
        var lines = new List<ClaimedLine>(runs.Count);
        foreach (var run in runs)
        {
            var mine = run.TakeWhile(m => claimed.ContainsKey(m.Id)).Select(m => new ClaimedMessage(claimed[m.Id], m.State == PushState.Sending)).ToList();
            var strays = run.Skip(mine.Count).Where(m => claimed.ContainsKey(m.Id)).ToList();
            if (mine.Count > 0)
            {
                lines.Add(new ClaimedLine(mine));
            }

            foreach (var stray in strays)
            {
                // what its dead owner may have sent is asked for first, now as later
                var message = claimed[stray.Id];
                db.Attach(message);
                message.StepBack(stray.State == PushState.Sending);
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        return lines;
    }

    // what waits for a person further up in its line is not looked at again until that is settled
    private async Task BlockAsync(AppDbContext db, List<Candidate> waiting, List<Candidate> left, List<Guid> records, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
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
            // its owner died; it may have been sent, so it is asked for when its turn comes. Whoever took it over since has a new lease
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

    private sealed record OpenMessage(Guid Id, Guid RecordId, PushState State, DateTime? NextAttemptAt);
}
