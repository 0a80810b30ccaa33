using System.Diagnostics;

namespace PerformanceRecords.Web.Hosting;

/// <summary>One line per request that failed or was slow; the others only when the level is Debug.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private const double Slow = 1000;

    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        await next(context);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var level = context.Response.StatusCode >= 500 ? LogLevel.Error
            : elapsed > Slow ? LogLevel.Warning
            : context.Response.StatusCode >= 400 ? LogLevel.Information
            : LogLevel.Debug;
        if (log.IsEnabled(level))
        {
            log.Log(
                level,
                "{Method} {Path} answered {Status} in {Elapsed:0} ms, trace {Trace}",
                context.Request.Method,
                context.Request.Path.Value,
                context.Response.StatusCode,
                elapsed,
                Activity.Current?.TraceId.ToString()[..12]);
        }
    }
}
