using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.RecordSheets;

/// <summary>What the page of a record's sheets shows.</summary>
/// <param name="Print">What became of the newest one's PDF.</param>
/// <param name="Prints">False where no browser is installed.</param>
public sealed record SheetsPage(RecordDetails Details, IReadOnlyList<RecordSheet> Editions, PrintJob? Print, bool Prints)
{
    public string Url => $"/records/{Details.Record.Id}/sheets";

    public bool MayIssue => Details.Sections.Any(s => s.Held is not null);
}

/// <summary>A sheet as it goes to the printer.</summary>
public sealed record PrintedSheet(RecordSheet Sheet, IHtmlContent Qr, IHtmlContent? Style)
{
    public string Code => VerificationCode.Grouped(Sheet.Code);
}
