using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>Puts the pages of a letter together.</summary>
public sealed class LetterPages(LetterLists lists, AppDbContext db, DeadlineCalculator deadlines)
{
    // autosaves are no news
    private const string Saved = "letter.Save";

    public async Task<LetterPage> OpenAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var file = await lists.OpenAsync(id, actor, cancellation);
        var letter = file.Letter;
        var own = letter.FromId == actor.OrganisationId || actor.Level == Level.Auditor;
        var subject = id.ToString();
        return new LetterPage(file, actor, deadlines.Today)
        {
            Signers = own && letter.State != LetterState.Signed ? await lists.SignersAsync(letter, cancellation) : [],
            History = own
                ? await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && e.Action != Saved).OrderByDescending(e => e.At).ToListAsync(cancellation)
                : [],
            Addable = letter.State == LetterState.Draft && letter.DraftedBy == actor.UserId
                ? [.. (await lists.WaitingAsync(actor, cancellation)).Where(c => c.LetterId is null && c.RouteCode == letter.RouteCode && c.Stage == letter.CaseStage)]
                : [],
        };
    }
}
