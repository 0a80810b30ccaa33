using PerformanceRecords.Benchmarks.Sync;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>A tenth of what the benchmark does: processes are killed at random moments of a drain, faults are on, and the platform's own count decides.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task OnSqlite_TenKills_LoseDoubleAndReorderNothing()
    {
        await using var database = await TrialDatabase.CreateAsync(null);

        var result = await CrashTrial.RunAsync(database, messages: 500, kills: 10, instances: 1);

        Assert.InRange(result.Kills, 5, 10);
        Assert.NotEqual(0, result.Meanwhile);
        Assert.Equal((0, 0, 0), (result.Lost, result.Doubled, result.Reordered));
    }

    [PostgresFact]
    public async Task OnPostgres_ThirtyKillsOfTwoInstances_LoseDoubleAndReorderNothing()
    {
        await using var database = await TrialDatabase.CreateAsync(TestEnvironment.Postgres);

        var result = await CrashTrial.RunAsync(database, messages: 500, kills: 30, instances: 2);

        Assert.InRange(result.Kills, 10, 30);
        Assert.NotEqual(0, result.Meanwhile);
        Assert.Equal((0, 0, 0), (result.Lost, result.Doubled, result.Reordered));
    }
}
