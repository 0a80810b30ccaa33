using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>
/// A round at one platform: claims lines, sends them side by side and writes down what became of them, until nothing is due. Between claiming and
/// writing down nothing is held: no lock, no transaction, no connection.
/// </summary>
internal sealed class PushRound(
    PushClaims claims, PushSender sender, PushRecorder recorder, ChannelGuard guard, IOptionsMonitor<SyncOptions> options, TimeProvider clock, ILogger<PushRound> log)
{
    private const int Written = 256;

    // claimed ahead, so that nobody waits for the next claim
    private const int LinesEach = 4;
    private const int Looks = 10;
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns how many sendings it took.</summary>
    public async Task<int> RunAsync(Destination destination, CancellationToken cancellation)
    {
        var outcomes = Channel.CreateUnbounded<PushOutcome>(new UnboundedChannelOptions { SingleReader = true });
        var progress = new RoundProgress();
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
    private async Task<int> SendLineAsync(Destination destination, ClaimedLine line, ChannelWriter<PushOutcome> outcomes, RoundProgress progress)
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

    /// <summary>Claims a handful at a time until nothing is due and nothing under way can make anything due. The next handful is claimed while the second half of one is sent.</summary>
    private async IAsyncEnumerable<ClaimedLine> ClaimAsync(Destination destination, RoundProgress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = options.CurrentValue.Concurrency * LinesEach / 2;
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
                await RoundProgress.MovedAsync(seen, options.CurrentValue.IdleWait, cancellation);
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
    private async Task<IReadOnlyList<ClaimedLine>?> NextAsync(Destination destination, RoundProgress progress, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || !await guard.MaySendAsync(destination, cancellation))
        {
            return null;
        }

        var claimed = await claims.SendableAsync(destination, options.CurrentValue.Concurrency * LinesEach, cancellation);
        progress.Started(claimed.Sum(l => l.Messages.Count));
        return claimed;
    }

    private async Task WriteAsync(ChannelReader<PushOutcome> outcomes, RoundProgress progress, CancellationToken cancellation)
    {
        var batch = new List<PushOutcome>(Written);
        while (await outcomes.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            Gather(outcomes, batch);
            // a flush to disk for many: what is lost with it is asked for, not sent again
            for (var look = 0; look < Looks && batch.Count < Written && progress.UnderWay > batch.Count; look++)
            {
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
}
