namespace PerformanceRecords.Data;

/// <summary>Something was queued for the dispatcher. It waits on a thread of its own, so that an idle portal wakes nobody else.</summary>
public sealed class PushSignal
{
    private readonly object gate = new();
    private bool raised;

    /// <summary>Call after the transaction that queued it has committed.</summary>
    public void Raise()
    {
        lock (gate)
        {
            raised = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Holds the calling thread until something is queued or the time is over.</summary>
    public void Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        using var ending = cancellation.Register(Raise);
        lock (gate)
        {
            if (!raised)
            {
                Monitor.Wait(gate, atMost);
            }

            raised = false;
        }
    }
}
