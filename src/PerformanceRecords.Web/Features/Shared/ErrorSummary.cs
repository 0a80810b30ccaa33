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
    /// <param name="what">What has to be mended: 这一节.</param>
    public static ErrorSummary Of(IReadOnlyCollection<Breach> breaches, string what = "") =>
        new($"{what}还有 {breaches.Count} 处要改", breaches);

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
