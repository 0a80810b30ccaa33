using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>Bare rows for tests of the tables themselves; what the product may make of them is tested elsewhere.</summary>
internal static class Rows
{
    public static readonly DateTime Morning = new(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc);

    public static Organisation Enterprise(string? creditCode = null) => new()
    {
        Level = Level.Enterprise,
        Name = "江苏某某设计院有限公司",
        ShortName = "某某设计院",
        RegionCode = "320106",
        CreditCode = creditCode,
        RegisteredAt = Morning,
    };

    public static Application Application(Organisation enterprise, DateTime? at = null) =>
        Domain.Applications.Application.Start(ApplicationTypes.All[0], Person(enterprise), at ?? Morning);

    public static PerformanceRecord Record(Organisation enterprise) => new() { EnterpriseId = enterprise.Id, CreatedAt = Morning };

    public static PushMessage Push(Application application, PerformanceRecord record, string key, int sequence) => new()
    {
        Destination = Destination.NationalPlatform,
        RecordId = record.Id,
        ApplicationId = application.Id,
        EnterpriseId = application.EnterpriseId,
        ProjectNumber = "3201062603100001",
        ProjectName = "某某项目",
        CityCode = "320100",
        Section = Sections.Basic,
        Revision = 1,
        Sequence = sequence,
        IdempotencyKey = key,
        Content = SectionValues.Of(("PrjName", "某某项目")),
        Grade = DataGrade.C,
        ContractVersion = "2026.1",
        DataSource = "1",
        ApprovedBy = "南京市建委",
        CreatedAt = Morning,
    };

    public static Actor Person(Organisation organisation) =>
        new(Guid.CreateVersion7(), "张三", organisation.Level, organisation.Id, organisation.ShortName, organisation.RegionCode);
}
