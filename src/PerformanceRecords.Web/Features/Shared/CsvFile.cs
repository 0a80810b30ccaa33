using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>A table to take along, for a spreadsheet: written row by row as it is read.</summary>
public sealed class CsvFile(string name, IReadOnlyList<string> heads, IAsyncEnumerable<string[]> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        // by the mark at its beginning spreadsheets know that it is UTF-8
        await response.WriteAsync("\uFEFF" + Line(heads), Encoding.UTF8, context.HttpContext.RequestAborted);
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await response.WriteAsync(Line(row), Encoding.UTF8, context.HttpContext.RequestAborted);
        }
    }

    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // what begins like a formula would be worked out where the file is opened
    private static string Cell(string text)
    {
        var plain = text.ReplaceLineEndings(" ");
        return $"\"{(plain is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" : "")}{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
