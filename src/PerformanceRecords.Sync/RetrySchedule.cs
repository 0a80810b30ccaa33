using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync;

/// <summary>When to send again, and when to look again whether a section is shown.</summary>
public sealed class RetrySchedule(IOptionsMonitor<SyncOptions> options)
{
    private const double Jitter = 0.2;
    private static readonly TimeSpan LaterWithoutHint = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Retries =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
    ];

    private static readonly TimeSpan[] Looks =
    [
        TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
    ];

    /// <param name="attempts">How often it was tried, this time included.</param>
    public DateTime NextAttempt(PushProblem problem, int attempts, TimeSpan? retryAfter, DateTime now) => problem switch
    {
        // the platform named the moment: never before it
        PushProblem.Later when retryAfter is { } wait => now + wait + Spread(wait * Jitter),
        PushProblem.Later => now + Around(LaterWithoutHint),
        _ => now + Around(Step(options.CurrentValue.RetryWaits, Retries, attempts - 1)),
    };

    public DateTime FirstLook(DateTime now) => now + Step(options.CurrentValue.LookWaits, Looks, 0);

    /// <summary>The longer it has been on file, the less often it is looked for.</summary>
    public DateTime NextLook(DateTime acceptedAt, DateTime now)
    {
        IList<TimeSpan> waits = options.CurrentValue.LookWaits is { Count: > 0 } configured ? configured : Looks;
        var age = now - acceptedAt;
        var next = waits.FirstOrDefault(w => w * 2 > age, waits[^1]);
        return now + Around(next);
    }

    private static TimeSpan Step(IList<TimeSpan> configured, TimeSpan[] usual, int index)
    {
        IList<TimeSpan> waits = configured.Count > 0 ? configured : usual;
        return waits[Math.Clamp(index, 0, waits.Count - 1)];
    }

    // many messages that failed together must not come back together
    private static TimeSpan Around(TimeSpan wait) => wait * (1 - Jitter) + Spread(wait * Jitter * 2);

    private static TimeSpan Spread(TimeSpan width) => width * Random.Shared.NextDouble();
}
