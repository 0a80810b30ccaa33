using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>Reads what the annexes of a letter say of its cases, as long as it is not frozen.</summary>
public sealed class AnnexReader(AppDbContext db)
{
    private const int LongestList = 1000;

    public async Task<IReadOnlyDictionary<Guid, AnnexFacts>> ReadAsync(IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellation = default)
    {
        var cases = await (
            from a in db.Applications.AsNoTracking()
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where applicationIds.Contains(a.Id)
            select new
            {
                a.Id,
                a.ProjectName,
                a.ProjectNumber,
                Enterprise = e.Name,
                a.Sector,
                a.TypeCode,
                a.RouteCode,
                a.Asked,
                a.AskedGrade,
                Changes = db.ChangeReasons.Count(r => r.ApplicationId == a.Id),
            }).ToListAsync(cancellation);
        var files = await db.EvidenceFiles.AsNoTracking()
            .Where(f => applicationIds.Contains(f.ApplicationId) && f.RemovedAt == null)
            .GroupBy(f => new { f.ApplicationId, f.Kind })
            .Select(g => new { g.Key.ApplicationId, g.Key.Kind, Count = g.Count() })
            .ToListAsync(cancellation);
        var lists = files.ToLookup(f => f.ApplicationId, f => (f.Kind, f.Count));
        return cases.ToDictionary(c => c.Id, c => new AnnexFacts(
            c.ProjectName, c.ProjectNumber, c.Enterprise, c.Sector, lists[c.Id].Sum(f => f.Count),
            MatterOf(ApplicationTypes.Of(c.TypeCode), c.RouteCode, c.Asked, c.AskedGrade, c.Changes), ListOf(lists[c.Id])));
    }

    /// <summary>What earlier papers and decisions say of these cases.</summary>
    public async Task<DecidedFacts> DecidedAsync(IReadOnlyCollection<Guid> applicationIds, Guid fromId, CancellationToken cancellation = default)
    {
        var incoming = await (
            from c in db.LetterCases.AsNoTracking()
            join l in db.Letters on c.LetterId equals l.Id
            where applicationIds.Contains(c.ApplicationId) && l.State == LetterState.Signed && l.FromId != fromId
            select l.Number!).Distinct().ToListAsync(cancellation);
        var first = await db.Applications.AsNoTracking().Where(a => applicationIds.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Number).FirstOrDefaultAsync(cancellation);
        var opinion = await db.ApplicationEvents.AsNoTracking()
            .Where(e => applicationIds.Contains(e.ApplicationId) && (e.Act == Act.Reject || e.Act == Act.Confirm))
            .OrderByDescending(e => e.At).Select(e => e.Opinion).FirstOrDefaultAsync(cancellation);
        return new([.. incoming.Order(StringComparer.Ordinal)], first, opinion);
    }

    private static string MatterOf(ApplicationType type, string route, Sections asked, DataGrade? grade, int changes) => route switch
    {
        "upgrade" when grade is not null => $"{asked.InWords()}升至{grade}级",
        "correction" => $"修正{asked.InWords()}{(changes > 0 ? $"（{changes}处）" : "")}",
        "supplement" => $"补录{type.PlanAt(Stage.FillIn).Required.InWords()}",
        _ => type.Title,
    };

    // in the order of the checklist, whatever was uploaded first
    private static string ListOf(IEnumerable<(string Kind, int Count)> files)
    {
        var named = files.ToDictionary(f => f.Kind, f => f.Count);
        var list = string.Join('、', EvidenceKind.All.Where(k => named.ContainsKey(k.Code)).Select(k => k.Title + (named[k.Code] > 1 ? $"（{named[k.Code]}份）" : "")));
        return list.Length <= LongestList ? list : list[..LongestList];
    }
}
