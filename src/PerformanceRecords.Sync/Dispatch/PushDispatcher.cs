using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>Sends what is queued and looks for what was accepted, whenever there is something to do. Any number of instances share the work.</summary>
public sealed class PushDispatcher : BackgroundService
{
    private const string Failed = "The dispatcher failed and goes on";
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);
    private readonly PushRound round;
    private readonly VisibilityWatch watch;
    private readonly PushClaims claims;
    private readonly PushPulse pulse;
    private readonly PushSignal signal;
    private readonly IOptionsMonitor<SyncOptions> options;
    private readonly ILogger<PushDispatcher> log;

    internal PushDispatcher(
        PushRound round, VisibilityWatch watch, PushClaims claims, PushPulse pulse, PushSignal signal, IOptionsMonitor<SyncOptions> options, ILogger<PushDispatcher> log) =>
        (this.round, this.watch, this.claims, this.pulse, this.signal, this.options, this.log) = (round, watch, claims, pulse, signal, options, log);

    /// <summary>Sends everything that is due at every platform, and what becomes due by that; returns how many sendings that took.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        var sent = 0;
        foreach (var destination in Enum.GetValues<Destination>())
        {
            sent += await round.RunAsync(destination, cancellation);
        }

        return sent;
    }

    /// <summary>Looks for everything it is time to look for; returns how many messages that were.</summary>
    public async Task<int> LookDueAsync(CancellationToken cancellation = default)
    {
        var looked = 0;
        foreach (var destination in Enum.GetValues<Destination>())
        {
            looked += await watch.LookDueAsync(destination, cancellation);
        }

        return looked;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CurrentValue.Dispatches)
        {
            return;
        }

        // a platform that is slow or down holds up neither the other one nor the looking
        var senders = Enum.GetValues<Destination>().ToDictionary(d => d, _ => new SemaphoreSlim(0, 1));
        var lookers = Enum.GetValues<Destination>().ToDictionary(d => d, _ => new SemaphoreSlim(0, 1));
        await Task.WhenAll(
        [
            .. senders.Select(s => LoopAsync(ct => round.RunAsync(s.Key, ct), s.Value.WaitAsync, stoppingToken)),
            .. lookers.Select(l => LoopAsync(ct => watch.LookDueAsync(l.Key, ct), l.Value.WaitAsync, stoppingToken)),
            Task.Factory.StartNew(() => Feel(senders, lookers, stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            LoopAsync(claims.FreeForgottenAsync, ct => Task.Delay(SweepInterval, ct), stoppingToken),
        ]);
    }

    /// <summary>Wakes whoever has something to do: queued or announced here a moment ago, by another instance since the last beat, or fallen due.</summary>
    private void Feel(Dictionary<Destination, SemaphoreSlim> senders, Dictionary<Destination, SemaphoreSlim> lookers, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = options.CurrentValue.IdleWait;
            try
            {
                foreach (var beat in pulse.Feel())
                {
                    Ring(senders[beat.Destination], beat.Send);
                    Ring(lookers[beat.Destination], beat.Look);
                }
            }
            catch (Exception e)
            {
                log.LogError(e, Failed);
                wait *= 5;
            }

            signal.Wait(wait, stopping);
        }
    }

    private static void Ring(SemaphoreSlim bell, bool wanted)
    {
        if (wanted && bell.CurrentCount == 0)
        {
            bell.Release();
        }
    }

    /// <summary>Works whenever it is woken, and goes on whatever happens.</summary>
    private async Task LoopAsync(Func<CancellationToken, Task<int>> work, Func<CancellationToken, Task> woken, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
                await woken(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // the database is away, most likely: what is claimed comes back when its lease ends
                log.LogError(e, Failed);
                await Task.Delay(options.CurrentValue.IdleWait * 5, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
