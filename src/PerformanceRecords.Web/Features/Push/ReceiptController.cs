using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>停机回执 of an application that was approved while the national platform was down, for everyone who sees the application.</summary>
public sealed class ReceiptController(ReceiptReader receipts, CurrentActor actor) : Controller
{
    [HttpGet("/receipts/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancellation)
    {
        var file = await receipts.OpenAsync(id, actor.Value, cancellation);
        if (file.Receipt is not { } receipt)
        {
            return Request.IsFromScript() ? NoContent() : NotFound();
        }

        var page = new ReceiptPage(receipt, file, $"{(actor.Value.Level == Level.Enterprise ? "/applications/" : "/reviews/")}{id}");
        return Request.IsFromScript() ? PartialView("/Features/Push/_Receipt.cshtml", page) : View("/Features/Push/Receipt.cshtml", page);
    }
}

/// <summary>What the receipt says, and about what.</summary>
/// <param name="FilingUrl">The page of the application, as its reader sees it.</param>
public sealed record ReceiptPage(ApprovalReceipt Receipt, ReceiptFile File, string FilingUrl);
