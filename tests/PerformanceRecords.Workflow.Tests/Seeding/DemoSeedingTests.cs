using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Workflow.Seeding;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Seeding;

public sealed class DemoSeedingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("demo").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TheDemo_HasAFilingOfEveryTypeAndAtEveryStage_ARecordForEveryRoute_AndSeedsOnlyOnce()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(database.Settings)
        {
            ["FileStore:Folder"] = folder,
            ["PersonalNumbers:KeyFile"] = Path.Combine(folder, "key"),
        }).Build();

        await using var db = database.Open();
        Assert.False(await DemoSeeding.IsThereAsync(db, filings: true));
        await DemoSeeding.SeedAsync(configuration, "yanshi-2026", filings: false);
        Assert.True(await DemoSeeding.IsThereAsync(db, filings: false));
        Assert.False(await DemoSeeding.IsThereAsync(db, filings: true));
        await DemoSeeding.SeedAsync(configuration, "yanshi-2026");
        Assert.True(await DemoSeeding.IsThereAsync(db, filings: true));
        var once = await db.Applications.CountAsync();
        await DemoSeeding.SeedAsync(configuration, "yanshi-2026");

        Assert.Equal(once, await db.Applications.CountAsync());
        Assert.Equal(Enum.GetValues<Stage>().Except([Stage.Abandoned]).Order(), (await db.Applications.Select(a => a.Stage).Distinct().ToListAsync()).Order());
        Assert.Equal(ApplicationTypes.All.Select(t => t.Code).Order(), (await db.Applications.Select(a => a.TypeCode).Distinct().ToListAsync()).Order());
        Assert.Equal(3, await db.InboundPermits.CountAsync(p => p.State == PermitState.Waiting));
        Assert.All(await db.ApplicationSections.AsNoTracking().Where(s => s.Section == Sections.Personnel).ToListAsync(), personnel =>
            Assert.StartsWith("sealed:", personnel.Values["IDCard"], StringComparison.Ordinal));

        // nothing happens tomorrow, and what was approved was shown within days, a few times too late
        var now = DateTime.UtcNow;
        Assert.Equal(0, await db.ApplicationEvents.CountAsync(e => e.At > now));
        var news = await db.Notifications.AsNoTracking().Where(n => n.Kind == NotificationKind.Shown).ToListAsync();
        var days = news.ConvertAll(n => int.Parse(n.Text.Split("第 ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(days.Max(), 8, 14);
        Assert.InRange(days.Count(d => d > 7), 1, days.Count / 5);
        Assert.All(news.Where(n => n.At < now.AddDays(-7)), n => Assert.NotNull(n.ReadAt));
        Assert.Equal(0, await db.PushMessages.CountAsync(m => m.ShownAt == null && m.Destination == Destination.NationalPlatform));

        // numbers run with the dates
        var letters = await db.Letters.AsNoTracking().Where(l => l.Number != null).OrderBy(l => l.SignedAt).ToListAsync();
        Assert.All(letters.GroupBy(l => l.FromId), own =>
        {
            var numbers = own.Select(l => int.Parse(l.Number!.Split('〕')[1].TrimEnd('号'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.True(numbers.Zip(numbers.Skip(1)).Count(pair => pair.Second < pair.First) <= numbers.Count / 4, string.Join(' ', numbers));
        });

        // what makes the guide interesting
        var records = await db.Records.AsNoTracking().Include(r => r.Sections).ToListAsync();
        Assert.Contains(records, r => r.ShownNationally == Sections.None);
        Assert.Contains(records, r => r.ShownNationally == (Sections.Basic | Sections.Contract));
        Assert.Contains(records, r => (SectionSets.Complete & ~r.ShownNationally) == Sections.None);
        Assert.Contains(records, r => r[Sections.DrawingReview]?.ShownGrade == DataGrade.B);
        Assert.Contains(records, r => r.Sector == Sector.Survey);
    }
}
