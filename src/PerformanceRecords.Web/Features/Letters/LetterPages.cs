using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Printing;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>Puts the pages of a letter together.</summary>
public sealed class LetterPages(
    LetterLists lists, TemplateDesk templates, PrintQueue prints, ChromiumPrinter chromium, PrintedPage printed, AppDbContext db, DeadlineCalculator deadlines, TimeProvider clock)
{
    // autosaves are no news
    private const string Saved = "letter.Save";

    /// <summary>From when on decided cases are offered for a notice.</summary>
    public DateTime DecidedSince => clock.GetUtcNow().UtcDateTime.AddDays(-Letter.NoticeDays);

    public async Task<LetterPage> OpenAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var file = await lists.OpenAsync(id, actor, cancellation);
        var letter = file.Letter;
        var own = letter.FromId == actor.OrganisationId || actor.Level == Level.Auditor;
        var subject = id.ToString();
        var page = new LetterPage(file, actor, deadlines.Today)
        {
            Signers = own && letter.Number is null ? await lists.SignersAsync(letter, cancellation) : [],
            History = own
                ? await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.Action != Saved).OrderByDescending(e => e.At).ToListAsync(cancellation)
                : [],
            Addable = letter.State == LetterState.Draft && letter.DraftedBy == actor.UserId ? await AddableAsync(letter, actor, cancellation) : [],
            Print = letter.Number is null ? null : await prints.OfAsync(PrintSubject.Letter, id, cancellation),
            Prints = chromium.Program is not null,
            Qr = letter.Code is { } code ? printed.QrOf(code) : null,
            Scans = letter.Number is null ? [] : await db.SealedScans.AsNoTracking().Where(s => s.LetterId == id).OrderByDescending(s => s.UploadedAt).ToListAsync(cancellation),
        };
        return !page.MaySign ? page : page with
        {
            Changes = WordingChange.Between(await templates.EditionAsync(letter.FromId, letter.Kind, letter.TemplateVersion, cancellation), letter, file.Facts),
            Around = await lists.ToSignAroundAsync(letter, actor, cancellation),
        };
    }

    /// <summary>A letter as it goes to the printer, whoever asks.</summary>
    public async Task<PrintedLetter> PrintedAsync(Guid id, CancellationToken cancellation)
    {
        var file = await lists.ReadAsync(id, cancellation);
        return Printed(new LetterPaper(file.Letter, file, file.Letter.SignedAt is { } signed ? ChinaClock.DateInChina(signed) : deadlines.Today), inPage: true);
    }

    /// <param name="inPage">Style and script stand in the page itself, as the printer wants it; otherwise they are linked.</param>
    public PrintedLetter Printed(LetterPaper paper, bool inPage) => new(
        paper, paper.Letter.Code is { } code ? printed.QrOf(code) : null, paper.Letter.Number is null ? null : printed.SealOf(paper.Letter.FromName),
        inPage ? printed.Style : null, inPage ? printed.Script : null);

    private async Task<IReadOnlyList<WaitingCase>> AddableAsync(Letter letter, Actor actor, CancellationToken cancellation)
    {
        var waiting = letter.Kind.IsNotice() ? await lists.DecidedAsync(actor, DecidedSince, cancellation) : await lists.WaitingAsync(actor, cancellation);
        var enterprise = letter.AddresseeId is { } to ? await db.Organisations.Where(o => o.Id == to).Select(o => o.Name).SingleAsync(cancellation) : null;
        return [.. waiting.Where(c => c.LetterId is null && c.RouteCode == letter.RouteCode && c.Stage == letter.CaseStage && (enterprise is null || c.EnterpriseName == enterprise))];
    }
}
