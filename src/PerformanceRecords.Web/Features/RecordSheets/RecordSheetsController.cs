using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Printing;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Features.RecordSheets;

/// <summary>业绩信息表: a record on paper, edition by edition, for tenders and files.</summary>
public sealed class RecordSheetsController(
    SheetDesk desk, RecordReader records, PrintQueue prints, PrintedPage printed, ChromiumPrinter chromium, CurrentActor actor) : Controller
{
    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("/records/{id:guid}/sheets")]
    public async Task<IActionResult> Index(Guid id)
    {
        var details = await records.ReadAsync(id, actor.Value, Aborted);
        var editions = await desk.EditionsAsync(id, actor.Value, Aborted);
        var print = editions.Count == 0 ? null : await prints.OfAsync(PrintSubject.RecordSheet, editions[0].Id, Aborted);
        return View(new SheetsPage(details, editions, print, chromium.Program is not null));
    }

    [HttpPost("/records/{id:guid}/sheets")]
    public async Task<IActionResult> Issue(Guid id)
    {
        var before = await desk.EditionsAsync(id, actor.Value, Aborted);
        var sheet = await desk.IssueAsync(id, actor.Value, Aborted);
        this.SayDone(before.Any(s => s.Id == sheet.Id) ? $"内容没有变化，现行的仍是第 {sheet.Edition} 版。" : $"已出具第 {sheet.Edition} 版，PDF 随后生成。");
        return LocalRedirect($"/records/{id}/sheets");
    }

    [HttpGet("/records/{id:guid}/sheets/{edition:int}/pdf")]
    public async Task<IActionResult> Pdf(Guid id, int edition)
    {
        var sheet = await FindAsync(id, edition);
        return await prints.OfAsync(PrintSubject.RecordSheet, sheet.Id, Aborted) is { PrintedAt: not null } print
            ? File(prints.Open(print), "application/pdf", $"业绩信息表-{sheet.ProjectName}-第{edition}版.pdf")
            : LocalRedirect($"/records/{id}/sheets");
    }

    /// <summary>The same as a page, to be printed from the browser.</summary>
    [HttpGet("/records/{id:guid}/sheets/{edition:int}/print")]
    public async Task<IActionResult> Print(Guid id, int edition)
    {
        var sheet = await FindAsync(id, edition);
        return View("Print", new PrintedSheet(sheet, printed.QrOf(sheet.Code), null));
    }

    private async Task<RecordSheet> FindAsync(Guid id, int edition) =>
        (await desk.EditionsAsync(id, actor.Value, Aborted)).FirstOrDefault(s => s.Edition == edition) ?? throw new NotFoundException(nameof(RecordSheet), edition);
}
