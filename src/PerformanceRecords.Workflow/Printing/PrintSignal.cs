using System.Threading.Channels;

namespace PerformanceRecords.Workflow.Printing;

/// <summary>Tells the printer of this process that something is owed, so that it need not wait for its next look.</summary>
public sealed class PrintSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call after the transaction that wrote the job has committed.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Comes back when raised, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            await raised.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // nothing was raised; the caller looks anyway
        }
    }
}
