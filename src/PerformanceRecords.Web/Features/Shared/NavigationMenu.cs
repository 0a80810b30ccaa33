using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Writes the side menu. On every page, so it writes plain text and looks nothing up.</summary>
public sealed class NavigationMenu(Level level, NavigationItem? current, IReadOnlyDictionary<string, int> counts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var group in Navigation.For(level))
        {
            if (group.Title is not null)
            {
                writer.Write("<h2>");
                writer.Write(group.Title);
                writer.Write("</h2>");
            }

            foreach (var item in group.Items)
            {
                writer.Write("<a href=\"");
                writer.Write(item.Url);
                writer.Write(ReferenceEquals(item, current) ? "\" aria-current=\"page\">" : "\">");
                writer.Write(item.Text);
                WriteCount(writer, item);
                writer.Write("</a>");
            }
        }
    }

    private void WriteCount(TextWriter writer, NavigationItem item)
    {
        if (item.Count is null || !counts.TryGetValue(item.Count, out var count) || count == 0)
        {
            return;
        }

        writer.Write(item.Hot ? "<span class=\"count hot\">" : "<span class=\"count\">");
        writer.Write(count);
        writer.Write("<span class=\"visually-hidden\">件</span></span>");
    }
}
