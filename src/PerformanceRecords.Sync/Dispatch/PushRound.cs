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
    private const int Written = 512;

    // claimed ahead, so that nobody waits for the next claim
    private const int LinesEach = 8;
    private const int Looks = 10;
    private static readonly TimeSpan Gathered = TimeSpan.FromMilliseconds(10);

    /// <summary>Returns how many sendings it took.</summary>
    public async Task<int> RunAsync(Destination destination, CancellationToken cancellation)
    {
        var outcomes = Channel.CreateUnbounded<LineOutcome>(new UnboundedChannelOptions { SingleReader = true });
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

    /// <summary>Sends a line in order, as far as everything gets through.</summary>
    private async Task<int> SendLineAsync(Destination destination, ClaimedLine line, ChannelWriter<LineOutcome> outcomes, RoundProgress progress)
    {
        var sent = new List<PushOutcome>(line.Messages.Count);
        var broken = false;
        try
        {
            // a message must be settled before the lease ends, whatever the platform makes of the two calls it may take
            while (sent.Count < line.Messages.Count && clock.GetUtcNow().UtcDateTime + options.CurrentValue.Of(destination).Timeout * 2 <= line.LeaseUntil)
            {
                var outcome = await sender.SendAsync(line.Messages[sent.Count]);
                sent.Add(outcome);
                await guard.NoteAsync(destination, outcome.Answer!, CancellationToken.None);
                if (!outcome.Answer!.IsGood)
                {
                    break;
                }
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "The line of record {Record} was left", line.Messages[0].Message.RecordId);
            broken = true;
        }

        if (broken && sent.Count == 0)
        {
            // one line's trouble: it is asked for when its lease ends
            progress.Finished(line.Messages.Count);
            return 0;
        }

        await outcomes.WriteAsync(new LineOutcome(line, [.. sent, .. Unsent(line, sent.Count, broken)]), CancellationToken.None);
        return sent.Count;
    }

    // there is nothing to write about what nobody touched; the head gives the line back, and what may have been sent is not forgotten
    private static IEnumerable<PushOutcome> Unsent(ClaimedLine line, int sent, bool broken) => line.Messages
        .Select((claimed, place) => (claimed.Message, Place: place, PerhapsSent: claimed.TakenOver || (broken && place == sent)))
        .Where(m => m.Place >= sent && (m.Place == 0 || m.PerhapsSent))
        .Select(m => PushOutcome.Unsent(m.Message, m.PerhapsSent));

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

    private async Task WriteAsync(ChannelReader<LineOutcome> outcomes, RoundProgress progress, CancellationToken cancellation)
    {
        var batch = new List<LineOutcome>();
        while (await outcomes.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            var gathered = Gather(outcomes, batch);
            // a flush to disk for many: what is lost with it is asked for, not sent again
            for (var look = 0; look < Looks && gathered < Written && progress.UnderWay > gathered; look++)
            {
                await Task.Delay(Gathered, CancellationToken.None);
                gathered = Gather(outcomes, batch);
            }

            try
            {
                await recorder.WriteAsync(batch, CancellationToken.None);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested || e is not OperationCanceledException)
            {
                // not written is not lost: the lease ends, and the platform is asked what it has
                log.LogError(e, "The outcome of {Count} messages could not be written", gathered);
            }
            finally
            {
                progress.Finished(gathered);
            }
        }
    }

    /// <summary>Returns how many messages there are in the batch now.</summary>
    private static int Gather(ChannelReader<LineOutcome> outcomes, List<LineOutcome> batch)
    {
        var messages = batch.Sum(l => l.Line.Messages.Count);
        while (messages < Written && outcomes.TryRead(out var line))
        {
            batch.Add(line);
            messages += line.Line.Messages.Count;
        }

        return messages;
    }
}
