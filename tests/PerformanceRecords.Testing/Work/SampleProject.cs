using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Seeding;

namespace PerformanceRecords.Testing.Work;

/// <summary>A completed project in Nanjing's district 浦口 that no platform knows, with sound content for every section.</summary>
public sealed class SampleProject(int number)
{
    private readonly DemoProject project = new(
        $"浦口区测试中学{number}号楼", "320111", "01", "304", "南京市浦口区教育局", 12_000, 9_000, 180, new DateOnly(2018, 1, 2).AddDays(number));

    internal DemoProject Demo => project;

    public string Name => project.Name;

    public string Number => project.Number;

    public SectionValues Basic => project.Basic;

    public SectionValues Contract => project.Contract(DemoPeople.Hengyue.Name, DemoPeople.Hengyue.CreditCode!, survey: false);

    public SectionValues DrawingReview => project.DrawingReview;

    public SectionValues Acceptance => project.Acceptance;

    public static SectionValues Personnel => DemoProject.Personnel(DemoPeople.Hengyue.Name, DemoPeople.Hengyue.CreditCode!, survey: false);
}
