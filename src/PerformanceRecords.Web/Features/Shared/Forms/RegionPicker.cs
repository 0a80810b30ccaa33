using System.Text.Encodings.Web;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Shared.Forms;

/// <summary>One list of counties grouped by city; a script puts a select for the city before it.</summary>
internal static class RegionPicker
{
    // the same for every form, so it is encoded once
    private static readonly Lazy<(string City, (string Code, string Option)[] Counties)[]> Cities = new(() =>
        [.. Regions.Cities.Select(city => (HtmlEncoder.Default.Encode(city.Name), Regions.CountiesOf(city.Code).Select(OptionOf).ToArray()))]);

    public static void Write(TextWriter writer, HtmlEncoder encoder, string chosen, Action attributes)
    {
        writer.Write("<div class=\"region\" data-region><select");
        attributes();
        writer.Write("><option value=\"\">请选择</option>");
        var known = chosen.Length == 0;
        foreach (var (city, counties) in Cities.Value)
        {
            writer.Write("<optgroup label=\"");
            writer.Write(city);
            writer.Write("\">");
            foreach (var (code, option) in counties)
            {
                writer.Write("<option value=\"");
                writer.Write(code);
                writer.Write(code == chosen ? "\" selected>" : "\">");
                writer.Write(option);
                known |= code == chosen;
            }

            writer.Write("</optgroup>");
        }

        if (!known)
        {
            // an old code, or one that was typed elsewhere: it stays until another is chosen
            writer.Write("<optgroup label=\"已填\"><option selected value=\"");
            encoder.Encode(writer, chosen);
            writer.Write("\">");
            encoder.Encode(writer, Regions.ShortName(chosen));
            writer.Write("</option></optgroup>");
        }

        writer.Write("</select></div>");
    }

    private static (string Code, string Option) OptionOf(Region county) =>
        (county.Code, $"{county.Code} {HtmlEncoder.Default.Encode(county.Name)}</option>");
}
