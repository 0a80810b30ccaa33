using Serilog;

namespace PerformanceRecords.Web.Hosting;

/// <summary>Serilog: console and a file per day under App_Data/logs, written in the background; levels come from the configuration.</summary>
internal static class PortalLogging
{
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // one logger per host: several run side by side in tests
        builder.Logging.AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
    }
}
