using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>停机回执 with what it is about.</summary>
/// <param name="Receipt">Null where the platform was up when the application was approved.</param>
public sealed record ReceiptFile(ApprovalReceipt? Receipt, string ProjectName, string? ProjectNumber, string? ApplicationNumber, string EnterpriseName);

/// <summary>Reads the receipt of an application, for everyone who sees the application.</summary>
public sealed class ReceiptReader(AppDbContext db)
{
    /// <exception cref="NotFoundException">No such application for this actor.</exception>
    public async Task<ReceiptFile> OpenAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default) => await (
        from a in db.Applications.AsNoTracking().VisibleTo(actor)
        join e in db.Organisations on a.EnterpriseId equals e.Id
        join r in db.ApprovalReceipts on a.Id equals r.ApplicationId into receipts
        from receipt in receipts.DefaultIfEmpty()
        where a.Id == applicationId
        select new ReceiptFile(receipt, a.ProjectName, a.ProjectNumber, a.Number, e.Name)).SingleOrDefaultAsync(cancellation)
        ?? throw new NotFoundException(nameof(Application), applicationId);
}
