using System.Threading.Channels;

namespace PerformanceRecords.Data;

/// <summary>Tells a worker of this process that something waits for it, so that it need not wait for its next look.</summary>
public abstract class Signal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call after the transaction that wrote what waits has committed.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>True when raised, false when the time is over.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            return await raised.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
