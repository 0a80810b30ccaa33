using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>六灯: the disc of one section. The fuller, the further it got; green with a letter is what the national platform shows. The caption says it in words.</summary>
public sealed class SectionLight(SectionProgress progress) : IHtmlContent
{
    private const string Disc = """<circle cx="12" cy="12" r="10" fill="#fff" stroke="#17508f" stroke-width="2"/>""";
    private static readonly string Missing = Draw("""<circle cx="12" cy="12" r="10" fill="#fff" stroke="#7f8c9c" stroke-width="2" stroke-dasharray="3 3"/>""");
    private static readonly string Filled = Draw(Disc + """<path d="M12 12V4a8 8 0 0 1 8 8z" fill="#17508f"/>""");
    private static readonly string Verified = Draw(Disc + """<path d="M12 4a8 8 0 0 1 0 16z" fill="#17508f"/>""");
    private static readonly string Approved = Draw(Disc + """<path d="M12 12V4a8 8 0 1 1-8 8z" fill="#17508f"/>""");
    private static readonly string Returned = Draw("""<path d="M12 2 1.5 21h21z" fill="#a8200f"/><path d="M12 9v5.5m0 2.6v.1" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>""");
    private static readonly string Stuck = Draw("""<path d="M12 1 23 12 12 23 1 12z" fill="#a8200f"/><path d="m8.5 8.5 7 7m0-7-7 7" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/>""");
    private static readonly string None = Draw("""<path d="M7 12h10" stroke="#66758a" stroke-width="2.5"/>""");

    private static readonly (SectionProgress Progress, string Words)[] Legend =
    [
        (new(Sections.Basic, SectionState.Missing), "未填报"),
        (new(Sections.Basic, SectionState.Filled), "已填报"),
        (new(Sections.Basic, SectionState.Verified), "市级或省厅已核实"),
        (new(Sections.Basic, SectionState.Approved), "审核完成，待部平台显示"),
        (new(Sections.Basic, SectionState.Shown, DataGrade.B), "部平台已显示（字母为数据等级）"),
        (new(Sections.Basic, SectionState.Returned), "退回补正"),
        (new(Sections.Basic, SectionState.Stuck), "推送受阻"),
    ];

    public string Caption => progress.State switch
    {
        SectionState.Missing => "未填报",
        SectionState.Filled => "已填报",
        SectionState.Verified => "市级已核实",
        SectionState.VerifiedByProvince => "省厅已核实",
        SectionState.Approved => progress.Awaited ? "待部平台显示" : "审核完成",
        SectionState.Shown => $"{progress.Grade}级 {DateText.Day(progress.Since!.Value)}",
        SectionState.Returned => "退回补正",
        SectionState.Stuck => "推送受阻",
        _ => "不适用",
    };

    public string CaptionClass => progress.State switch
    {
        SectionState.Returned or SectionState.Stuck => "cap back",
        SectionState.Missing or SectionState.NotApplicable => "cap dim",
        _ => "cap",
    };

    /// <summary>The disc alone.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (progress.State == SectionState.Shown)
        {
            writer.Write("""<span class="dot shown" aria-hidden="true">""");
            writer.Write(progress.Grade?.ToString() ?? "✓");
        }
        else
        {
            writer.Write("""<span class="dot" aria-hidden="true">""");
            writer.Write(progress.State switch
            {
                SectionState.Missing => Missing,
                SectionState.Filled => Filled,
                SectionState.Verified or SectionState.VerifiedByProvince => Verified,
                SectionState.Approved => Approved,
                SectionState.Returned => Returned,
                SectionState.Stuck => Stuck,
                _ => None,
            });
        }

        writer.Write("</span>");
    }

    /// <summary>A row of lights with names above and words below.</summary>
    public static IHtmlContent Row(IReadOnlyCollection<SectionProgress> lights) => new HtmlFormattedRow(lights);

    /// <summary>图例</summary>
    public static IHtmlContent Key { get; } = new HtmlLegend();

    /// <summary>A name short enough to stand over a disc.</summary>
    public static string ShortName(Sections section) => section == Sections.Indicators ? "技术指标" : section.Chinese();

    private static string Draw(string shape) => $"""<svg viewBox="0 0 24 24" focusable="false">{shape}</svg>""";

    private sealed class HtmlFormattedRow(IReadOnlyCollection<SectionProgress> lights) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write(lights.Count == 6 ? "<ul class=\"lights\">" : "<ul class=\"lights all\">");
            foreach (var progress in lights)
            {
                var light = new SectionLight(progress);
                writer.Write("<li><span class=\"nm\">");
                writer.Write(ShortName(progress.Section));
                writer.Write("</span>");
                light.WriteTo(writer, encoder);
                writer.Write($"<span class=\"{light.CaptionClass}\">{light.Caption}</span></li>");
            }

            writer.Write("</ul>");
        }
    }

    private sealed class HtmlLegend : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("""<div class="legend" role="group" aria-label="图例"><b>图例</b>""");
            foreach (var (progress, words) in Legend)
            {
                writer.Write("<span>");
                new SectionLight(progress).WriteTo(writer, encoder);
                writer.Write(words);
                writer.Write("</span>");
            }

            writer.Write("</div>");
        }
    }
}
