using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Data;
using PerformanceRecords.Sync;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>The dispatcher in a process of its own, so that it can be killed.</summary>
internal static class SyncWorker
{
    public const string Verb = "sync-worker";
    public const string Ready = "ready";

    /// <summary>Said once, when the first call to a platform is under way.</summary>
    public const string Working = "working";

    /// <summary>Asked on the standard input, and what begins the answer.</summary>
    public const string Compiled = "compiled ";

    /// <summary>Settings under which the dispatcher runs in every trial.</summary>
    public static Dictionary<string, string?> Settings(TrialDatabase database, Uri sandbox, int concurrency) => new()
    {
        ["Database:Provider"] = database.Provider.ToString(),
        ["Database:ConnectionString"] = database.ConnectionString,
        ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
        ["Sync:Concurrency"] = concurrency.ToString(CultureInfo.InvariantCulture),
        ["Sync:Lease"] = "00:00:04",
        ["Sync:IdleWait"] = "00:00:00.2",
        ["Sync:ProbeInterval"] = "00:00:00.3",
        ["Sync:RetryWaits:0"] = "00:00:00.1",
        ["Sync:RetryWaits:1"] = "00:00:00.5",
        ["Sync:LookWaits:0"] = "01:00:00",
        ["Sync:NationalPlatform:BaseAddress"] = sandbox.AbsoluteUri,
        ["Sync:NationalPlatform:KeyId"] = "JS-DEV-1",
        ["Sync:NationalPlatform:Secret"] = "development-only-secret-of-the-sandbox",
        ["Sync:NationalPlatform:Timeout"] = "00:00:01",
        ["Sync:ServiceNetwork:BaseAddress"] = new Uri(sandbox, "service-network/").AbsoluteUri,
        ["Sync:ServiceNetwork:KeyId"] = "JS-DEV-1",
        ["Sync:ServiceNetwork:Secret"] = "development-only-secret-of-the-sandbox",
        ["Sync:ServiceNetwork:Timeout"] = "00:00:01",
    };

    public static IHost Build(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole();
        builder.Services.AddPortalData(builder.Configuration);
        builder.Services.AddPortalSync(builder.Configuration);
        return builder.Build();
    }

    /// <summary>Runs until it is killed; settings come as environment variables, as for any host.</summary>
    public static async Task RunAsync()
    {
        var settings = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(v => ((string)v.Key).StartsWith("WORKER_", StringComparison.Ordinal))
            .Select(v => KeyValuePair.Create(((string)v.Key)["WORKER_".Length..].Replace("__", ":", StringComparison.Ordinal), (string?)v.Value));
        using var host = Build(settings);
        using var calls = SayWhenWorking();
        await host.StartAsync();
        Console.WriteLine(Ready);
        // waits for a question without costing anything
        new Thread(Answer) { IsBackground = true }.Start();
        await host.WaitForShutdownAsync();
    }

    // what counts the calls of any HttpClient
    private static MeterListener SayWhenWorking()
    {
        var said = 0;
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.active_requests" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (Interlocked.Exchange(ref said, 1) == 0)
            {
                Console.WriteLine(Working);
            }
        });
        listener.Start();
        return listener;
    }

    private static void Answer()
    {
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(Compiled + JitInfo.GetCompilationTime().TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        }
    }
}
