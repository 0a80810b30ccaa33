using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Web.Hosting;

/// <summary>What a demonstration starts with; section <c>Demo</c> of the configuration, set in Development only.</summary>
public sealed class DemoOptions
{
    /// <summary>Bring the demo people in at start.</summary>
    public bool People { get; set; }

    public string Password { get; set; } = "";
}

/// <summary>Brings schema and demo people up to date before the first request, where the configuration asks for it.</summary>
internal static class DatabasePreparation
{
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AppDbContext>();
        if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await db.MigrateAsync();
        }

        if (services.GetRequiredService<IOptions<DemoOptions>>().Value is { People: true } demo)
        {
            await db.AddDemoPeopleAsync(demo.Password, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        }
    }
}
