using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>省平台历史数据: records from before this portal, approved on paper and never pushed. Answer 二.2 is for them.</summary>
internal sealed class EarlierRecords(AppDbContext db, SubjectIndex index)
{
    private const string Approver = "省平台历史数据";

    public async Task<Guid> AddAsync(DemoProject project, DemoOrganisation enterprise, DateTime at, CancellationToken cancellation = default)
    {
        var record = new PerformanceRecord { EnterpriseId = enterprise.Id, CreatedAt = at };
        var contract = project.Contract(enterprise.Name, enterprise.CreditCode!, survey: false);
        record.Describe(project.Name, project.Number, project.Basic[nameof(BasicInfo.PrjCode)], project.Owner, project.Region, project.Sector);
        foreach (var (section, values) in new[]
        {
            (Sections.Basic, project.Basic), (Sections.Contract, contract), (Sections.DrawingReview, project.DrawingReview), (Sections.Acceptance, project.Acceptance),
        })
        {
            db.RecordRevisions.Add(record.Land(section, values, Guid.Empty, Approver, at)!);
        }

        db.Records.Add(record);
        index.AddProject(KeySubject.Record, record.Id, ProjectIdentity.Of(project.Basic, contract));
        await db.SaveChangesAsync(cancellation);
        return record.Id;
    }
}
