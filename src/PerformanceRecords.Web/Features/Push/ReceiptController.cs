using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>停机回执 of an application that was approved while the national platform was down, for everyone who sees the application.</summary>
public sealed class ReceiptController(AppDbContext db, CurrentActor actor) : Controller
{
    [HttpGet("/receipts/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancellation)
    {
        var found = await (
            from a in db.Applications.AsNoTracking().VisibleTo(actor.Value)
            join e in db.Organisations on a.EnterpriseId equals e.Id
            join r in db.ApprovalReceipts on a.Id equals r.ApplicationId into receipts
            from receipt in receipts.DefaultIfEmpty()
            where a.Id == id
            select new { a.ProjectName, a.ProjectNumber, a.Number, Enterprise = e.Name, Receipt = receipt }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        if (found.Receipt is null)
        {
            return Request.IsFromScript() ? NoContent() : NotFound();
        }

        var page = new ReceiptPage(found.Receipt, found.ProjectName, found.ProjectNumber, found.Number, found.Enterprise);
        return Request.IsFromScript() ? PartialView("/Features/Push/_Receipt.cshtml", page) : View("/Features/Push/Receipt.cshtml", page);
    }
}

/// <summary>What the receipt says.</summary>
public sealed record ReceiptPage(ApprovalReceipt Receipt, string ProjectName, string? ProjectNumber, string? ApplicationNumber, string EnterpriseName);
