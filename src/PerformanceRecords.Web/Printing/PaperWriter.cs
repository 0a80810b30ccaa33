using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Web.Features.FilingSheets;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Web.Features.RecordSheets;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Printing;

/// <summary>The page behind each kind of paper.</summary>
public sealed class PaperWriter(ViewText views, LetterPages letters, SheetDesk sheets, FilingSheetDesk filings, PrintedPage printed)
{
    public async Task<string> WriteAsync(PrintJob job, CancellationToken cancellation) => job.Subject switch
    {
        PrintSubject.Letter => await views.WriteAsync("/Features/Letters/Print.cshtml", await letters.PrintedAsync(job.SubjectId, cancellation)),
        PrintSubject.RecordSheet when await sheets.ReadAsync(job.SubjectId, cancellation) is var sheet =>
            await views.WriteAsync("/Features/RecordSheets/Print.cshtml", new PrintedSheet(sheet, printed.QrOf(sheet.Code), printed.Style)),
        PrintSubject.FilingSheet =>
            await views.WriteAsync("/Features/FilingSheets/Print.cshtml", new PrintedFiling(await filings.ReadAsync(job.SubjectId, cancellation), printed.Style)),
        _ => throw new PrintingException($"Nothing is known of {job.Subject}."),
    };
}
