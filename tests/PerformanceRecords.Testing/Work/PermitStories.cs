using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
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
    /// <param name="contract">Another number than the sample's, for a second contract.</param>
    public static async Task<FilingCase> WaitingAsync(Office office, SampleProject project, string? contract = null)
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(FirstEntry.Type));
        await filing.WithAsync(Sections.Basic, BasicOf(project));
        await filing.WithAsync(Sections.Contract, project.Contract.Map((key, text) => key == nameof(Contract.ContractNum) ? contract ?? text : text));
        await filing.ProvenAsync();
        return await filing.SubmittedAsync();
    }

    /// <summary>The same for many projects at once, written as rows: uploads are not what is looked at.</summary>
    public static async Task AddWaitingAsync(AppDbContext db, IEnumerable<SampleProject> projects, DateTime now)
    {
        foreach (var project in projects)
        {
            var application = Application.Start(FirstEntry.Type, FilingCase.Filer, now);
            application.Describe(project.Name, project.Number, "320111", Sector.Building);
            application.Take(application.StepFor(FilingCase.Filer, Act.Submit)!, FilingCase.Filer, null, now, null, null);
            application.Numbered("BL-T-" + project.Number);
            db.Applications.Add(application);
            foreach (var (section, values) in new[] { (Sections.Basic, BasicOf(project)), (Sections.Contract, project.Contract) })
            {
                var saved = new ApplicationSection { ApplicationId = application.Id, Section = section };
                saved.Save(values, FilingCase.Filer.UserId, FilingCase.Filer.FullName, now);
                db.ApplicationSections.Add(saved);
            }

            db.ProjectKeys.AddRange(ProjectIdentity.Of(project.Basic, project.Contract).Keys().Select(k => new ProjectKey
            {
                Subject = KeySubject.Application,
                SubjectId = application.Id,
                Kind = k.Kind,
                Value = k.Value,
            }));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The permit of the sample project, as another system sends it.</summary>
    public static PermitRow RowOf(SampleProject project) => new()
    {
        Number = "SX-" + project.Number,
        PermitNumber = $"32011120{project.Number[6..12]}{project.Number[^4..]}",
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
