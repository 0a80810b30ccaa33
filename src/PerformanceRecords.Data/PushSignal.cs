namespace PerformanceRecords.Data;

/// <summary>Tells the dispatcher of this process that something was queued, so that it need not wait for its next look.</summary>
public sealed class PushSignal
{
    private readonly SemaphoreSlim raised = new(0, 1);

    /// <summary>Call after the transaction that queued something has committed.</summary>
    public void Raise()
    {
        if (raised.CurrentCount == 0)
        {
            try
            {
                raised.Release();
            }
            catch (SemaphoreFullException)
            {
                // somebody else raised it in the same moment: raised is raised
                return;
            }
        }
    }

    /// <summary>True when raised, false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => raised.WaitAsync(atMost, cancellation);
}
