using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Testing.Work;

/// <summary>Registered contracts that wait for their construction permit, and the permits.</summary>
public static class PermitStories
{
    /// <summary>The project as it is when its contract is signed: no dates of works yet.</summary>
    public static SectionValues BasicOf(SampleProject project) =>
        project.Basic.Map((key, text) => key is nameof(BasicInfo.BDate) or nameof(BasicInfo.EDate) ? "" : text);

    /// <summary>A contract of the sample project, registered by its designer.</summary>
    public static async Task<FilingCase> WaitingAsync(Office office, SampleProject project)
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(FirstEntry.Type));
        await filing.WithAsync(Sections.Basic, BasicOf(project));
        await filing.WithAsync(Sections.Contract, project.Contract);
        await filing.ProvenAsync();
        return await filing.SubmittedAsync();
    }

    /// <summary>The permit of the sample project, as another system sends it.</summary>
    public static PermitRow RowOf(SampleProject project) => new()
    {
        Number = "SX-" + project.Number,
        PermitNumber = $"3201112018{project.Number[8..12]}{project.Number[^4..]}",
        IssuedOn = "2018-09-20",
        ProjectName = project.Name,
        ProjectNumber = project.Number,
        OwnerName = project.Basic[nameof(BasicInfo.BuildCorpName)],
        RegionCode = "320111",
        Area = "12000",
        SurveyorName = DemoPeople.Sukan.Name,
        SurveyorCode = DemoPeople.Sukan.CreditCode,
        DesignerName = DemoPeople.Hengyue.Name,
        DesignerCode = DemoPeople.Hengyue.CreditCode,
        BuilderName = "南京建工集团",
        SupervisorName = "南京监理公司",
    };
}
