using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

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
        var own = application.EnterpriseId;
        var openIds = await CandidatesAsync(
            KeySubject.Application, keys, own,
            db.Applications.VisibleTo(actor).Where(a => a.Id != applicationId && a.ClosedAt == null).Select(a => new Party { Id = a.Id, EnterpriseId = a.EnterpriseId }), cancellation);
        var open = await (
            from a in db.Applications
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where openIds.Contains(a.Id)
            select new { a.Id, a.ProjectName, a.TypeCode, a.Stage, a.EnterpriseId, Enterprise = e.Name }).ToListAsync(cancellation);
        var recordIds = await CandidatesAsync(
            KeySubject.Record, keys, own,
            db.Records.VisibleTo(actor).Where(r => r.Id != application.RecordId).Select(r => new Party { Id = r.Id, EnterpriseId = r.EnterpriseId }), cancellation);
        var records = await (
            from r in db.Records
            join e in db.Organisations on r.EnterpriseId equals e.Id
            where recordIds.Contains(r.Id)
            select new { r.Id, r.ProjectName, r.EnterpriseId, Enterprise = e.Name }).ToListAsync(cancellation);
        var ids = open.Select(o => o.Id).Concat(records.Select(r => r.Id)).ToList();
        var theirs = (await db.ProjectKeys.AsNoTracking().Where(k => ids.Contains(k.SubjectId)).ToListAsync(cancellation)).ToLookup(k => k.SubjectId);

        var found = open.Select(o => Of(KeySubject.Application, o.Id, $"{ApplicationTypes.Of(o.TypeCode).Title}，{o.Stage.Chinese()}", o.ProjectName, o.EnterpriseId, o.Enterprise))
            .Concat(records.Select(r => Of(KeySubject.Record, r.Id, "业绩记录", r.ProjectName, r.EnterpriseId, r.Enterprise)));
        return [.. found.OfType<Duplicate>().OrderByDescending(d => d.Certain).ThenByDescending(d => d.Reasons.Count).Take(MaxShown)];

        Duplicate? Of(KeySubject subject, Guid id, string title, string name, Guid enterpriseId, string enterprise)
        {
            var there = Identity(name, theirs[id]);
            var likeness = here.Compare(there);
            var meant = enterpriseId == own ? likeness.Likely : likeness.Reasons.Contains("合同编号相同") && likeness.Certain;
            return meant ? new(subject, id, title, name, enterprise, likeness.Certain, likeness.Reasons, Differences(here, there)) : null;
        }
    }

    // what is certain comes first, so that however much a busy owner has built, only what is merely like it is cut off
    private Task<List<Guid>> CandidatesAsync(KeySubject subject, List<ProjectKey> keys, Guid own, IQueryable<Party> among, CancellationToken cancellation)
    {
        var values = keys.Select(k => k.Value).ToList();
        var owner = keys.Find(k => k.Kind == ProjectKeyKind.Owner)?.Value;

        // survey and design of one project are two enterprises' business; only a contract in common is odd
        var shared =
            from key in db.ProjectKeys
            join party in among on key.SubjectId equals party.Id
            where key.Subject == subject && values.Contains(key.Value)
                && (party.EnterpriseId == own || (key.Kind == ProjectKeyKind.Contract && db.ProjectKeys.Any(k => k.SubjectId == key.SubjectId
                    && ((k.Kind == ProjectKeyKind.Owner && k.Value == owner) || ((k.Kind == ProjectKeyKind.Number || k.Kind == ProjectKeyKind.Code) && values.Contains(k.Value))))))
            select new
            {
                key.SubjectId,
                Firm = party.EnterpriseId != own || key.Kind == ProjectKeyKind.Number || key.Kind == ProjectKeyKind.Code ? 1 : 0,
                Named = key.Kind == ProjectKeyKind.Name || key.Kind == ProjectKeyKind.Contract ? 1 : 0,
                Owned = key.Kind == ProjectKeyKind.Owner ? 1 : 0,
            };
        return shared.GroupBy(s => s.SubjectId)
            .OrderByDescending(g => g.Max(s => s.Firm)).ThenByDescending(g => g.Max(s => s.Named) + g.Max(s => s.Owned))
            .ThenByDescending(g => g.Max(s => s.Named)).ThenByDescending(g => g.Key)
            .Take(MaxCandidates).Select(g => g.Key).ToListAsync(cancellation);
    }

    private static ProjectIdentity Identity(string name, IEnumerable<ProjectKey> keys) => Permits.PermitMatcher.IdentityOf(name, keys);

    private static List<(string, string, string)> Differences(ProjectIdentity here, ProjectIdentity there) =>
    [
        .. new[]
        {
            ("项目名称", here.Name, there.Name),
            ("项目编号", here.Number, there.Number),
            // keys leave the dashes out
            ("项目代码", ProjectCode.Normalize(here.Code), ProjectCode.Normalize(there.Code)),
            ("建设单位", here.Owner, there.Owner),
            ("合同编号", string.Join('、', here.Contracts.Order()), string.Join('、', there.Contracts.Order())),
        }.Where(d => d.Item2 != d.Item3),
    ];

    private sealed class Party
    {
        public Guid Id { get; init; }

        public Guid EnterpriseId { get; init; }
    }
}
