using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Desk;

/// <summary>How many messages were waiting at a moment.</summary>
public sealed record BacklogPoint(DateTime At, int Waiting);

/// <summary>补推曲线 of one outage.</summary>
/// <param name="To">Null while it lasts.</param>
public sealed record CatchUpCurve(DateTime From, DateTime? To, IReadOnlyList<BacklogPoint> Points);

/// <summary>What piled up during the latest outage, and how fast it went out afterwards.</summary>
public sealed class CatchUp(AppDbContext db, TimeProvider clock)
{
    private const int Steps = 24;

    /// <summary>Null where the platform was never down.</summary>
    public async Task<CatchUpCurve?> OfAsync(Destination destination, CancellationToken cancellation = default)
    {
        var channel = await db.PushChannels.AsNoTracking().SingleAsync(c => c.Destination == destination, cancellation);
        if (channel.OutageFrom is not { } from)
        {
            return null;
        }

        // as long again after the outage as it lasted, an hour at least and three days at most
        var now = clock.GetUtcNow().UtcDateTime;
        var end = channel.OutageTo ?? now;
        var tail = TimeSpan.FromHours(1) > end - from ? TimeSpan.FromHours(1) : end - from;
        var until = new[] { now, end + tail, from.AddDays(3) }.Min();
        var states = Enum.GetValues<PushState>();
        // what a person has to settle, or newer content replaced, waits for no platform
        var messages = db.PushMessages.Where(m => states.Contains(m.State) && m.Destination == destination
            && (m.AcceptedAt != null || m.State == PushState.Waiting || m.State == PushState.Sending));
        var before = await messages.CountAsync(m => m.CreatedAt < from && (m.AcceptedAt == null || m.AcceptedAt >= from), cancellation);
        var moved = await messages.Where(m => m.CreatedAt >= from && m.CreatedAt <= until || m.AcceptedAt >= from && m.AcceptedAt <= until)
            .OrderBy(m => m.CreatedAt).Select(m => new { m.CreatedAt, m.AcceptedAt }).Take(50_000).ToListAsync(cancellation);
        var step = (until - from) / Steps;
        return new CatchUpCurve(from, channel.OutageTo,
        [
            // the end of the outage too, however short it was: then there was most to do
            .. Enumerable.Range(0, Steps + 1).Select(i => from + step * i).Concat(channel.OutageTo is { } ended && ended < until ? [ended] : Array.Empty<DateTime>()).Order().Select(at => new BacklogPoint(
                at, before + moved.Count(m => m.CreatedAt >= from && m.CreatedAt <= at) - moved.Count(m => m.AcceptedAt <= at))),
        ]);
    }
}
