using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>上一页 / 下一页 under a list that is paged by keys, so a page is the rows before or after a row and has no number.</summary>
/// <param name="Note">What is shown, such as 本页 20 件.</param>
/// <param name="Previous">Address of the page before; null on the first.</param>
/// <param name="Next">Address of the page after; null on the last.</param>
public sealed record Pager(string Note, string? Previous, string? Next) : IHtmlContent
{
    /// <summary>回第一页, where the list only goes forward.</summary>
    public string PreviousText { get; init; } = "上一页";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("""<div class="pager">""");
        encoder.Encode(writer, Note);
        if (Previous is not null || Next is not null)
        {
            writer.Write("""<nav aria-label="分页"><ul class="pagination pagination-sm">""");
            Item(writer, encoder, PreviousText, Previous, "prev");
            Item(writer, encoder, "下一页", Next, "next");
            writer.Write("</ul></nav>");
        }

        writer.Write("</div>");
    }

    private static void Item(TextWriter writer, HtmlEncoder encoder, string text, string? url, string rel)
    {
        if (url is null)
        {
            writer.Write($"""<li class="page-item disabled"><span class="page-link">{text}</span></li>""");
            return;
        }

        writer.Write($"""<li class="page-item"><a class="page-link" rel="{rel}" href="{encoder.Encode(url)}">{text}</a></li>""");
    }
}
