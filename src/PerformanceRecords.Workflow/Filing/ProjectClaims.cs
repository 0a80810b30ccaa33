using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>One open filing of a type per project, where the portal has no record of it yet: claimed at submission, let go when the filing is closed.</summary>
public sealed class ProjectClaims(AppDbContext db)
{
    /// <summary>Why a filing cannot be submitted for this project now; null where nothing stands in its way.</summary>
    public async Task<Breach?> TakenAsync(Application application, string? projectNumber, CancellationToken cancellation)
    {
        var type = ApplicationTypes.Of(application.TypeCode);
        var wanted = await WantedAsync(application, type, projectNumber, cancellation);
        if (wanted.Count == 0)
        {
            return null;
        }

        var open = await (
            from claim in db.ProjectClaims.AsNoTracking()
            join a in db.Applications on claim.ApplicationId equals a.Id
            where claim.EnterpriseId == application.EnterpriseId && claim.TypeCode == application.TypeCode && wanted.Contains(claim.Value) && a.Id != application.Id
            orderby a.Id
            select new { a.Number, a.Stage }).FirstOrDefaultAsync(cancellation);
        return open is null ? null : new("already-open", "Basic." + nameof(BasicInfo.PrjNum), type.GathersContracts
            ? $"同一份合同已经登记过（{open.Number}，{open.Stage.Chinese()}），不用再登记。另有勘察或设计合同的，只填那一份。"
            : $"这个项目已有一件{type.Title}在办（{open.Number}，{open.Stage.Chinese()}），办结前不能再报一件。");
    }

    /// <summary>Claims what the filing is about, with the caller's next save; the database refuses it where another was faster.</summary>
    public async Task ClaimAsync(Application application, CancellationToken cancellation)
    {
        var wanted = await WantedAsync(application, ApplicationTypes.Of(application.TypeCode), application.ProjectNumber, cancellation);
        var held = await db.ProjectClaims.Where(c => c.ApplicationId == application.Id).ToListAsync(cancellation);
        db.ProjectClaims.RemoveRange(held.Where(c => !wanted.Contains(c.Value)));
        db.ProjectClaims.AddRange(wanted.Except(held.Select(c => c.Value)).Select(value => new ProjectClaim
        {
            EnterpriseId = application.EnterpriseId,
            TypeCode = application.TypeCode,
            Value = value,
            ApplicationId = application.Id,
        }));
    }

    /// <summary>Inside the caller's transaction.</summary>
    public Task LetGoAsync(List<Guid> applicationIds, CancellationToken cancellation) =>
        db.ProjectClaims.Where(c => EF.Parameter(applicationIds).Contains(c.ApplicationId)).ExecuteDeleteAsync(cancellation);

    private async Task<List<string>> WantedAsync(Application application, ApplicationType type, string? projectNumber, CancellationToken cancellation)
    {
        if (application.RecordId is not null || string.IsNullOrEmpty(projectNumber))
        {
            return [];
        }

        List<string> contracts = !type.GathersContracts ? [] : await db.ProjectKeys
            .Where(k => k.SubjectId == application.Id && k.Kind == ProjectKeyKind.Contract).Select(k => k.Value).ToListAsync(cancellation);
        return [.. ProjectClaim.ValuesOf(type, projectNumber, contracts)];
    }
}
