using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The way back: 首页 / 待办审核 / this page. The last one has no address.</summary>
public sealed class Crumbs : IHtmlContent
{
    private readonly (string Text, string? Url)[] steps;

    private Crumbs((string Text, string? Url)[] steps) => this.steps = steps;

    /// <summary>首页 is put in front.</summary>
    public static Crumbs To(params (string Text, string? Url)[] steps) => new(steps);

    public static Crumbs To(string here) => new([(here, null)]);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("""<nav class="crumb" aria-label="面包屑"><a href="/">首页</a>""");
        foreach (var (text, url) in steps)
        {
            writer.Write(" / ");
            writer.Write(url is null ? """<span aria-current="page">""" : "<a href=\"");
            if (url is not null)
            {
                encoder.Encode(writer, url);
                writer.Write("\">");
            }

            encoder.Encode(writer, text);
            writer.Write(url is null ? "</span>" : "</a>");
        }

        writer.Write("</nav>");
    }
}
