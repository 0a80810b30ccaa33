using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>What must be mended, listed on top of a form; each line leads to its field. It takes the focus when the page opens.</summary>
public sealed class ErrorSummary : IHtmlContent
{
    private readonly string title;
    private readonly IReadOnlyCollection<Breach> breaches;

    private ErrorSummary(string title, IReadOnlyCollection<Breach> breaches) => (this.title, this.breaches) = (title, breaches);

    /// <summary>Nothing where there are no breaches.</summary>
    /// <param name="what">What has to be mended, 这一节, or what did not come about, ending in a comma: 没有办成，.</param>
    public static ErrorSummary Of(IReadOnlyCollection<Breach> breaches, string what = "") => new(TitleOf(breaches, what), breaches);

    // where no field is to blame there is nothing to change on the page
    private static string TitleOf(IReadOnlyCollection<Breach> breaches, string what) =>
        breaches.Any(b => b.Field.Length > 0) ? $"{what}还有 {breaches.Count} 处要改"
        : what.EndsWith('，') ? what[..^1]
        : what + "没有办成";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (breaches.Count == 0)
        {
            return;
        }

        writer.Write("""<div class="errsum" role="alert" tabindex="-1" data-focus aria-labelledby="errsum-title"><h2 id="errsum-title">""");
        encoder.Encode(writer, title);
        writer.Write("</h2><ul>");
        foreach (var breach in breaches)
        {
            writer.Write("<li>");
            if (breach.Field.Length > 0)
            {
                writer.Write("<a href=\"#");
                encoder.Encode(writer, FieldId.Of(breach.Field));
                writer.Write("\">");
            }

            encoder.Encode(writer, breach.Message);
            writer.Write(breach.Field.Length > 0 ? "</a></li>" : "</li>");
        }

        writer.Write("</ul></div>");
    }
}
