using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>Rows that are written together are the rows a save would have written.</summary>
public sealed class BulkWriterTests
{
    private static readonly DateTime Morning = new(2026, 3, 10, 1, 59, 59, 123, 456, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatIsWrittenTogether_ComesBackAsWhatIsSaved(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var (saved, written) = (Record(1), Record(2));
        await office.DoAsync<AppDbContext>(async db =>
        {
            Add(db, saved);
            await db.SaveChangesAsync();
        });
        await office.DoAsync<IServiceProvider>(services => WriteAsync(services, db =>
        {
            Add(db, written);
            return Task.CompletedTask;
        }));

        Assert.Equal(await TextAsync(office, saved.Id), await TextAsync(office, written.Id));
    }

    [Fact]
    public async Task ARowAgainstTheRules_IsRefusedAsASaveRefusesIt_AndNothingIsKept()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var record = Record(1);
        await Assert.ThrowsAsync<DbUpdateException>(() => office.DoAsync<IServiceProvider>(services => WriteAsync(services, db =>
        {
            Add(db, record);
            db.Records.Add(Record(1));
            return Task.CompletedTask;
        })));
        Assert.Equal(0, await office.DoAsync<AppDbContext, int>(db => db.Records.CountAsync()));
    }

    private static async Task WriteAsync(IServiceProvider services, Func<AppDbContext, Task> add)
    {
        var db = (AppDbContext)services.GetService(typeof(AppDbContext))!;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await add(db);
        await ((BulkWriter)services.GetService(typeof(BulkWriter))!).InsertAddedAsync();
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(0, await db.SaveChangesAsync());
        await transaction.CommitAsync();
    }

    // a row that nothing points at yet, rows that point at it, a number that has to be sealed
    private static void Add(AppDbContext db, PerformanceRecord record)
    {
        var application = Application.Start(Upgrade.Type, FilingCase.Filer, Morning);
        application.Concern(record.Id);
        application.Ask(Sections.DrawingReview | Sections.Indicators, DataGrade.A);
        var section = new ApplicationSection { ApplicationId = application.Id, Section = Sections.Personnel };
        section.Save(SampleProject.Personnel, FilingCase.Filer.UserId, "罕用字 𠮷 喆", Morning);
        db.AddRange(section, application, record);
    }

    private static PerformanceRecord Record(int number)
    {
        var record = new PerformanceRecord { EnterpriseId = DemoPeople.Hengyue.Id, CreatedAt = Morning };
        record.Describe("综合楼 'O\"Brien", $"320111180103010{number}", null, null, "320111", Sector.Building);
        record.Land(Sections.Contract, SectionValues.Of(("ContractMoney", "180.50")), Guid.Empty, "王珺", Morning);
        return record;
    }

    private static Task<string> TextAsync(Office office, Guid record) => office.DoAsync<IServiceProvider, string>(async services =>
    {
        var db = (AppDbContext)services.GetService(typeof(AppDbContext))!;
        var numbers = (PersonalNumbers)services.GetService(typeof(PersonalNumbers))!;
        var kept = await db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == record);
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.RecordId == record);
        var section = await db.ApplicationSections.AsNoTracking().SingleAsync(s => s.ApplicationId == application.Id);
        Assert.True(PersonalNumbers.IsSealed(section.Values["IDCard"]));
        return string.Join('\n', kept.ProjectName, kept.CreatedAt.ToString("O"), kept.Sector, kept.ProjectCode, kept[Sections.Contract]!.Values["ContractMoney"], kept[Sections.Contract]!.Revision,
            application.Stage, application.Asked, application.AskedGrade, application.DueOn, application.CreatedAt.ToString("O"), application.Version,
            section.SavedByName, section.Version, numbers.Open(section.Values["IDCard"]));
    });
}
