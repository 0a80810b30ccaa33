using Xunit;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>Class fixture: one portal for the tests of a class that do not get in each other's way.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    private PortalHost? host;

    public PortalHost Host => host ?? throw new InvalidOperationException("The portal has not been started.");

    public async Task InitializeAsync() => host = await PortalHost.StartAsync();

    public async Task DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
