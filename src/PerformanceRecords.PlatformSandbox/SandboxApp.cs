using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PerformanceRecords.PlatformSandbox.Api;
using PerformanceRecords.PlatformSandbox.Calls;
using PerformanceRecords.DataStandard;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.PlatformSandbox.Pages;

namespace PerformanceRecords.PlatformSandbox;

/// <summary>
/// A stand-in for 部平台 and 政务网: a small web application of its own, which the portal hosts beside itself in Development and
/// tests host on a loopback port.
/// </summary>
public static class SandboxApp
{
    public static WebApplication Create(params string[] args) => Create(args, configure: null);

    /// <summary>A sandbox that listens on the given address, such as http://127.0.0.1:0.</summary>
    public static WebApplication Create(string address, Action<SandboxOptions>? configure = null, TimeProvider? clock = null) =>
        Create(["--urls", address], configure, clock);

    private static WebApplication Create(string[] args, Action<SandboxOptions>? configure, TimeProvider? clock = null)
    {
        // the contract has more patterns than the default cache holds
        Regex.CacheSize = Math.Max(Regex.CacheSize, 128);
        // an empty builder: hosted inside the portal, it must not read the portal's settings or listen on its addresses
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxApp).Assembly.GetName().Name });
        builder.Configuration.AddEnvironmentVariables("PLATFORM_").AddCommandLine(args);
        builder.WebHost.UseKestrelCore().UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:5090");
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddRouting();
        var services = builder.Services;
        services.AddOptions<SandboxOptions>().BindConfiguration("Sandbox").PostConfigure(options =>
        {
            configure?.Invoke(options);
            options.AddDefaults();
        });
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddSingleton<ContractSchemas>();
        services.AddSingleton<SignatureCheck>();
        services.AddSingleton<FaultDesk>();
        services.AddSingleton<Announcer>();
        services.AddSingleton(provider => new SandboxState(provider.GetRequiredService<IOptions<SandboxOptions>>().Value.Journal, provider.GetRequiredService<SignatureCheck>()));
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.Cookie.Name = "sandbox.af");
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

        var app = builder.Build();
        app.UseRouting();
        app.UseAntiforgery();
        SectionEndpoints.Map(app, "", SandboxState.National);
        SectionEndpoints.Map(app, "/service-network", SandboxState.ServiceNetwork);
        ControlEndpoints.Map(app);
        PageEndpoints.Map(app);
        // a journal that another process holds is an error of the start, not of the first call
        _ = app.Services.GetRequiredService<SandboxState>();
        return app;
    }
}
