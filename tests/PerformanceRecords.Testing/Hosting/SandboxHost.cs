using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.PlatformSandbox;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>The stand-in national platform on a loopback port, with a memory of its own.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const string KeyId = "TEST-1";
    private const string Secret = "a-secret-only-for-tests-on-loopback";
    private readonly WebApplication app;

    private SandboxHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>The settings with which a portal finds it, and sends and looks without waiting.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Sync:NationalPlatform:BaseAddress"] = Address.AbsoluteUri,
        ["Sync:NationalPlatform:KeyId"] = KeyId,
        ["Sync:NationalPlatform:Secret"] = Secret,
        ["Sync:ServiceNetwork:BaseAddress"] = new Uri(Address, "service-network/").AbsoluteUri,
        ["Sync:ServiceNetwork:KeyId"] = KeyId,
        ["Sync:ServiceNetwork:Secret"] = Secret,
        ["Sync:IdleWait"] = "00:00:00.2",
        ["Sync:RetryWaits:0"] = "00:00:00.2",
        ["Sync:LookWaits:0"] = "00:00:00.2",
    };

    public static async Task<SandboxHost> StartAsync(TimeProvider? clock = null)
    {
        var app = SandboxApp.Create(
            "http://127.0.0.1:0",
            options =>
            {
                options.ShowDelay = TimeSpan.Zero;
                options.Keys.Add(new SandboxKey { Id = KeyId, Secret = Secret });
            },
            clock);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Lets the platform announce results to a portal.</summary>
    public void AnnounceTo(Uri portal) =>
        app.Services.GetRequiredService<IOptionsMonitor<SandboxOptions>>().CurrentValue.CallbackAddress = new Uri(portal, "api/v1/announcements/");

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
