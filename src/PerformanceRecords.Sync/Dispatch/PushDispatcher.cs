using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>
/// Sends what is queued and looks for what was accepted. Any number of instances share the work. Between claiming and writing down
/// nothing is held: no lock, no transaction, no connection.
/// </summary>
public sealed class PushDispatcher : BackgroundService
{
    private const int Written = 256;

    // claimed ahead, so that nobody waits for the next claim
    private const int LinesEach = 4;
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);
    private readonly PushClaims claims;
    private readonly PushSender sender;
    private readonly PushRecorder recorder;
    private readonly VisibilityWatch watch;
    private readonly PushPulse pulse;
    private readonly ChannelGuard guard;
    private readonly PushSignal signal;
    private readonly IOptionsMonitor<SyncOptions> options;
    private readonly TimeProvider clock;
    private readonly ILogger<PushDispatcher> log;

    internal PushDispatcher(
        PushClaims claims, PushSender sender, PushRecorder recorder, VisibilityWatch watch, PushPulse pulse, ChannelGuard guard, PushSignal signal,
        IOptionsMonitor<SyncOptions> options, TimeProvider clock, ILogger<PushDispatcher> log) =>
        (this.claims, this.sender, this.recorder, this.watch, this.pulse, this.guard, this.signal, this.options, this.clock, this.log) =
        (claims, sender, recorder, watch, pulse, guard, signal, options, clock, log);

    /// <summary>Sends everything that is due at every platform, and what becomes due by that; returns how many sendings that took.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        var sent = 0;
        foreach (var destination in Enum.GetValues<Destination>())
        {
            sent += await SendDueAsync(destination, cancellation);
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
            .. senders.Select(s => LoopAsync(ct => SendDueAsync(s.Key, ct), s.Value.WaitAsync, stoppingToken)),
            .. lookers.Select(l => LoopAsync(ct => watch.LookDueAsync(l.Key, ct), l.Value.WaitAsync, stoppingToken)),
            LoopAsync(ct => FeelAsync(senders, lookers, ct), ct => signal.WaitAsync(options.CurrentValue.IdleWait, ct), stoppingToken),
            LoopAsync(claims.FreeForgottenAsync, ct => Task.Delay(SweepInterval, ct), stoppingToken),
        ]);
    }

    /// <summary>Wakes whoever has something to do: queued or announced here a moment ago, by another instance since the last beat, or fallen due.</summary>
    private async Task<int> FeelAsync(Dictionary<Destination, SemaphoreSlim> senders, Dictionary<Destination, SemaphoreSlim> lookers, CancellationToken cancellation)
    {
        foreach (var beat in await pulse.FeelAsync(cancellation))
        {
            Ring(senders[beat.Destination], beat.Send);
            Ring(lookers[beat.Destination], beat.Look);
        }

        return 0;
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
                log.LogError(e, "The dispatcher failed and goes on");
                await Task.Delay(options.CurrentValue.IdleWait * 5, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> SendDueAsync(Destination destination, CancellationToken cancellation)
    {
        var outcomes = Channel.CreateUnbounded<PushOutcome>(new UnboundedChannelOptions { SingleReader = true });
        var progress = new Progress();
        var writing = WriteAsync(outcomes.Reader, progress, cancellation);
        var sent = 0;
        try
        {
            var degree = new ParallelOptions { MaxDegreeOfParallelism = options.CurrentValue.Concurrency };
            await Parallel.ForEachAsync(ClaimAsync(destination, progress, cancellation), degree, async (line, _) =>
                Interlocked.Add(ref sent, await SendLineAsync(destination, line, outcomes.Writer, progress)));
        }
        finally
        {
            outcomes.Writer.Complete();
            await writing;
        }

        return sent;
    }

    /// <summary>Sends a line in order; what comes after one that did not get through steps back.</summary>
    private async Task<int> SendLineAsync(Destination destination, ClaimedLine line, ChannelWriter<PushOutcome> outcomes, Progress progress)
    {
        var (sent, handedOn) = (0, 0);
        var halted = false;
        try
        {
            foreach (var claimed in line.Messages)
            {
                // a message must be settled before its lease ends, whatever the platform makes of the two calls it may take
                halted |= clock.GetUtcNow().UtcDateTime + options.CurrentValue.Of(destination).Timeout * 2 > claimed.Message.LeaseUntil;
                var outcome = halted ? PushOutcome.Unsent(claimed) : await sender.SendAsync(claimed);
                try
                {
                    if (outcome.Answer is { } answer)
                    {
                        sent++;
                        halted |= !answer.IsGood;
                        await guard.NoteAsync(destination, answer, CancellationToken.None);
                    }
                }
                finally
                {
                    await outcomes.WriteAsync(outcome, CancellationToken.None);
                    handedOn++;
                }
            }
        }
        catch (Exception e)
        {
            // one line's trouble: what was not handed on is asked for when its lease ends
            log.LogError(e, "The line of record {Record} was left", line.Messages[0].Message.RecordId);
        }
        finally
        {
            progress.Finished(line.Messages.Count - handedOn);
        }

        return sent;
    }

    /// <summary>Claims a handful at a time until nothing is due and nothing under way can make anything due. The next handful is claimed while the last lines of one are sent.</summary>
    private async IAsyncEnumerable<ClaimedLine> ClaimAsync(Destination destination, Progress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = options.CurrentValue.Concurrency;
        var seen = progress.Mark();
        var next = NextAsync(destination, progress, cancellation);
        while (await next is { } claimed)
        {
            if (claimed.Count == 0)
            {
                if (progress.Idle)
                {
                    yield break;
                }

                // a slow answer must not keep others waiting that fall due meanwhile
                await Progress.MovedAsync(seen, options.CurrentValue.IdleWait, cancellation);
                seen = progress.Mark();
                next = NextAsync(destination, progress, cancellation);
            }

            for (var i = 0; i < claimed.Count; i++)
            {
                if (i == Math.Max(0, claimed.Count - ahead))
                {
                    seen = progress.Mark();
                    next = NextAsync(destination, progress, cancellation);
                }

                yield return claimed[i];
            }
        }
    }

    /// <summary>Null where the channel is closed.</summary>
    private async Task<IReadOnlyList<ClaimedLine>?> NextAsync(Destination destination, Progress progress, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || !await guard.MaySendAsync(destination, cancellation))
        {
            return null;
        }

        var claimed = await claims.SendableAsync(destination, options.CurrentValue.Concurrency * LinesEach, cancellation);
        progress.Started(claimed.Sum(l => l.Messages.Count));
        return claimed;
    }

    private async Task WriteAsync(ChannelReader<PushOutcome> outcomes, Progress progress, CancellationToken cancellation)
    {
        var batch = new List<PushOutcome>(Written);
        while (await outcomes.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            Gather(outcomes, batch);
            if (batch.Count < Written && progress.UnderWay > batch.Count)
            {
                // a flush to disk for many: what is lost with it is asked for, not sent again
                await Task.Delay(Gathered, CancellationToken.None);
                Gather(outcomes, batch);
            }

            try
            {
                await recorder.WriteAsync(batch, CancellationToken.None);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested || e is not OperationCanceledException)
            {
                // not written is not lost: the lease ends, and the platform is asked what it has
                log.LogError(e, "The outcome of {Count} messages could not be written", batch.Count);
            }
            finally
            {
                progress.Finished(batch.Count);
            }
        }
    }

    private static void Gather(ChannelReader<PushOutcome> outcomes, List<PushOutcome> batch)
    {
        while (batch.Count < Written && outcomes.TryRead(out var outcome))
        {
            batch.Add(outcome);
        }
    }

    /// <summary>How many messages are between claim and record, and a bell for when that changes.</summary>
    private sealed class Progress
    {
        private readonly Lock gate = new();
        private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int underWay;

        public int UnderWay => Volatile.Read(ref underWay);

        public bool Idle => UnderWay == 0;

        public void Started(int count) => Interlocked.Add(ref underWay, count);

        public Task Mark()
        {
            lock (gate)
            {
                return moved.Task;
            }
        }

        public void Finished(int count)
        {
            if (count == 0)
            {
                return;
            }

            Interlocked.Add(ref underWay, -count);
            TaskCompletionSource bell;
            lock (gate)
            {
                (bell, moved) = (moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            bell.SetResult();
        }

        public static async Task MovedAsync(Task seen, TimeSpan atMost, CancellationToken cancellation) =>
            await Task.WhenAny(seen, Task.Delay(atMost, cancellation));
    }
}
