using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Duplicates;

/// <summary>A record or an open filing that looks like the same project.</summary>
/// <param name="Title">What it is: 业绩记录, or the type and stage of a filing.</param>
/// <param name="Differences">What differs: label, here, there.</param>
public sealed record Duplicate(
    KeySubject Subject, Guid Id, string Title, string ProjectName, string EnterpriseName, bool Certain,
    IReadOnlyList<string> Reasons, IReadOnlyList<(string Label, string Here, string There)> Differences);

/// <summary>疑似重复: finds what a filing resembles among what the asker may see; an enterprise is never told of another's.</summary>
public sealed class DuplicateFinder(AppDbContext db)
{
    private const int MaxCandidates = 200;
    private const int MaxShown = 10;

    public async Task<IReadOnlyList<Duplicate>> FindAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        var keys = await db.ProjectKeys.AsNoTracking().Where(k => k.SubjectId == applicationId).ToListAsync(cancellation);
        var here = Identity(application.ProjectName, keys);
        var values = keys.Select(k => k.Value).ToList();
        var open = await (
            from key in db.ProjectKeys
            join a in db.Applications.VisibleTo(actor) on key.SubjectId equals a.Id
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where key.Subject == KeySubject.Application && values.Contains(key.Value) && a.Id != applicationId && a.ClosedAt == null
            select new { a.Id, a.ProjectName, a.TypeCode, a.Stage, a.EnterpriseId, Enterprise = e.Name }).Distinct().Take(MaxCandidates).ToListAsync(cancellation);
        var records = await (
            from key in db.ProjectKeys
            join r in db.Records.VisibleTo(actor) on key.SubjectId equals r.Id
            join e in db.Organisations on r.EnterpriseId equals e.Id
            where key.Subject == KeySubject.Record && values.Contains(key.Value) && r.Id != application.RecordId
            select new { r.Id, r.ProjectName, r.EnterpriseId, Enterprise = e.Name }).Distinct().Take(MaxCandidates).ToListAsync(cancellation);
        var ids = open.Select(o => o.Id).Concat(records.Select(r => r.Id)).ToList();
        var theirs = (await db.ProjectKeys.AsNoTracking().Where(k => ids.Contains(k.SubjectId)).ToListAsync(cancellation)).ToLookup(k => k.SubjectId);

        var found = open.Select(o => Of(KeySubject.Application, o.Id, $"{ApplicationTypes.Of(o.TypeCode).Title}，{o.Stage.Chinese()}", o.ProjectName, o.EnterpriseId, o.Enterprise))
            .Concat(records.Select(r => Of(KeySubject.Record, r.Id, "业绩记录", r.ProjectName, r.EnterpriseId, r.Enterprise)));
        return [.. found.OfType<Duplicate>().OrderByDescending(d => d.Certain).ThenByDescending(d => d.Reasons.Count).Take(MaxShown)];

        Duplicate? Of(KeySubject subject, Guid id, string title, string name, Guid enterpriseId, string enterprise)
        {
            var there = Identity(name, theirs[id]);
            var likeness = here.Compare(there);

            // survey and design of one project are two enterprises' business; only a contract in common is odd
            var meant = enterpriseId == application.EnterpriseId ? likeness.Likely : likeness.Reasons.Contains("合同编号相同") && likeness.Certain;
            return meant ? new(subject, id, title, name, enterprise, likeness.Certain, likeness.Reasons, Differences(here, there)) : null;
        }
    }

    private static ProjectIdentity Identity(string name, IEnumerable<ProjectKey> keys) => Permits.PermitMatcher.IdentityOf(name, keys);

    private static List<(string, string, string)> Differences(ProjectIdentity here, ProjectIdentity there) =>
    [
        .. new[]
        {
            ("项目名称", here.Name, there.Name),
            ("项目编号", here.Number, there.Number),
            ("项目代码", here.Code, there.Code),
            ("建设单位", here.Owner, there.Owner),
            ("合同编号", string.Join('、', here.Contracts.Order()), string.Join('、', there.Contracts.Order())),
        }.Where(d => d.Item2 != d.Item3),
    ];
}
