namespace PerformanceRecords.Sync.Dispatch;

/// <summary>How many messages are between claim and record, and a bell for when that changes.</summary>
internal sealed class RoundProgress
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
