using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>What a test wants different from the portal as it ships.</summary>
public sealed record PortalSetup
{
    public Engine Engine { get; init; } = Engine.Sqlite;

    /// <summary>A clock the test moves; without one the portal and the sandbox use the machine's.</summary>
    public FakeClock? Clock { get; init; }

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Only for the edges: never to put something of our own in place of something of our own.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
