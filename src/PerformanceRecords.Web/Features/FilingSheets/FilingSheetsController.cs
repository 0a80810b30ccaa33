using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Printing;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Features.FilingSheets;

/// <summary>申报信息表: a submitted filing on paper, for whoever may see the filing; marked for what it is worth.</summary>
[Route(FilingSheetPage.Path + "/{id:guid}")]
public sealed class FilingSheetsController(FilingSheetDesk desk, PrintQueue prints, ChromiumPrinter chromium, CurrentActor actor) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id)
    {
        var sheet = await desk.OpenAsync(id, actor.Value, Aborted);
        return View(new FilingSheetPage(sheet, actor.Value, await PrintOfAsync(sheet), chromium.Program is not null));
    }

    [HttpPost("")]
    public async Task<IActionResult> Print(Guid id)
    {
        await desk.PrintAsync(id, actor.Value, Aborted);
        this.SayDone("PDF 正在生成，一般几秒钟就好。");
        return LocalRedirect(FilingSheetPage.Of(id));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Pdf(Guid id)
    {
        var sheet = await desk.OpenAsync(id, actor.Value, Aborted);
        return await PrintOfAsync(sheet) is { PrintedAt: not null } print
            ? File(prints.Open(print), "application/pdf", $"申报信息表-{sheet.Number}-{sheet.ProjectName}.pdf")
            : LocalRedirect(FilingSheetPage.Of(id));
    }

    /// <summary>The same as a page, to be printed from the browser.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Paper(Guid id) => View("Print", new PrintedFiling(await desk.OpenAsync(id, actor.Value, Aborted), null));

    private async Task<PrintJob?> PrintOfAsync(FilingSheet sheet) =>
        await prints.OfAsync(PrintSubject.FilingSheet, sheet.AsOf.Id, Aborted) is { } print && sheet.IsOn(print) ? print : null;
}
