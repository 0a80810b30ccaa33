using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Notices;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>
/// Watches each channel: stops it when the platform refuses our credentials or contract (a person closes the fuse), pauses it when the
/// platform is silent (a probe ends that). The state is in the database, so all instances stop and go together.
/// </summary>
internal sealed class ChannelGuard(
    IServiceScopeFactory scopes, PlatformClients clients, IOptionsMonitor<SyncOptions> options, TimeProvider clock, ILogger<ChannelGuard> log)
{
    private static readonly TimeSpan SuccessNoteInterval = TimeSpan.FromSeconds(15);

    // compiled for one model, so not shared between instances of the portal on different databases
    private readonly Func<AppDbContext, Destination, Task<PushChannel?>> find =
        EF.CompileAsyncQuery((AppDbContext db, Destination destination) => db.PushChannels.AsNoTracking().FirstOrDefault(c => c.Destination == destination));

    private readonly ConcurrentDictionary<Destination, int> silences = new();
    private readonly ConcurrentDictionary<Destination, DateTime> noted = new();

    public async Task<bool> MaySendAsync(Destination destination, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        return await find(db, destination) switch
        {
            null => throw new InvalidOperationException($"Channel {destination} has no row; the schema is not complete."),
            { State: ChannelState.Normal } => true,
            { State: ChannelState.Outage, NextProbeAt: var due } when due <= now => await ProbeAsync(db, destination, due, now, cancellation),
            _ => false,
        };
    }

    /// <summary>Draws the conclusions from an answer for the channel as a whole.</summary>
    public async Task NoteAsync(Destination destination, PlatformAnswer answer, CancellationToken cancellation)
    {
        if (answer.Problem == PushProblem.Channel)
        {
            await ChangeAsync(destination, ChannelState.Fused, answer.Text, cancellation);
        }
        else if (answer.Silent)
        {
            if (silences.AddOrUpdate(destination, 1, (_, n) => n + 1) is var n && n >= options.CurrentValue.FailuresUntilOutage)
            {
                await ChangeAsync(destination, ChannelState.Outage, $"连续 {n} 次没有应答", cancellation);
            }
        }
        else
        {
            silences[destination] = 0;
            await NoteSuccessAsync(destination, cancellation);
        }
    }

    private async Task ChangeAsync(Destination destination, ChannelState to, string reason, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var probe = now + options.CurrentValue.ProbeInterval;
        reason = ForeignText.Storable(reason, 500);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // a fuse is never undone by an outage
        var changed = await db.PushChannels
            .Where(c => c.Destination == destination && c.State != to && c.State != ChannelState.Fused)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(c => c.State, to)
                    .SetProperty(c => c.Since, now)
                    .SetProperty(c => c.Reason, reason)
                    .SetProperty(c => c.NextProbeAt, to == ChannelState.Outage ? probe : null)
                    .SetProperty(c => c.OutageFrom, c => to == ChannelState.Outage ? now : c.OutageFrom)
                    .SetProperty(c => c.OutageTo, c => to == ChannelState.Outage ? null : c.OutageTo),
                cancellation);
        if (changed > 0)
        {
            await PushNotices.ChannelAsync(scope.ServiceProvider.GetRequiredService<Notifier>(), destination, to, reason, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            log.LogWarning("Channel {Destination} is now {State}: {Reason}", destination, to, reason);
        }
    }

    private async Task<bool> ProbeAsync(AppDbContext db, Destination destination, DateTime? due, DateTime now, CancellationToken cancellation)
    {
        var next = now + options.CurrentValue.ProbeInterval;
        // of several instances one probes
        var mine = await db.PushChannels
            .Where(c => c.Destination == destination && c.State == ChannelState.Outage && c.NextProbeAt == due)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextProbeAt, next), cancellation);
        return mine > 0 && await ProbeNowAsync(destination, cancellation);
    }

    /// <summary>
    /// 立即试探: asks the platform for a sign of life. When it answers, the channel goes on and what waits because of it goes out; when it is silent,
    /// that is the outage, however little there was to send.
    /// </summary>
    public async Task<bool> ProbeNowAsync(Destination destination, CancellationToken cancellation)
    {
        var answer = await clients.Of(destination).ProbeAsync();
        if (!answer.IsGood)
        {
            if (answer.Problem == PushProblem.Channel)
            {
                await ChangeAsync(destination, ChannelState.Fused, answer.Text, cancellation);
            }
            else
            {
                await ChangeAsync(destination, ChannelState.Outage, answer.Silent ? "试探没有应答" : $"试探没有正常应答：{answer.Text}", cancellation);
            }

            return false;
        }

        if (!await ReopenAsync(destination, ChannelState.Outage, cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await HurryAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), destination, cancellation);
        }

        return true;
    }

    /// <summary>Lets a channel go on; what failed meanwhile goes out at once, in order.</summary>
    public async Task<bool> ReopenAsync(Destination destination, ChannelState from, CancellationToken cancellation)
    {
        silences[destination] = 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.PushChannels
            .Where(c => c.Destination == destination && c.State == from)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(c => c.State, ChannelState.Normal)
                    .SetProperty(c => c.Since, now)
                    .SetProperty(c => c.Reason, (string?)null)
                    .SetProperty(c => c.NextProbeAt, (DateTime?)null)
                    .SetProperty(c => c.OutageTo, c => from == ChannelState.Outage ? now : c.OutageTo)
                    .SetProperty(c => c.LastSuccessAt, now),
                cancellation);
        if (changed > 0)
        {
            await HurryAsync(db, destination, cancellation);
            log.LogInformation("Channel {Destination} is open again", destination);
        }

        return changed > 0;
    }

    // what failed because of the channel, and not what the platform asked to have later
    private Task<int> HurryAsync(AppDbContext db, Destination destination, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.PushMessages
            .Where(m => m.Destination == destination && m.State == PushState.Waiting && m.NextAttemptAt > now
                && (m.Problem == PushProblem.Soon || m.Problem == PushProblem.Unanswered || m.Problem == PushProblem.Channel))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, now), cancellation);
    }

    private async Task NoteSuccessAsync(Destination destination, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (noted.TryGetValue(destination, out var last) && now - last < SuccessNoteInterval)
        {
            return;
        }

        noted[destination] = now;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.PushChannels.Where(c => c.Destination == destination).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSuccessAt, now), cancellation);
    }
}
