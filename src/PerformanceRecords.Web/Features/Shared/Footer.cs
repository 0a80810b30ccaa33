using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The foot of every page: who runs the portal, and where to turn.</summary>
public sealed class Footer(PortalOptions portal) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<footer class=\"foot\"><span>主办：");
        encoder.Encode(writer, portal.Organiser);
        writer.Write("</span><a href=\"/guide\">办理指引</a><a href=\"/verify\">真伪核验</a><a href=\"/about/accessibility\">无障碍说明</a><a href=\"/about/privacy\">隐私政策</a><span class=\"end\">");
        encoder.Encode(writer, portal.Service);
        writer.Write("</span></footer>");
    }
}
