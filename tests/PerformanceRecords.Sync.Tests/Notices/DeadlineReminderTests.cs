using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Notices;

/// <summary>The alarm of the fifth and the seventh day.</summary>
public sealed class DeadlineReminderTests
{
    // more sections than are read at once, and a filing that lies across the edge
    private const int Filings = 251;

    [Theory, OnSqlite, OnPostgres]
    public async Task EveryLateFiling_IsToldOnce_HoweverManyThereAre(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await ProvinceAsync(bench);
        for (var i = 1; i <= Filings; i++)
        {
            await bench.ApproveAsync(Sections.Basic | Sections.Contract, $"3201051905{i / 100 + 1:D2}{i % 100 + 1:D4}");
        }

        bench.Clock.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await RemindAsync(bench));
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Filings, await RemindAsync(bench));
        Assert.Equal(0, await RemindAsync(bench));
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(Filings, await RemindAsync(bench));

        await using var db = bench.Open();
        var told = await db.Notifications.AsNoTracking().Where(n => n.Kind == NotificationKind.Deadline).ToListAsync();
        Assert.Equal(2 * Filings, told.Select(n => n.Key).Distinct().Count());
        Assert.All(told, n => Assert.StartsWith("2 个环节审核完成后还没有在平台显示", n.Text, StringComparison.Ordinal));
    }

    private static async Task<int> RemindAsync(SyncBench bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IReminder>().Single().RemindAsync();
    }

    private static async Task ProvinceAsync(SyncBench bench)
    {
        await using var db = bench.Open();
        var office = new Organisation { Level = Level.Province, Name = "江苏省住房和城乡建设厅", ShortName = "省住建厅", RegionCode = "320000", RegisteredAt = bench.Clock.Now };
        db.AddRange(office, new User { UserName = "chenye", FullName = "陈晔", OrganisationId = office.Id });
        await db.SaveChangesAsync();
    }
}
