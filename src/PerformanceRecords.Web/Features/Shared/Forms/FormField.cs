using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Shared.Forms;

/// <summary>
/// One field of a form: label, control, hint, and what is wrong with it beside it. Used as <c>@FormField.For(…)</c> for the fields of a
/// section, or with an initialiser for any other form: <c>@(new FormField("Phone", "手机号", form.Phone) { Kind = FieldKind.Phone })</c>.
/// </summary>
public sealed record FormField(string Name, string Label, string? Value) : IHtmlContent
{
    public FieldKind Kind { get; init; }

    public string? Hint { get; init; }

    public string? Unit { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>Marked 选填; everything else must be filled in.</summary>
    public bool Optional { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Spans the whole width of the form.</summary>
    public bool Wide { get; init; }

    /// <summary>The choices of a <see cref="FieldKind.Code"/> field.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Name of the field whose value limits the choices to those of its group, and its value now.</summary>
    public (string Name, string Value)? GroupedBy { get; init; }

    /// <summary>Where the value came from, when the portal filled it in: 来自补录申请.</summary>
    public string? Origin { get; init; }

    /// <summary>What the field said before a correction changed it; empty where it was blank, null where nothing is to be said.</summary>
    public string? Was { get; init; }

    /// <summary>password, search…; text where nothing else is said.</summary>
    public string Type { get; init; } = "text";

    public string? Autocomplete { get; init; }

    public IReadOnlyCollection<Breach> Breaches { get; init; } = [];

    public string Id => FieldId.Of(Name);

    /// <summary>A field of a section. The name is the one its breaches carry, such as <c>Contract[1].ContractMoney</c>.</summary>
    /// <param name="group">The value of the field that <see cref="FieldDefinition.GroupedBy"/> names.</param>
    public static FormField For(FieldDefinition field, string name, string value, IReadOnlyCollection<Breach> breaches, string group = "") =>
        new(name, field.Label, value)
        {
            Kind = field.Kind,
            Hint = field.Hint,
            Unit = field.Unit,
            MaxLength = field.MaxLength,
            Optional = field is { Required: false, Conditional: false },
            Wide = field.Wide,
            Choices = field.CodeTable is { } table ? Choice.Of(table, value) : [],
            GroupedBy = field.GroupedBy is { } other ? (Sibling(name, other), group) : null,
            Breaches = breaches,
        };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => new FieldWriter(this, writer, encoder).Write();

    /// <summary>The name of another field of the same row.</summary>
    private static string Sibling(string name, string key) => name[..(name.LastIndexOf('.') + 1)] + key;
}
