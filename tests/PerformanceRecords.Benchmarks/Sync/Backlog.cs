using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Tests;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>Approved sections that wait to be pushed: five to a record, in the contract's order, as the last approval leaves them.</summary>
internal static class Backlog
{
    public static readonly Sections[] Line = [Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Personnel, Sections.Indicators];

    public static async Task WriteAsync(TrialDatabase database, int messages, int firstProject = 0)
    {
        var now = DateTime.UtcNow;
        var enterprise = await EnterpriseAsync(database, now);
        foreach (var chunk in Enumerable.Range(firstProject, (messages + Line.Length - 1) / Line.Length).Chunk(400))
        {
            await using var db = database.Open();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var project in chunk)
            {
                Add(db, enterprise, project, now);
            }

            await db.SaveChangesAsync();
        }
    }

    public static string ProjectNumber(int project) =>
        "320105" + new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(project / 9000).ToString("yyMMdd", CultureInfo.InvariantCulture) + (project % 9000 + 1).ToString("D4", CultureInfo.InvariantCulture);

    private static async Task<Organisation> EnterpriseAsync(TrialDatabase database, DateTime now)
    {
        await using var db = database.Open();
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.CreditCode == Approved.Enterprise) is { } there)
        {
            return there;
        }

        var enterprise = new Organisation
        {
            Level = Level.Enterprise,
            Name = "江苏省建筑设计研究院股份有限公司",
            ShortName = "省建筑院",
            RegionCode = "320100",
            CreditCode = Approved.Enterprise,
            RegisteredAt = now,
        };
        db.Organisations.Add(enterprise);
        await db.SaveChangesAsync();
        return enterprise;
    }

    private static void Add(Data.AppDbContext db, Organisation enterprise, int project, DateTime now)
    {
        var number = ProjectNumber(project);
        var application = Application.Start(
            ApplicationTypes.All[0], new Actor(Guid.Empty, "陈晔", Level.Enterprise, enterprise.Id, enterprise.Name, "320100"), now);
        var record = new PerformanceRecord { EnterpriseId = enterprise.Id, CreatedAt = now };
        record.Describe($"河西综合医院 {project} 号楼", number, null, null, "320105", Sector.Building);
        foreach (var section in Line)
        {
            record.Land(section, Approved.Of(section, number), application.Id, "王立", now);
        }

        db.Applications.Add(application);
        db.Records.Add(record);
        db.PushMessages.AddRange(Line.Select((section, place) => new PushMessage
        {
            Destination = Destination.NationalPlatform,
            RecordId = record.Id,
            ApplicationId = application.Id,
            EnterpriseId = enterprise.Id,
            ProjectNumber = number,
            ProjectName = record.ProjectName,
            CityCode = record.CityCode,
            Section = section,
            Revision = 1,
            Sequence = record.TakePushNumber(),
            IdempotencyKey = $"{application.Id:N}:{section}:1",
            Content = record[section]!.Values,
            Grade = DataGrade.C,
            DataSource = "3",
            ApprovedBy = "南京市城乡建设委员会",
            ContractVersion = "2026.1",
            CreatedAt = now,
            // the head is due, the others when their turn comes, as PushPlan queues them
            NextAttemptAt = place == 0 ? now : null,
        }));
    }
}
