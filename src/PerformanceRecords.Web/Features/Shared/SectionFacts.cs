using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The content of a section as label and value, row by row. Identity numbers are masked; sealed ones must be opened before.</summary>
public sealed class SectionFacts(SectionDefinition definition, SectionValues values) : IHtmlContent
{
    // a longer text has a line of its own
    private const int LongText = 26;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var row = 0; row < values.Rows.Count; row++)
        {
            if (definition.Repeats && values.Rows.Count > 1)
            {
                writer.Write("<h4 class=\"row-n\">");
                encoder.Encode(writer, $"第 {row + 1} {CounterOf(definition)}{definition.RowNoun}");
                writer.Write("</h4>");
            }

            WriteRow(writer, encoder, row);
        }
    }

    internal static string CounterOf(SectionDefinition definition) => definition.Section == Sections.Personnel ? "名" : "份";

    private void WriteRow(TextWriter writer, HtmlEncoder encoder, int row)
    {
        writer.Write("<dl class=\"facts\">");
        foreach (var field in definition.Fields)
        {
            var text = values[field.Key, row];
            if (text.Length > 0)
            {
                WriteFact(writer, encoder, field, text);
            }
        }

        writer.Write("</dl>");
    }

    internal static void WriteFact(TextWriter writer, HtmlEncoder encoder, FieldDefinition field, string text)
    {
        var shown = WithUnit(field, text);
        WriteTerm(writer, encoder, field, field.Wide || shown.Length > LongText ? "w" : "");
        encoder.Encode(writer, shown);
        writer.Write("</dd></div>");
    }

    /// <summary>Begins a fact; its value and the end of it are the caller's.</summary>
    internal static void WriteTerm(TextWriter writer, HtmlEncoder encoder, FieldDefinition field, string look)
    {
        writer.Write(look.Length == 0 ? "<div><dt>" : $"<div class=\"{look}\"><dt>");
        encoder.Encode(writer, field.Label);
        writer.Write("</dt><dd>");
    }

    internal static string WithUnit(FieldDefinition field, string text) =>
        field.Unit is null ? SectionDefinition.Display(field, text) : $"{SectionDefinition.Display(field, text)} {field.Unit}";
}
