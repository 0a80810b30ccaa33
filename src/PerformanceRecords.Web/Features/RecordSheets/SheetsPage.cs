using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Sheets;

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
public sealed record PrintedSheet(RecordSheet Sheet, IHtmlContent Qr, IHtmlContent? Style, IHtmlContent? Script)
{
    public string Code => VerificationCode.Grouped(Sheet.Code);

    public IReadOnlyList<(string Name, string Value)> Head => [.. SheetText.Public(Sheet.Text).Select(Split)];

    /// <summary>The chapters below: a heading, and rows of facts with or without a heading of their own.</summary>
    public IEnumerable<(string Title, IReadOnlyList<(string? Heading, IReadOnlyList<(string Name, string Value)> Facts)> Parts)> Chapters
    {
        get
        {
            var lines = SheetText.Content(Sheet.Text);
            for (var at = 0; at < lines.Count;)
            {
                var title = lines[at++][2..];
                var parts = new List<(string?, IReadOnlyList<(string, string)>)>();
                string? heading = null;
                var facts = new List<(string, string)>();
                for (; at < lines.Count && !lines[at].StartsWith("# ", StringComparison.Ordinal); at++)
                {
                    if (!lines[at].StartsWith("## ", StringComparison.Ordinal))
                    {
                        facts.Add(Split(lines[at]));
                        continue;
                    }

                    if (facts.Count > 0)
                    {
                        parts.Add((heading, facts));
                    }

                    (heading, facts) = (lines[at][3..], []);
                }

                if (facts.Count > 0)
                {
                    parts.Add((heading, facts));
                }

                yield return (title, parts);
            }
        }
    }

    private static (string, string) Split(string line) => line.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon ? (line[..colon], line[(colon + 1)..]) : (line, "");
}
