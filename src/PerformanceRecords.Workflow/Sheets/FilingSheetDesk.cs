using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Printing;

namespace PerformanceRecords.Workflow.Sheets;

/// <summary>申报信息表: writes a submitted filing as a sheet, and has it printed. Nothing is kept of it but the order to print: its last act says the rest.</summary>
public sealed class FilingSheetDesk(AppDbContext db, PersonalNumbers numbers, AuditLog audit, PrintSignal prints, TimeProvider clock)
{
    /// <summary>The filing as it stands now.</summary>
    /// <exception cref="NotFoundException">No such filing for this actor, or one that was never submitted.</exception>
    public async Task<FilingSheet> OpenAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var last = await db.Applications.VisibleTo(actor).Where(a => a.Id == applicationId && a.SubmittedAt != null)
            .SelectMany(a => db.ApplicationEvents.Where(e => e.ApplicationId == a.Id))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        return await ReadAsync(last, cancellation);
    }

    /// <summary>Has the sheet of now printed; printed once, however often it is asked for; once approved, again, since more of it may be shown by now.</summary>
    /// <exception cref="NotFoundException">No such filing for this actor, or one that was never submitted.</exception>
    public async Task PrintAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var sheet = await OpenAsync(applicationId, actor, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.PrintJobs.SingleOrDefaultAsync(j => j.Subject == PrintSubject.FilingSheet && j.SubjectId == sheet.AsOf.Id, cancellation) is not { } print)
        {
            db.PrintJobs.Add(PrintJob.For(PrintSubject.FilingSheet, sheet.AsOf.Id, now));
        }
        else if (!sheet.IsOn(print) || (sheet.Approved && print.PrintedAt is not null))
        {
            print.Again(now);
        }
        else
        {
            return;
        }

        audit.Add(actor, "sheet.Filing", applicationId, $"{sheet.ProjectName}，{sheet.Standing}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (db.PrintJobs.AsNoTracking().Any(j => j.Subject == PrintSubject.FilingSheet && j.SubjectId == sheet.AsOf.Id))
        {
            // somebody ordered the same in the same moment; one print serves both
            db.ChangeTracker.Clear();
            return;
        }

        prints.Raise();
    }

    /// <summary>A filing as of one of its acts, for the printer.</summary>
    public async Task<FilingSheet> ReadAsync(Guid asOf, CancellationToken cancellation = default)
    {
        var last = await db.ApplicationEvents.AsNoTracking().SingleAsync(e => e.Id == asOf, cancellation);
        var found = await (
            from a in db.Applications.AsNoTracking()
            join s in db.Submissions.AsNoTracking() on a.Id equals s.ApplicationId
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where a.Id == last.ApplicationId && s.Number == last.Submission
            select new { Application = a, Submission = s, Enterprise = e.Name }).SingleAsync(cancellation);
        var events = await db.ApplicationEvents.AsNoTracking().Where(e => e.ApplicationId == last.ApplicationId && e.At <= last.At)
            .OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation);
        var reply = EvidenceKind.MinistryReply.Code;
        var replies = await db.EvidenceFiles.AsNoTracking()
            .Where(f => f.ApplicationId == last.ApplicationId && f.Kind == reply && f.UploadedAt <= last.At && f.RemovedAt == null).ToListAsync(cancellation);
        var shown = last.To != Stage.Completed ? [] : await db.PushMessages.AsNoTracking()
            .Where(m => m.ApplicationId == last.ApplicationId && m.ShownAt != null)
            .Select(m => new ShownSection(m.Destination, m.Section, m.Grade, m.ShownAt!.Value)).ToListAsync(cancellation);
        return FilingSheet.Of(found.Application, found.Submission, found.Enterprise, [.. found.Submission.Evidence, .. replies], events, shown, numbers);
    }
}
