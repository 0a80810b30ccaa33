using System.Threading.RateLimiting;

namespace PerformanceRecords.Web.Features.Verification;

/// <summary>Ten questions a minute from one address: enough for a stack of paper, too few to try codes out.</summary>
public sealed class VerificationLimiter : IDisposable
{
    public const int PerMinute = 10;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool Admits(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
