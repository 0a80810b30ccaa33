namespace PerformanceRecords.Testing;

/// <summary>A clock that stands still until a test moves it. Timers fire while it is being moved, each at its own moment.</summary>
public sealed class FakeClock(DateTime start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTime now = DateTime.SpecifyKind(start, DateTimeKind.Utc);

    /// <summary>A plain working day: Tuesday 2026-03-10, ten in the morning in China.</summary>
    public FakeClock()
        : this(new DateTime(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc))
    {
    }

    public DateTime Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Now);

    public override long GetTimestamp() => Now.Ticks;

    public void Advance(TimeSpan by) => MoveTo(Now + by);

    /// <summary>Moves on to a later moment; what was due on the way fires in order. Time never runs backwards.</summary>
    public void MoveTo(DateTime moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, Now);
        while (NextDue(moment) is { } due)
        {
            due.Fire();
        }

        lock (gate)
        {
            now = DateTime.SpecifyKind(moment, DateTimeKind.Utc);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? NextDue(DateTime until)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is not null)
            {
                now = next.Due > now ? next.Due : now;
                next.Schedule(now);
            }

            return next;
        }
    }

    private sealed class Timer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTime Due { get; private set; }

        public void Fire() => callback(state);

        public void Schedule(DateTime from)
        {
            if (period <= TimeSpan.Zero)
            {
                clock.timers.Remove(this);
            }
            else
            {
                Due = from + period;
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                period = newPeriod;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
