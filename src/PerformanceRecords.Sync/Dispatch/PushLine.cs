using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>
/// The line of one record at one platform: nothing is sent while something before it is open, and whoever has the head has what waits behind it.
/// Where rows are named, their state is asked for by what it is not, so that no planner goes through everything in that state instead.
/// </summary>
internal static class PushLine
{
    /// <summary>States of a message that is through.</summary>
    public static readonly PushState[] Through = [PushState.Accepted, PushState.Shown, PushState.Superseded];

    public static PushState[] Except(PushState state) => [.. Enum.GetValues<PushState>().Where(s => s != state)];

    /// <summary>The one whose turn it is, for the message and all others of its line; null where nothing is open.</summary>
    public static Task<PushMessage?> HeadAsync(AppDbContext db, PushMessage message, CancellationToken cancellation) => db.PushMessages.AsNoTracking()
        .Where(m => m.RecordId == message.RecordId && m.Destination == message.Destination && !Through.Contains(m.State))
        .OrderBy(m => m.Sequence).FirstOrDefaultAsync(cancellation);

    /// <summary>
    /// Keeps a line from being claimed until the caller's transaction ends, by writing its head as it is: whoever claims it waits, and then sees what the caller
    /// did behind it. False where somebody was quicker.
    /// </summary>
    public static async Task<bool> HoldAsync(AppDbContext db, PushMessage head, CancellationToken cancellation) => await db.PushMessages
        .Where(m => m.Id == head.Id && m.Version == head.Version && m.State != PushState.Sending)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, m => m.Version), cancellation) > 0;

    /// <summary>Those of the messages that are being sent, by themselves or behind their head.</summary>
    public static IQueryable<PushMessage> UnderWay(AppDbContext db, IQueryable<PushMessage> messages) => messages
        .Where(m => m.State == PushState.Sending || (m.State == PushState.Waiting && db.PushMessages.Any(e =>
            e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence && e.State == PushState.Sending)));

    /// <summary>Those of the messages that have an open one before them.</summary>
    public static IQueryable<PushMessage> BehindOthers(AppDbContext db, IQueryable<PushMessage> messages) => messages
        .Where(m => db.PushMessages.Any(e =>
            e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
            && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)));

    /// <summary>Makes those messages of the records due that wait for nothing any more.</summary>
    public static Task<int> FreeAsync(AppDbContext db, IReadOnlyList<Guid> records, DateTime now, CancellationToken cancellation)
    {
        var others = Except(PushState.Waiting);
        return FreeAsync(db, db.PushMessages.Where(m => records.Contains(m.RecordId) && !others.Contains(m.State)), now, cancellation);
    }

    /// <summary>Makes due whatever waits for nothing any more.</summary>
    public static async Task<int> FreeAllAsync(AppDbContext db, DateTime now, CancellationToken cancellation)
    {
        var freed = 0;
        foreach (var destination in Enum.GetValues<Destination>())
        {
            freed += await FreeAsync(db, db.PushMessages.Where(m => m.Destination == destination && m.State == PushState.Waiting), now, cancellation);
        }

        return freed;
    }

    private static Task<int> FreeAsync(AppDbContext db, IQueryable<PushMessage> waiting, DateTime now, CancellationToken cancellation) => waiting
        .Where(m => m.NextAttemptAt == null && !db.PushMessages.Any(e =>
            e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
            && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, now), cancellation);
}
