using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>What there is to do at a platform right now.</summary>
internal sealed record Beat(Destination Destination, bool Send, bool Look);

/// <summary>
/// The one question an idle instance keeps asking: is there anything to do, whoever queued it? Answered from the claim's index. Asked on the caller's
/// thread: a pool woken for each beat spins longer for more work than the question takes.
/// </summary>
internal sealed class PushPulse(IServiceScopeFactory scopes, TimeProvider clock)
{
    // compiled for one model, so not shared between instances of the portal on different databases
    private readonly Func<AppDbContext, DateTime, IEnumerable<Beat>> due = EF.CompileQuery((AppDbContext db, DateTime now) => db.PushChannels.AsNoTracking()
        .Select(c => new Beat(
            c.Destination,
            (c.State == ChannelState.Outage && c.NextProbeAt <= now)
            || (c.State == ChannelState.Normal
                && (db.PushMessages.Any(m => m.Destination == c.Destination && m.State == PushState.Waiting && m.NextAttemptAt <= now)
                    || db.PushMessages.Any(m => m.Destination == c.Destination && m.State == PushState.Sending && m.NextAttemptAt <= now))),
            c.State == ChannelState.Normal
                && db.PushMessages.Any(m => m.Destination == c.Destination && m.State == PushState.Accepted && m.NextAttemptAt <= now))));

    public IReadOnlyList<Beat> Feel()
    {
        using var scope = scopes.CreateScope();
        return [.. due(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock.GetUtcNow().UtcDateTime)];
    }
}
