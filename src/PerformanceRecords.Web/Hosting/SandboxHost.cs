using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.Sync;

namespace PerformanceRecords.Web.Hosting;

/// <summary>Section <c>PlatformSandbox</c>: the stand-in for the platforms outside, run beside the portal; set in Development only.</summary>
public sealed class SandboxHostOptions
{
    public const string Section = "PlatformSandbox";

    /// <summary>Where it listens, such as http://127.0.0.1:5090; none is run without it.</summary>
    public string? Address { get; set; }

    /// <summary>Where it keeps what it was sent.</summary>
    public string Journal { get; set; } = "App_Data/platform-sandbox.jsonl";
}

/// <summary>Runs the sandbox in the portal's process, so that one command starts everything.</summary>
internal sealed class SandboxHost(
    IOptions<SandboxHostOptions> options, IOptions<SyncOptions> sync, IServer server, IHostApplicationLifetime lifetime) : IHostedService, IAsyncDisposable
{
    private WebApplication? sandbox;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Address is not { Length: > 0 } address)
        {
            return;
        }

        sandbox = SandboxApp.Create(address, settings =>
        {
            settings.Journal = options.Value.Journal;
            settings.Keys.Add(new SandboxKey { Id = sync.Value.NationalPlatform.KeyId, Secret = sync.Value.NationalPlatform.Secret });
        });
        await sandbox.StartAsync(cancellationToken);
        // the portal's own address is known only once it listens
        lifetime.ApplicationStarted.Register(() => AnnounceTo(server.Features.Get<IServerAddressesFeature>()?.Addresses));
    }

    private void AnnounceTo(IEnumerable<string>? addresses)
    {
        if (addresses?.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal)) is { } address
            && Uri.TryCreate(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal), UriKind.Absolute, out var own))
        {
            sandbox!.Services.GetRequiredService<IOptionsMonitor<SandboxOptions>>().CurrentValue.CallbackAddress = new Uri(own, "api/v1/announcements/");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => sandbox?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
