using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The four places an enterprise goes to from its phone, at the foot of the screen.</summary>
public sealed class TabBar(NavigationItem? current, IReadOnlyDictionary<string, int> counts) : IHtmlContent
{
    private static readonly (string Text, string Url, IHtmlContent Icon, string? Count)[] Tabs =
    [
        ("首页", "/", Icon.Home, null),
        ("我的申报", "/applications", Icon.List, "returned"),
        ("补录填报", "/ports", Icon.Pen, "ports"),
        ("业绩库", "/records", Icon.Building, null),
    ];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("""<nav class="tabbar" aria-label="手机快捷导航">""");
        foreach (var (text, url, icon, count) in Tabs)
        {
            writer.Write("<a href=\"");
            writer.Write(url);
            writer.Write(current?.Url == url ? "\" aria-current=\"page\">" : "\">");
            icon.WriteTo(writer, encoder);
            writer.Write(text);
            if (count is not null && counts.TryGetValue(count, out var number) && number > 0)
            {
                writer.Write($"""<span class="badge-n">{number}<span class="visually-hidden">条待处理</span></span>""");
            }

            writer.Write("</a>");
        }

        writer.Write("</nav>");
    }
}
