using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>A case that waits to be put into a letter.</summary>
/// <param name="LetterId">The unsigned letter it is in already.</param>
public sealed record WaitingCase(
    Guid Id, string? Number, string ProjectName, string? ProjectNumber, string EnterpriseName, string TypeCode, Sector Sector, string RouteCode, Stage Stage,
    DateTime StageSince, DateOnly? DueOn, Guid? LetterId, string? LetterDrafter);

/// <summary>One line of a list of letters.</summary>
/// <param name="FirstProject">The project in the annex's first row, as the paper names it; null where the letter covers nothing.</param>
public sealed record LetterRow(
    Guid Id, LetterKind Kind, string FromName, string Title, LetterState State, string? Number, Guid DraftedBy, string DraftedByName,
    DateTime ChangedAt, DateTime? SignedAt, string? SignedByName, string? Remark, string? WithdrawalReason, int Cases, string? FirstProject);

/// <summary>A letter with the rows of its annex.</summary>
public sealed record LetterFile(Letter Letter, IReadOnlyList<AnnexRow> Rows, string? Series, LetterFacts Facts);

/// <summary>A case as the annex lists it; frozen with the letter, while stage and version are today's.</summary>
public sealed record AnnexRow(
    int Position, Guid ApplicationId, string ProjectName, string? ProjectNumber, string EnterpriseName, Sector Sector, int Materials, string Matter, string MaterialList,
    Stage Stage, DateTime StageSince, string RegionCode);

/// <summary>What waits for a letter, and the letters themselves.</summary>
public sealed class LetterLists(AppDbContext db, AnnexReader annexes)
{
    public const int PageSize = 20;

    /// <summary>More than a bureau's pile ever is; the pile of a backlog is worked off from the top.</summary>
    public const int MostWaiting = 200;

    public async Task<IReadOnlyList<WaitingCase>> WaitingAsync(Actor actor, CancellationToken cancellation = default)
    {
        var stage = actor.Level == Level.Province ? Stage.ProvinceLetter : Stage.CityLetter;
        return await (
            from a in db.Applications.AsNoTracking()
            where a.HolderId == actor.OrganisationId && a.Stage == stage
            join e in db.Organisations on a.EnterpriseId equals e.Id
            orderby a.DueOn, a.Id
            let letter = (
                from c in db.LetterCases
                join l in db.Letters on c.LetterId equals l.Id
                where c.ApplicationId == a.Id && (l.State == LetterState.Draft || l.State == LetterState.AwaitingSignature)
                select l).FirstOrDefault()
            select new WaitingCase(
                a.Id, a.Number, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Sector, a.RouteCode, a.Stage, a.StageSince, a.DueOn,
                letter == null ? null : letter.Id, letter == null ? null : letter.DraftedByName))
            .Take(MostWaiting).ToListAsync(cancellation);
    }

    /// <summary>待告知: cases this bureau decided in the last days, of which no notice tells the enterprise yet.</summary>
    public async Task<IReadOnlyList<WaitingCase>> DecidedAsync(Actor actor, DateTime since, CancellationToken cancellation = default) => await (
        from a in db.Applications.AsNoTracking().VisibleTo(actor)
        where (a.Stage == Stage.Rejected || a.Stage == Stage.Completed) && a.ClosedAt >= since
            && db.ApplicationEvents.Any(e => e.ApplicationId == a.Id && e.OrganisationId == actor.OrganisationId && e.To == a.Stage
                && (e.Act == Act.Reject || e.Act == Act.Confirm || e.Act == Act.SignLetter))
        join e in db.Organisations on a.EnterpriseId equals e.Id
        let letter = (
            from c in db.LetterCases
            join l in db.Letters on c.LetterId equals l.Id
            where c.ApplicationId == a.Id && l.AddresseeId != null && l.State != LetterState.Discarded && l.State != LetterState.Withdrawn
            select l).FirstOrDefault()
        where letter == null || letter.State != LetterState.Signed
        orderby a.ClosedAt descending, a.Id
        select new WaitingCase(
            a.Id, a.Number, a.ProjectName, a.ProjectNumber, e.Name, a.TypeCode, a.Sector, a.RouteCode, a.Stage, a.StageSince, a.DueOn,
            letter == null ? null : letter.Id, letter == null ? null : letter.DraftedByName))
        .Take(MostWaiting).ToListAsync(cancellation);

    /// <summary>Own letters that have a number, last signed first; one that was taken back stays in its row.</summary>
    public Task<Page<LetterRow, TimeKey>> SignedAsync(Actor actor, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var letters = db.Letters.AsNoTracking().VisibleTo(actor).Where(l => l.SignedAt != null);
        return BySignatureAsync(actor.Level == Level.Auditor ? letters : letters.Where(l => l.FromId == actor.OrganisationId), turn, cancellation);
    }

    /// <summary>来文: signed letters of other bureaus that were sent here, last signed first; notices go to their enterprises only.</summary>
    public Task<Page<LetterRow, TimeKey>> ReceivedAsync(Actor actor, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var letters = db.Letters.AsNoTracking().VisibleTo(actor).Where(l => l.SignedAt != null && l.FromId != actor.OrganisationId);
        return BySignatureAsync(actor.Level == Level.Enterprise ? letters : letters.Where(l => l.AddresseeId == null), turn, cancellation);
    }

    /// <summary>Own letters in one state, last changed first.</summary>
    public async Task<Page<LetterRow, TimeKey>> OwnAsync(Actor actor, LetterState state, PageTurn<TimeKey> turn, CancellationToken cancellation = default)
    {
        var letters = db.Letters.AsNoTracking().VisibleTo(actor).Where(l => l.State == state);
        if (actor.Level != Level.Auditor)
        {
            letters = letters.Where(l => l.FromId == actor.OrganisationId);
        }

        letters = turn switch
        {
            { After: { } k } => letters.Where(l => l.ChangedAt < k.At || (l.ChangedAt == k.At && l.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => letters.Where(l => l.ChangedAt > k.At || (l.ChangedAt == k.At && l.Id.CompareTo(k.Id) > 0)),
            _ => letters,
        };
        letters = turn.Before is null
            ? letters.OrderByDescending(l => l.ChangedAt).ThenByDescending(l => l.Id)
            : letters.OrderBy(l => l.ChangedAt).ThenBy(l => l.Id);
        var rows = await Rows(letters.Take(PageSize + 1)).ToListAsync(cancellation);
        return Page<LetterRow, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.ChangedAt, row.Id), turn);
    }

    private async Task<Page<LetterRow, TimeKey>> BySignatureAsync(IQueryable<Letter> letters, PageTurn<TimeKey> turn, CancellationToken cancellation)
    {
        letters = turn switch
        {
            { After: { } k } => letters.Where(l => l.SignedAt < k.At || (l.SignedAt == k.At && l.Id.CompareTo(k.Id) < 0)),
            { Before: { } k } => letters.Where(l => l.SignedAt > k.At || (l.SignedAt == k.At && l.Id.CompareTo(k.Id) > 0)),
            _ => letters,
        };
        letters = turn.Before is null
            ? letters.OrderByDescending(l => l.SignedAt).ThenByDescending(l => l.Id)
            : letters.OrderBy(l => l.SignedAt).ThenBy(l => l.Id);
        var rows = await Rows(letters.Take(PageSize + 1)).ToListAsync(cancellation);
        return Page<LetterRow, TimeKey>.Of(rows, PageSize, row => new TimeKey(row.SignedAt!.Value, row.Id), turn);
    }

    /// <exception cref="NotFoundException">No such letter for this actor.</exception>
    public async Task<LetterFile> OpenAsync(Guid id, Actor actor, CancellationToken cancellation = default) =>
        await db.Letters.AsNoTracking().VisibleTo(actor).AnyAsync(l => l.Id == id, cancellation)
            ? await ReadAsync(id, cancellation)
            : throw new NotFoundException(nameof(Letter), id);

    /// <summary>A letter for the portal's own use: to be printed, to be checked.</summary>
    public async Task<LetterFile> ReadAsync(Guid id, CancellationToken cancellation = default)
    {
        var letter = await db.Letters.AsNoTracking().Include(l => l.Cases).SingleAsync(l => l.Id == id, cancellation);
        var rows = await (
            from c in db.LetterCases.AsNoTracking()
            join a in db.Applications on c.ApplicationId equals a.Id
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where c.LetterId == id
            orderby c.Position
            select new AnnexRow(
                c.Position, a.Id, c.ProjectName ?? a.ProjectName, c.ProjectName == null ? a.ProjectNumber : c.ProjectNumber, c.EnterpriseName ?? e.Name,
                c.Sector ?? a.Sector, c.Materials ?? 0, c.Matter ?? "", c.MaterialList ?? "", a.Stage, a.StageSince, a.RegionCode))
            .ToListAsync(cancellation);
        var facts = LetterFacts.Of(letter.FromName, [], DecidedFacts.None);
        if (letter.Number is null && rows.Count > 0)
        {
            // not frozen yet, so the annex says what the cases say today
            var ids = rows.Select(r => r.ApplicationId).ToList();
            var read = await annexes.ReadAsync(ids, cancellation);
            rows = [.. rows.Select(r => read.TryGetValue(r.ApplicationId, out var now) ? r with { Materials = now.Materials, Matter = now.Matter, MaterialList = now.MaterialList } : r)];
            facts = LetterFacts.Of(letter.FromName, [.. ids.Select(i => read[i])], await annexes.DecidedAsync(ids, letter.FromId, cancellation));
        }

        var series = letter.Number is null
            ? await db.Organisations.Where(o => o.Id == letter.FromId).Select(o => o.LetterSeries).SingleAsync(cancellation)
            : null;
        return new LetterFile(letter, rows, series, facts);
    }

    /// <summary>What this signer may sign before and after a letter, in the order of the list.</summary>
    public async Task<(Guid? Previous, Guid? Next)> ToSignAroundAsync(Letter letter, Actor actor, CancellationToken cancellation = default)
    {
        var others = db.Letters.AsNoTracking().VisibleTo(actor)
            .Where(l => l.State == LetterState.AwaitingSignature && l.FromId == actor.OrganisationId && l.DraftedBy != actor.UserId);
        var (at, id) = (letter.ChangedAt, letter.Id);
        return (
            await others.Where(l => l.ChangedAt > at || (l.ChangedAt == at && l.Id.CompareTo(id) > 0))
                .OrderBy(l => l.ChangedAt).ThenBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellation),
            await others.Where(l => l.ChangedAt < at || (l.ChangedAt == at && l.Id.CompareTo(id) < 0))
                .OrderByDescending(l => l.ChangedAt).ThenByDescending(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>People of a bureau who may sign what somebody else of it drafted.</summary>
    public async Task<IReadOnlyList<string>> SignersAsync(Letter letter, CancellationToken cancellation = default) =>
        await db.Users.AsNoTracking()
            .Where(u => u.OrganisationId == letter.FromId && u.MaySign && !u.Disabled && u.Id != letter.DraftedBy)
            .OrderBy(u => u.FullName).Select(u => u.FullName).ToListAsync(cancellation);

    private IQueryable<LetterRow> Rows(IQueryable<Letter> letters) => letters.Select(l => new LetterRow(
        l.Id, l.Kind, l.FromName, l.Title, l.State, l.Number, l.DraftedBy, l.DraftedByName, l.ChangedAt, l.SignedAt, l.SignedByName, l.Remark, l.WithdrawalReason,
        db.LetterCases.Count(c => c.LetterId == l.Id),
        db.LetterCases.Where(c => c.LetterId == l.Id && c.Position == 1)
            .Select(c => c.ProjectName ?? db.Applications.Where(a => a.Id == c.ApplicationId).Select(a => a.ProjectName).Single()).SingleOrDefault()));
}
