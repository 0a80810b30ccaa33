using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>Invented construction permits: of projects of the demonstration, and some that match nothing.</summary>
internal static class DemoPermits
{
    public const string Sender = "江苏省施工许可系统";

    public static PermitRow Of(DemoProject project, int number) => new()
    {
        Number = $"SGXK-{project.Number}-{number:D2}",
        PermitNumber = $"{project.Region}{project.Signed.AddMonths(7):yyyyMMdd}{number:D2}01",
        IssuedOn = project.Signed.AddMonths(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ProjectName = project.Name,
        ProjectNumber = project.Number,
        OwnerName = project.Owner,
        RegionCode = project.Region,
        Area = project.Area.ToString("0", System.Globalization.CultureInfo.InvariantCulture),
        Scale = project.Basic[nameof(BasicInfo.PrjSize)],
        SurveyorName = DemoPeople.Sukan.Name,
        SurveyorCode = DemoPeople.Sukan.CreditCode,
        DesignerName = DemoPeople.Hengyue.Name,
        DesignerCode = DemoPeople.Hengyue.CreditCode,
        BuilderName = "南京建工集团有限公司",
        SupervisorName = "江苏建科工程咨询有限公司",
    };

    /// <summary>One that is nearly the waiting project's, and two that nobody here waits for.</summary>
    public static IEnumerable<PermitRow> Strays(DemoProject waiting) =>
    [
        Of(waiting, 1) with { ProjectName = waiting.Name + "一期", ProjectNumber = null },
        Of(waiting, 2) with { ProjectName = "江宁区秣陵街道社区服务中心", ProjectNumber = null, OwnerName = "南京秣陵建设发展有限公司" },
        Of(waiting, 3) with { ProjectName = "雨花台区板桥新城小学", ProjectNumber = null, OwnerName = "南京市雨花台区教育局", RegionCode = "320114" },
    ];
}
