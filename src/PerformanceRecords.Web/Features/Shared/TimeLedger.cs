using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>时间都花在哪里: working days by who held the application, and what is left of the last one's time.</summary>
/// <param name="spans">In order.</param>
/// <param name="left">Working days until the deadline; negative when it is over; null where none runs.</param>
public sealed class TimeLedger(IReadOnlyList<TimeSpent> spans, int? left) : IHtmlContent
{
    // widths come as classes, there are twenty
    private const int Widest = 20;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var drawn = spans.Where(s => s.Workdays > 0 || s.Now).ToList();
        if (drawn.Count > 0 || left > 0)
        {
            writer.Write("""<ul class="ledger" aria-label="按经办方累计的工作日">""");
            drawn.ForEach(span => writer.Write($"<li class=\"{Class(span.Level)} {Width(span.Workdays)}{(span.Now ? " cur" : "")}\">{Letter(span.Level)} {span.Workdays}</li>"));
            if (left > 0)
            {
                writer.Write($"<li class=\"left {Width(left.Value)}\">剩 {left}</li>");
            }

            writer.Write("</ul>");
        }

        writer.Write("<ul class=\"holders\">");
        foreach (var level in spans.GroupBy(s => s.Level).OrderBy(g => g.Key))
        {
            writer.Write($"<li class=\"{Class(level.Key)}\"><i></i>{level.Key.Chinese()} {level.Sum(s => s.Workdays)} 日</li>");
        }

        writer.Write($"<li>合计 {spans.Sum(s => s.Workdays)} 个工作日</li></ul>");
    }

    private static string Width(int days) => $"d{Math.Clamp(days, 1, Widest)}";

    private static string Class(Level level) => level switch
    {
        Level.Enterprise => "ent",
        Level.City or Level.County => "city",
        Level.Province => "prov",
        Level.Ministry => "min",
        _ => "out",
    };

    private static string Letter(Level level) => level switch
    {
        Level.Enterprise => "企",
        Level.City => "市",
        Level.County => "区",
        Level.Province => "省",
        Level.Ministry => "部",
        _ => "等",
    };
}
