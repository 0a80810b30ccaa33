using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Workflow.Duplicates;

/// <summary>Where a person was found by the full number.</summary>
public sealed record PersonFinding(
    KeySubject Subject, Guid SubjectId, string ProjectName, string EnterpriseName, string UserName, string Duty, DateOnly? BeginsOn, DateOnly? EndsOn);

/// <summary>What came of looking for a person.</summary>
/// <param name="Masked">The number as it may be shown.</param>
/// <param name="More">There are more than are listed.</param>
public sealed record PersonFound(string Masked, IReadOnlyList<PersonFinding> Findings, bool More);

/// <summary>按证件号查人员: exact match only. Whoever asks must know the number in full, finds what may be seen anyway, and is found in the audit log.</summary>
public sealed class PersonSearch(AppDbContext db, PersonalNumbers numbers, AuditLog audit)
{
    private const int MaxFound = 100;

    /// <summary>What is wrong with a number, as a sentence; null where it can be looked for.</summary>
    public static string? Problem(string? typed)
    {
        var number = IdNumber.Normalize(typed);
        return number.Length == 0 ? "请填写完整的证件号码。"
            : char.IsAsciiLetter(number[0]) && number.Length is >= 5 and <= 30 && number.All(char.IsAsciiLetterOrDigit) ? null
            : IdNumber.Problem(number) is { } problem ? $"居民身份证号{problem}{(problem[^1] is '？' ? "" : "。")}"
            : null;
    }

    /// <param name="typed">Without a <see cref="Problem"/>.</param>
    public async Task<PersonFound> FindAsync(string typed, Actor actor, CancellationToken cancellation = default)
    {
        var number = IdNumber.Normalize(typed);
        var hash = numbers.BlindIndexOf(number);
        var records = await (
            from k in db.PersonKeys
            join r in db.Records.VisibleTo(actor) on k.SubjectId equals r.Id
            join e in db.Organisations on r.EnterpriseId equals e.Id
            where k.Hash == hash && k.Subject == KeySubject.Record
            orderby k.BeginsOn descending, k.SubjectId, k.Row
            select new PersonFinding(k.Subject, k.SubjectId, r.ProjectName, e.Name, k.UserName, k.Duty, k.BeginsOn, k.EndsOn)).Take(MaxFound + 1).ToListAsync(cancellation);
        var filings = await (
            from k in db.PersonKeys
            join a in Filings(actor) on k.SubjectId equals a.Id
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where k.Hash == hash && k.Subject == KeySubject.Application
            orderby k.BeginsOn descending, k.SubjectId, k.Row
            select new PersonFinding(k.Subject, k.SubjectId, a.ProjectName, e.Name, k.UserName, k.Duty, k.BeginsOn, k.EndsOn)).Take(MaxFound + 1).ToListAsync(cancellation);
        var masked = IdNumber.Mask(number);
        audit.Add(actor, "person.Search", masked, $"查到 {Math.Min(MaxFound, records.Count)} 处业绩、{Math.Min(MaxFound, filings.Count)} 处在办申报");
        await db.SaveChangesAsync(cancellation);
        return new(masked, [.. records.Take(MaxFound), .. filings.Take(MaxFound)], records.Count > MaxFound || filings.Count > MaxFound);
    }

    // what was approved is in the record, what was refused counts for nothing; and what an enterprise is writing now is nobody else's business
    private IQueryable<Application> Filings(Actor actor)
    {
        var open = db.Applications.VisibleTo(actor).Where(a => a.ClosedAt == null);
        return actor.Level == Level.Enterprise ? open : open.Where(a => a.Stage != Stage.Draft && a.Stage != Stage.Amendment && a.Stage != Stage.FillIn);
    }
}
