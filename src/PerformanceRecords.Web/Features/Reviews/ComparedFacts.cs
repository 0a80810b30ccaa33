using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>A section against a former content of it: what differs first, struck and underlined; what is the same folded away. Identity numbers are masked.</summary>
public sealed class ComparedFacts(SectionDefinition definition, Comparison against, SectionValues values) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var changes = against.Changes.ToLookup(c => (c.OldRow, c.NewRow));
        foreach (var (old, now) in definition.Match(against.Former, values).OrderBy(pair => pair.New ?? int.MaxValue))
        {
            WriteName(writer, encoder, old, now);
            if (now is not { } row)
            {
                WriteRemoved(writer, encoder, old!.Value);
            }
            else if (old is null)
            {
                new SectionFacts(definition, new([values.Rows[row]])).WriteTo(writer, encoder);
            }
            else
            {
                WriteChanged(writer, encoder, row, [.. changes[(old, now)]]);
            }
        }
    }

    private void WriteName(TextWriter writer, HtmlEncoder encoder, int? old, int? now)
    {
        if (!definition.Repeats || (old is not null && now is not null && values.Rows.Count == 1))
        {
            return;
        }

        writer.Write("<h4 class=\"row-n\">");
        encoder.Encode(writer, $"第 {(now ?? old!.Value) + 1} {SectionFacts.CounterOf(definition)}{definition.RowNoun}");
        writer.Write(' ');
        if (old is null || now is null)
        {
            (old is null ? Tag.Attention("新增", Icon.Plus) : Tag.Back("删去")).WriteTo(writer, encoder);
        }

        writer.Write("</h4>");
    }

    private void WriteRemoved(TextWriter writer, HtmlEncoder encoder, int row)
    {
        writer.Write("<dl class=\"facts\">");
        foreach (var field in definition.Fields.Where(f => against.Former[f.Key, row].Length > 0))
        {
            SectionFacts.WriteTerm(writer, encoder, field, "");
            WriteMarked(writer, encoder, "del", "原为", field, against.Former[field.Key, row]);
            writer.Write("</dd></div>");
        }

        writer.Write("</dl>");
    }

    private void WriteChanged(TextWriter writer, HtmlEncoder encoder, int row, List<FieldChange> changes)
    {
        if (changes.Count > 0)
        {
            writer.Write("<dl class=\"facts\">");
            foreach (var change in changes)
            {
                SectionFacts.WriteTerm(writer, encoder, change.Field, "chg w");
                WriteMarked(writer, encoder, "del", "原为", change.Field, change.Before);
                writer.Write(' ');
                WriteMarked(writer, encoder, "ins", "改为", change.Field, change.After);
                writer.Write("</dd></div>");
            }

            writer.Write("</dl>");
        }

        var same = definition.Fields.Where(f => values[f.Key, row].Length > 0 && changes.TrueForAll(c => c.Field.Key != f.Key)).ToList();
        if (same.Count == 0)
        {
            return;
        }

        writer.Write(changes.Count > 0 ? $"<details class=\"same\"><summary>其余 {same.Count} 项未变</summary><dl class=\"facts\">" : "<dl class=\"facts\">");
        foreach (var field in same)
        {
            SectionFacts.WriteFact(writer, encoder, field, values[field.Key, row]);
        }

        writer.Write(changes.Count > 0 ? "</dl></details>" : "</dl>");
    }

    private static void WriteMarked(TextWriter writer, HtmlEncoder encoder, string element, string spoken, FieldDefinition field, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        writer.Write($"<{element}><span class=\"visually-hidden\">{spoken}</span>");
        encoder.Encode(writer, SectionFacts.WithUnit(field, text));
        writer.Write($"</{element}>");
    }
}
