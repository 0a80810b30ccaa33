using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Sheets;

/// <summary>业绩信息表: issues what the portal says of a record, as an edition with a code of its own; an unchanged record keeps the edition it has.</summary>
public sealed class SheetDesk(AppDbContext db, RecordReader records, AuditLog audit, PrintSignal prints, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such record for this actor, or nothing of it is approved yet.</exception>
    public async Task<RecordSheet> IssueAsync(Guid recordId, Actor actor, CancellationToken cancellation = default)
    {
        var details = await records.ReadAsync(recordId, actor, cancellation);
        if (details.Sections.All(s => s.Held is null))
        {
            throw new NotFoundException(nameof(PerformanceRecord), recordId);
        }

        // what was approved, whoever asks: the same record gives the same text
        var approved = db.Applications.Where(a => a.RecordId == recordId && a.ApprovedAt != null).Select(a => a.Id);
        var evidence = await db.EvidenceFiles.AsNoTracking().Where(f => approved.Contains(f.ApplicationId) && f.RemovedAt == null).ToListAsync(cancellation);
        var events = await db.ApplicationEvents.AsNoTracking().Where(e => approved.Contains(e.ApplicationId)).ToListAsync(cancellation);
        var text = SheetText.Write(details with { Events = events }, evidence);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var newest = await db.RecordSheets.AsNoTracking().Where(s => s.RecordId == recordId).OrderByDescending(s => s.Edition).FirstOrDefaultAsync(cancellation);
        if (newest?.Digest == digest)
        {
            return newest;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = new RecordSheet
        {
            RecordId = recordId,
            Edition = (newest?.Edition ?? 0) + 1,
            Code = VerificationCode.New(),
            ProjectName = details.Record.ProjectName,
            ProjectNumber = details.Record.ProjectNumber,
            EnterpriseName = details.EnterpriseName,
            Text = text,
            Digest = digest,
            IssuedAt = now,
            IssuedBy = actor.UserId,
            IssuedByName = actor.FullName,
            IssuedFor = actor.OrganisationName,
        };
        db.RecordSheets.Add(sheet);
        db.PrintJobs.Add(PrintJob.For(PrintSubject.RecordSheet, sheet.Id, now));
        audit.Add(actor, "sheet.Issue", sheet.Id, $"{sheet.ProjectName} {sheet.Edition}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // somebody asked for the same edition in the same moment; theirs serves
            db.ChangeTracker.Clear();
            if (await db.RecordSheets.AsNoTracking().SingleOrDefaultAsync(s => s.RecordId == recordId && s.Edition == sheet.Edition, cancellation) is not { } theirs)
            {
                throw;
            }

            return theirs;
        }

        prints.Raise();
        return sheet;
    }

    /// <summary>Editions of a record's sheet, newest first.</summary>
    /// <exception cref="NotFoundException">No such record for this actor.</exception>
    public async Task<IReadOnlyList<RecordSheet>> EditionsAsync(Guid recordId, Actor actor, CancellationToken cancellation = default) =>
        await db.Records.VisibleTo(actor).AnyAsync(r => r.Id == recordId, cancellation)
            ? await db.RecordSheets.AsNoTracking().Where(s => s.RecordId == recordId).OrderByDescending(s => s.Edition).ToListAsync(cancellation)
            : throw new NotFoundException(nameof(PerformanceRecord), recordId);

    /// <summary>A sheet for the printer.</summary>
    public Task<RecordSheet> ReadAsync(Guid id, CancellationToken cancellation = default) => db.RecordSheets.AsNoTracking().SingleAsync(s => s.Id == id, cancellation);
}
