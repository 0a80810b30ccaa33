using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Duplicates;

/// <summary>人员提示: one person leading two projects at a time. Shown to filer and reviewer; never blocks.</summary>
public sealed class PersonnelNotes(AppDbContext db)
{
    private const int MaxFound = 100;

    private static readonly string[] Leading = ["001", "004"];

    public async Task<IReadOnlyList<Note>> FindAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        var own = await db.PersonKeys.AsNoTracking().Where(k => k.SubjectId == applicationId && Leading.Contains(k.Duty)).ToListAsync(cancellation);
        var hashes = own.Select(k => k.Hash).Distinct().ToList();
        var others = await db.PersonKeys.AsNoTracking()
            .Where(k => hashes.Contains(k.Hash) && Leading.Contains(k.Duty) && k.SubjectId != applicationId && k.SubjectId != application.RecordId)
            .OrderByDescending(k => k.BeginsOn).ThenBy(k => k.SubjectId).ThenBy(k => k.Row).Take(MaxFound * 10).ToListAsync(cancellation);
        var names = await NamesAsync([.. others.Select(o => o.SubjectId)], actor, cancellation);
        var uncounted = await UncountedAsync([.. others.Where(o => o.Subject == KeySubject.Application).Select(o => o.SubjectId)], actor, cancellation);
        var found =
            from mine in own
            from other in others
            where other.Hash == mine.Hash && !uncounted.Contains(other.SubjectId) && Overlap(mine, other)
            let project = names.GetValueOrDefault(other.SubjectId)
            where project is not null || actor.Level != Level.Enterprise
            select (mine, other, project);
        return
        [
            // a record and the filing about it are one project, which is said once
            .. from pair in found.DistinctBy(f => (f.mine.Row, f.project ?? f.other.SubjectId.ToString()))
               let mine = pair.mine
               let project = pair.project
               let other = pair.other
               select new Note("overlap", SectionDefinitions.Of(Sections.Personnel).PathOf(mine.Row, nameof(PersonnelMember.PrjDuty)),
                   $"{mine.UserName}同期在{(project is null ? "其他辖区的项目" : $"“{project}”")}（{Period(other)}）也是项目负责人，请核对"),
        ];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var records = await db.Records.AsNoTracking().VisibleTo(actor).Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.ProjectName }).ToListAsync(cancellation);
        var filings = await db.Applications.AsNoTracking().VisibleTo(actor).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.ProjectName }).ToListAsync(cancellation);
        return records.Concat(filings).ToDictionary(n => n.Id, n => n.ProjectName);
    }

    // what was approved is in the record; what was refused counts for nothing; what was never submitted is nobody else's business
    private async Task<HashSet<Guid>> UncountedAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        [.. await db.Applications
            .Where(a => ids.Contains(a.Id) && (a.ClosedAt != null || (a.SubmittedAt == null && a.EnterpriseId != actor.OrganisationId)))
            .Select(a => a.Id).ToListAsync(cancellation)];

    private static bool Overlap(PersonKey a, PersonKey b) =>
        a is { BeginsOn: { } beginsA, EndsOn: { } endsA } && b is { BeginsOn: { } beginsB, EndsOn: { } endsB } && beginsA <= endsB && beginsB <= endsA;

    private static string Period(PersonKey key) => $"{key.BeginsOn:yyyy-MM-dd} 至 {key.EndsOn:yyyy-MM-dd}";
}
