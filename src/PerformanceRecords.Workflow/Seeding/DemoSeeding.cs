using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>Fills an empty database with the demo people and a believable set of filings at every stage.</summary>
public static class DemoSeeding
{
    /// <summary>Whether <see cref="SeedAsync"/> would find nothing to add; every organisation of the demo has people, so they are looked for.</summary>
    public static async Task<bool> IsThereAsync(AppDbContext db, bool filings, CancellationToken cancellation = default)
    {
        var people = DemoPeople.All.Select(p => p.Id).ToList();
        return await db.Users.CountAsync(u => people.Contains(u.Id), cancellation) == people.Count
            && (!filings || await db.Applications.AnyAsync(cancellation));
    }

    /// <summary>Adds what is missing; a database that has filings keeps them as they are.</summary>
    public static async Task SeedAsync(IConfiguration configuration, string password, bool filings = true, CancellationToken cancellation = default)
    {
        // services of its own, because the story has a clock of its own
        var clock = new SeedingClock(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddPortalData(configuration)
            .AddPortalWorkflow()
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.AddDemoPeopleAsync(password, clock.GetUtcNow().UtcDateTime.AddDays(-90), cancellation);
        if (filings && !await db.Applications.AnyAsync(cancellation))
        {
            await new DemoFilings(services, clock).PlayAsync(cancellation);
        }
    }
}
