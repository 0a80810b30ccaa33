using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Workflow.Seeding;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Seeding;

public sealed class DemoSeedingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("demo").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TheDemo_HasAFilingAtEveryStageOfASupplement_AndSeedsOnlyOnce()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(database.Settings)
        {
            ["FileStore:Folder"] = folder,
            ["PersonalNumbers:KeyFile"] = Path.Combine(folder, "key"),
        }).Build();

        await DemoSeeding.SeedAsync(configuration, "yanshi-2026");
        await DemoSeeding.SeedAsync(configuration, "yanshi-2026");

        await using var db = database.Open();
        var stages = await db.Applications.GroupBy(a => a.Stage).Select(g => g.Key).ToListAsync();
        Assert.Equal(
            Routes.Supplement.Select(s => s.At).Append(Stage.Completed).Append(Stage.Rejected).Distinct().Order(),
            stages.Order());
        Assert.Equal(29, await db.Applications.CountAsync());
        Assert.Equal(await db.Records.CountAsync() * 3, await db.PushMessages.CountAsync());
        Assert.All(await db.ApplicationSections.AsNoTracking().Where(s => s.Section == Domain.Records.Sections.Personnel).ToListAsync(), personnel =>
            Assert.StartsWith("sealed:", personnel.Values["IDCard"], StringComparison.Ordinal));
    }
}
