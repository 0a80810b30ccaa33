using Microsoft.AspNetCore.Builder;
using PerformanceRecords.PlatformSandbox;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>The stand-in national platform on a loopback port, with a memory of its own.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>The settings with which a portal finds it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["NationalPlatform:Address"] = Address.AbsoluteUri,
        ["ServiceNetwork:Address"] = new Uri(Address, "service-network/").AbsoluteUri,
    };

    public static async Task<SandboxHost> StartAsync(TimeProvider? clock = null)
    {
        var app = SandboxApp.Create("http://127.0.0.1:0", options => options.ShowDelay = TimeSpan.Zero, clock);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
