using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Workflow.Seeding;

namespace PerformanceRecords.Web.Hosting;

/// <summary>What a demonstration starts with; section <c>Demo</c> of the configuration, set in Development only.</summary>
public sealed class DemoOptions
{
    /// <summary>Bring the demo people in at start.</summary>
    public bool People { get; set; }

    /// <summary>Bring their filings in too, into a database that has none.</summary>
    public bool Filings { get; set; }

    /// <summary>The one password of all of them; a demonstration has no secrets.</summary>
    public string Password { get; set; } = "";
}

/// <summary>Brings schema and demonstration up to date before the first request, where the configuration asks for it.</summary>
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

        if (services.GetRequiredService<IOptions<DemoOptions>>().Value is { People: true } demo && !await DemoSeeding.IsThereAsync(db, demo.Filings))
        {
            await DemoSeeding.SeedAsync(app.Configuration, demo.Password, demo.Filings);
        }
    }
}
