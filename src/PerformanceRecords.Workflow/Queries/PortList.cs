using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>By what a list of ports is narrowed.</summary>
public enum PortView
{
    /// <summary>开通中: it still takes a submission, the first or another.</summary>
    Open,

    /// <summary>即将到期: within five working days, and nothing was submitted yet.</summary>
    Expiring,

    /// <summary>未动过: open, and nothing was written or submitted through it.</summary>
    Untouched,

    /// <summary>已使用: something was submitted through it, whether or not it may be once more; then it is among the open ones too.</summary>
    Used,

    /// <summary>已到期: nothing was submitted in time.</summary>
    Expired,

    /// <summary>提前关闭</summary>
    Closed,
}

/// <summary>One line of the list of ports.</summary>
public sealed record PortRow(
    Guid Id, string Number, Guid ApplicationId, string ProjectName, string EnterpriseName, string CityCode, Guid? LetterId, string? LetterNumber,
    Sections AllowedSections, DateTime OpenedAt, DateOnly ExpiresOn, int SubmissionsUsed, int SubmissionsAllowed, DateTime? UsedAt, DateTime? ClosedAt, DateTime? WrittenAt);

/// <summary>Where a page of ports ended.</summary>
public sealed record PortKey(DateOnly ExpiresOn, Guid Id);

/// <summary>A port, its application, and what happened to it.</summary>
public sealed record PortFile(
    SupplementPort Port, string? ProjectNumber, string? CreditCode, Stage Stage, IReadOnlyList<PortEntry> History, IReadOnlyList<Sections> Written,
    Sections Required);

/// <summary>One line of a port's own record.</summary>
public sealed record PortEntry(DateTime At, string Who, string Organisation, string What, string? Why);

/// <summary>The ports that rest on one letter.</summary>
/// <param name="Waiting">How many of its cases still wait for theirs.</param>
/// <param name="Required">Sections that no port can be without.</param>
public sealed record LetterPorts(Guid LetterId, string Number, string FromName, DateTime SignedAt, bool Withdrawn, IReadOnlyList<PortRow> Ports, int Waiting, Sections Required);

/// <summary>Reads ports: what is open, for whom, until when.</summary>
public sealed class PortList(AppDbContext db)
{
    public const int PageSize = 20;
    private const int SoonWorkdays = 5;

    public static DateOnly SoonUntil(DateOnly today) => WorkingCalendar.AddWorkdays(today, SoonWorkdays);

    public async Task<Page<PortRow, PortKey>> PageAsync(
        Actor actor, PortView view, string? text, string? city, DateOnly today, PageTurn<PortKey> turn, CancellationToken cancellation = default)
    {
        var ports = In(db.SupplementPorts.AsNoTracking().VisibleTo(actor), view, today);
        if (city is not null)
        {
            ports = ports.Where(p => p.CityCode == city);
        }

        if (text is not null)
        {
            ports = ports.Where(p => p.Number.Contains(text) || p.ProjectName.Contains(text) || p.EnterpriseName.Contains(text) || p.LetterNumber!.Contains(text));
        }

        // what is open runs out next; what is over ran out last
        var rising = view is PortView.Open or PortView.Expiring or PortView.Untouched;
        var upwards = rising == turn.Before is null;
        ports = (turn.After ?? turn.Before, upwards) switch
        {
            ({ } k, true) => ports.Where(p => p.ExpiresOn >= k.ExpiresOn && (p.ExpiresOn > k.ExpiresOn || p.Id.CompareTo(k.Id) > 0)),
            ({ } k, false) => ports.Where(p => p.ExpiresOn <= k.ExpiresOn && (p.ExpiresOn < k.ExpiresOn || p.Id.CompareTo(k.Id) < 0)),
            _ => ports,
        };
        ports = upwards ? ports.OrderBy(p => p.ExpiresOn).ThenBy(p => p.Id) : ports.OrderByDescending(p => p.ExpiresOn).ThenByDescending(p => p.Id);
        var rows = await Rows(ports.Take(PageSize + 1)).ToListAsync(cancellation);
        return Page<PortRow, PortKey>.Of(rows, PageSize, row => new PortKey(row.ExpiresOn, row.Id), turn);
    }

    /// <exception cref="NotFoundException">No such port for this actor.</exception>
    public async Task<PortFile> OpenAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        var found = await (
            from p in db.SupplementPorts.AsNoTracking().VisibleTo(actor)
            join a in db.Applications on p.ApplicationId equals a.Id
            join e in db.Organisations on p.EnterpriseId equals e.Id
            where p.Id == id
            select new { Port = p, a.ProjectNumber, e.CreditCode, a.Stage, a.TypeCode }).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFoundException(nameof(SupplementPort), id);
        var port = found.Port;
        var subject = id.ToString();
        var changes = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.At).ToListAsync(cancellation);
        var steps = await db.ApplicationEvents.AsNoTracking()
            .Where(e => e.ApplicationId == port.ApplicationId
                && (e.Reference == port.Number || (e.Act == Act.RecallLetter && e.Reference == port.LetterNumber && e.At >= port.OpenedAt)))
            .OrderBy(e => e.At).ToListAsync(cancellation);
        var written = await db.ApplicationSections.AsNoTracking()
            .Where(s => s.ApplicationId == port.ApplicationId && s.SavedAt > port.OpenedAt)
            .Select(s => new { s.Section, s.SavedAt, s.SavedByName }).ToListAsync(cancellation);
        var history = steps.Select(e => new PortEntry(e.At, e.UserName, e.OrganisationName, "step." + e.Act, e.Opinion))
            .Concat(changes.Select(c => new PortEntry(c.At, c.UserName, c.OrganisationName, c.Action, c.Detail)))
            .OrderByDescending(e => e.At).ToList();
        return new PortFile(port, found.ProjectNumber, found.CreditCode, found.Stage, history, [.. written.Select(w => w.Section)],
            ApplicationTypes.Of(found.TypeCode).PlanAt(Stage.FillIn).Required);
    }

    /// <summary>The ports of one letter, for whoever sees the letter and them.</summary>
    /// <exception cref="NotFoundException">No such letter for this actor, or none that ports rest on.</exception>
    public async Task<LetterPorts> OfLetterAsync(Guid letterId, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await db.Letters.AsNoTracking().VisibleTo(actor)
            .Where(l => l.Id == letterId && l.Kind == LetterKind.SupplementRequest && (l.State == LetterState.Signed || l.State == LetterState.Withdrawn))
            .Select(l => new
            {
                l.Number,
                l.FromName,
                l.SignedAt,
                l.State,
                Waiting = db.LetterCases.Count(c => c.LetterId == l.Id && l.State == LetterState.Signed && db.Applications.Any(a => a.Id == c.ApplicationId && a.Stage == Stage.ProvinceReview)),
                Type = db.LetterCases.Where(c => c.LetterId == l.Id).Select(c => db.Applications.Where(a => a.Id == c.ApplicationId).Select(a => a.TypeCode).First()).First(),
            }).SingleOrDefaultAsync(cancellation) ?? throw new NotFoundException(nameof(Letter), letterId);
        var ports = await Rows(db.SupplementPorts.AsNoTracking().VisibleTo(actor).RestingOn(letterId, db.LetterCases).OrderBy(p => p.Number)).ToListAsync(cancellation);
        return new(
            letterId, letter.Number!, letter.FromName, letter.SignedAt!.Value, letter.State == LetterState.Withdrawn, ports, letter.Waiting,
            ApplicationTypes.Of(letter.Type).PlanAt(Stage.FillIn).Required);
    }

    private IQueryable<PortRow> Rows(IQueryable<SupplementPort> ports) => ports.Select(p => new PortRow(
        p.Id, p.Number, p.ApplicationId, p.ProjectName, p.EnterpriseName, p.CityCode, p.LetterId, p.LetterNumber, p.AllowedSections, p.OpenedAt,
        p.ExpiresOn, p.SubmissionsUsed, p.SubmissionsAllowed, p.UsedAt, p.ClosedAt,
        db.ApplicationSections.Where(s => s.ApplicationId == p.ApplicationId && s.SavedAt > p.OpenedAt).Max(s => (DateTime?)s.SavedAt)));

    private IQueryable<SupplementPort> In(IQueryable<SupplementPort> ports, PortView view, DateOnly today)
    {
        var soon = SoonUntil(today);
        return view switch
        {
            PortView.Open => ports.Where(p => p.ClosedAt == null && p.UsedAt == null && p.ExpiresOn >= today),
            PortView.Expiring => ports.Where(p => p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn >= today && p.ExpiresOn <= soon),
            PortView.Untouched => ports.Where(p => p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn >= today
                && !db.ApplicationSections.Any(s => s.ApplicationId == p.ApplicationId && s.SavedAt > p.OpenedAt)),
            PortView.Used => ports.Where(p => p.ClosedAt == null && p.SubmissionsUsed > 0),
            PortView.Expired => ports.Where(p => p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn < today),
            PortView.Closed => ports.Where(p => p.ClosedAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }
}

/// <summary>How ports are found by their letter.</summary>
internal static class PortsOfLetter
{
    // by the letter's cases, which are found by its key, and the ports by their case
    public static IQueryable<SupplementPort> RestingOn(this IQueryable<SupplementPort> ports, Guid letterId, IQueryable<LetterCase> cases) =>
        cases.Where(c => c.LetterId == letterId).Join(ports, c => c.ApplicationId, p => p.ApplicationId, (c, p) => p).Where(p => p.LetterId == letterId);
}
