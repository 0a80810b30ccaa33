using System.Text.Encodings.Web;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Shared.Forms;

/// <summary>Writes the HTML of one field straight to the response; a form of sixty fields costs next to nothing.</summary>
internal sealed class FieldWriter(FormField field, TextWriter writer, HtmlEncoder encoder)
{
    // a longer list is searched by typing
    private const int LongList = 12;

    private readonly string id = field.Id;
    private readonly string value = field.Value ?? "";
    private readonly List<Breach> breaches = [.. field.Breaches.Where(b => b.Field == field.Name)];

    public void Write()
    {
        var grouped = field.Kind is FieldKind.Region or FieldKind.YesNo;
        Raw(grouped ? "<fieldset class=\"field" : "<div class=\"field");
        Raw(field.Wide || field.Kind == FieldKind.Region ? " full" : "");
        Raw(breaches.Count > 0 ? " is-err\">" : "\">");
        WriteLabel(grouped);
        WriteControl();
        WriteKept();
        WriteHints();
        WriteErrors();
        Raw(grouped ? "</fieldset>" : "</div>");
    }

    private void WriteLabel(bool grouped)
    {
        Raw(grouped ? "<legend class=\"form-label" : "<label class=\"form-label");
        Raw(field.Optional ? " opt\"" : "\"");
        if (!grouped)
        {
            Attribute("for", id);
        }

        Raw(">");
        Text(field.Label);
        Raw(grouped ? "</legend>" : "</label>");
    }

    private void WriteControl()
    {
        switch (field.Kind)
        {
            case FieldKind.LongText:
                WriteLongText();
                break;
            case FieldKind.Code:
                WriteChoices();
                break;
            case FieldKind.Region:
                RegionPicker.Write(writer, encoder, value, () => WriteCommon("form-select"));
                break;
            case FieldKind.YesNo:
                WriteYesNo();
                break;
            case FieldKind.Money or FieldKind.Number or FieldKind.WholeNumber:
                WriteNumber();
                break;
            default:
                WriteText();
                break;
        }
    }

    private void WriteText()
    {
        Raw("<input type=\"");
        Raw(field.Type);
        Raw("\"");
        WriteCommon("form-control");
        Attribute("value", field.Type == "password" ? "" : value);
        Raw(field.Kind switch
        {
            FieldKind.Date => " inputmode=\"numeric\" autocomplete=\"off\" placeholder=\"2021-03-01\" data-date",
            FieldKind.ProjectNumber => " inputmode=\"numeric\" autocomplete=\"off\"",
            FieldKind.Phone => " inputmode=\"tel\"",
            FieldKind.IdNumber or FieldKind.CreditCode or FieldKind.ProjectCode => " autocomplete=\"off\" spellcheck=\"false\"",
            _ => "",
        });
        // what is too long is refused with a word, not cut off while pasting
        Raw(">");
    }

    private void WriteNumber()
    {
        var unit = field.Unit ?? (field.Kind == FieldKind.Money ? "万元" : null);
        Raw(unit is null ? "" : "<div class=\"unit\">");
        Raw("<input type=\"text\"");
        WriteCommon("form-control");
        Attribute("value", value);
        Raw(field.Kind == FieldKind.WholeNumber ? " inputmode=\"numeric\" autocomplete=\"off\"" : " inputmode=\"decimal\" autocomplete=\"off\"");
        if (field.Kind == FieldKind.Money)
        {
            Attribute("data-money-words", id + "-words");
        }

        Raw(">");
        if (unit is not null)
        {
            Raw("<span>");
            Text(unit);
            Raw("</span></div>");
        }

        if (field.Kind == FieldKind.Money)
        {
            Raw("<div class=\"hint\"");
            Attribute("id", id + "-words");
            Raw("></div>");
        }
    }

    private void WriteLongText()
    {
        Raw("<textarea rows=\"3\"");
        WriteCommon("form-control");
        Attribute("data-count", id + "-count");
        Attribute("data-max", field.MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // a line end after the tag belongs to the tag, so that one at the beginning of the text survives
        Raw(">\n");
        Text(value);
        Raw("</textarea><div class=\"hint\"");
        Attribute("id", id + "-count");
        Raw($">最多 {field.MaxLength} 字</div>");
    }

    private void WriteChoices()
    {
        Raw("<select");
        WriteCommon("form-select");
        if (field.GroupedBy is { } other)
        {
            Attribute("data-grouped-by", FieldId.Of(other.Name));
        }

        Raw(field.Choices.Count > LongList ? " data-combobox>" : ">");
        Raw("<option value=\"\">请选择</option>");
        var known = value.Length == 0;
        foreach (var choice in field.Choices)
        {
            known |= choice.Value == value;
            WriteOption(choice);
        }

        if (!known)
        {
            WriteOption(new(value, value));
        }

        Raw("</select>");
    }

    private void WriteOption(Choice choice)
    {
        Raw("<option");
        Attribute("value", choice.Value);
        if (choice.Group is not null && field.GroupedBy is not null)
        {
            Attribute("data-group", choice.Group);
        }

        Raw(choice.Value == value ? " selected>" : ">");
        Text(choice.Text);
        Raw("</option>");
    }

    private void WriteYesNo()
    {
        Raw("<div class=\"seg\">");
        foreach (var (code, word) in new[] { ("1", "是"), ("0", "否") })
        {
            Raw("<label class=\"o\"><input type=\"radio\"");
            Attribute("id", code == "1" ? id : id + "-no");
            Attribute("name", field.Name);
            Attribute("value", code);
            Raw(value == code ? " checked" : "");
            Raw(field.ReadOnly ? " disabled>" : ">");
            Raw(word);
            Raw("</label>");
        }

        Raw("</div>");
    }

    private void WriteCommon(string css)
    {
        Attribute("class", css);
        Attribute("id", id);
        Attribute("name", field.Name);
        if (field.Autocomplete is not null)
        {
            Attribute("autocomplete", field.Autocomplete);
        }

        var described = (breaches.Count > 0 ? id + "-error " : "") + (field.Hint is not null ? id + "-hint" : "");
        if (described.Length > 0)
        {
            Attribute("aria-describedby", described.TrimEnd());
        }

        Raw(breaches.Count > 0 ? " aria-invalid=\"true\"" : "");
        Raw(!field.ReadOnly ? "" : field.Kind is FieldKind.Code or FieldKind.Region ? " disabled" : " readonly");
    }

    // a disabled control is not sent with the form
    private void WriteKept()
    {
        if (field is { ReadOnly: true, Kind: FieldKind.Code or FieldKind.Region or FieldKind.YesNo })
        {
            Raw("<input type=\"hidden\"");
            Attribute("name", field.Name);
            Attribute("value", value);
            Raw(">");
        }
    }

    private void WriteHints()
    {
        if (field.Hint is not null)
        {
            Raw("<div class=\"hint\"");
            Attribute("id", id + "-hint");
            Raw(">");
            Text(field.Hint);
            Raw("</div>");
        }

        if (field.Was is not null)
        {
            Raw("<div class=\"was\">原为 ");
            Raw(field.Was.Length > 0 ? "<del>" : "");
            Text(field.Was.Length > 0 ? field.Was : "空");
            Raw(field.Was.Length > 0 ? "</del></div>" : "</div>");
        }

        if (field.Origin is not null)
        {
            Raw("<div class=\"from\">");
            Text(field.Origin);
            Raw("</div>");
        }
    }

    private void WriteErrors()
    {
        if (breaches.Count == 0)
        {
            return;
        }

        Raw("<div");
        Attribute("id", id + "-error");
        Raw(">");
        foreach (var breach in breaches)
        {
            Raw("<div class=\"err\">");
            Text(breach.Message);
            if (breach.Suggestion is not null && !field.ReadOnly)
            {
                Raw(" <button type=\"button\" class=\"btn btn-outline-danger btn-sm\"");
                Attribute("data-adopt", id);
                Attribute("data-value", breach.Suggestion);
                Attribute("aria-label", $"采用 {breach.Suggestion}");
                Raw(">采用</button>");
            }

            Raw("</div>");
        }

        Raw("</div>");
    }

    private void Raw(string html) => writer.Write(html);

    private void Text(string text) => encoder.Encode(writer, text);

    private void Attribute(string name, string text)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, text);
        writer.Write('"');
    }
}
