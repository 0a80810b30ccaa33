using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>The line of one record at one platform: nothing is sent while something before it is open.</summary>
internal static class PushLine
{
    /// <summary>Those of the messages that have an open one before them.</summary>
    public static IQueryable<PushMessage> BehindOthers(AppDbContext db, IQueryable<PushMessage> messages) => messages
        .Where(m => db.PushMessages.Any(e =>
            e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
            && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)));

    /// <summary>Makes those of the messages due that wait for nothing any more.</summary>
    public static Task<int> FreeAsync(AppDbContext db, IQueryable<PushMessage> messages, DateTime now, CancellationToken cancellation) => messages
        .Where(m => m.State == PushState.Waiting && m.NextAttemptAt == null && !db.PushMessages.Any(e =>
            e.RecordId == m.RecordId && e.Destination == m.Destination && e.Sequence < m.Sequence
            && (e.State == PushState.Waiting || e.State == PushState.Sending || e.State == PushState.NeedsPerson || e.State == PushState.Parked)))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, now), cancellation);
}
