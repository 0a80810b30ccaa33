using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FluentValidation;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;
using ValidationResult = FluentValidation.Results.ValidationResult;

namespace PerformanceRecords.Domain.Records;

/// <summary>环节的定义: what a section asks for, how its text is read and judged, and how it is shown. Get one from <see cref="SectionDefinitions"/>.</summary>
public sealed class SectionDefinition
{
    private readonly Dictionary<string, FieldDefinition> byKey;
    private readonly Func<object> newRow;
    private readonly Func<object, SectionContext, ValidationResult> judge;

    private SectionDefinition(Type rowType, SectionAttribute section, Func<object> newRow, Func<object, SectionContext, ValidationResult> judge)
    {
        (RowType, this.newRow, this.judge) = (rowType, newRow, judge);
        Section = section.Section;
        NationalTable = section.NationalTable;
        NumberLetters = section.NumberLetters;
        RowNoun = section.RowNoun ?? "";
        MaxRows = section.MaxRows;
        Title = typeof(Sections).GetField(Section.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;
        Fields = [.. rowType.GetProperties()
            .Select(property => (property, attribute: property.GetCustomAttribute<FieldAttribute>()))
            .Where(p => p.attribute is not null)
            .OrderBy(p => Array.IndexOf(section.Groups, p.attribute!.Group)).ThenBy(p => p.property.MetadataToken)
            .Select(p => new FieldDefinition(p.property, p.attribute!))];
        byKey = Fields.ToDictionary(f => f.Key);
    }

    public Sections Section { get; }

    public string Title { get; }

    /// <summary>What one row is called; empty for a section of one row.</summary>
    public string RowNoun { get; }

    public bool Repeats => RowNoun.Length > 0;

    /// <summary>How many rows the platform takes at most.</summary>
    public int MaxRows { get; }

    public string NationalTable { get; }

    /// <summary>The letters in the national number of a row (TX, SX, JX, YJ); null where they depend on the row, or there is no such number.</summary>
    public string? NumberLetters { get; }

    public Type RowType { get; }

    public IReadOnlyList<FieldDefinition> Fields { get; }

    public FieldDefinition? Field(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The path of a field in a <see cref="Breach"/>: Basic.PrjName, or Contract[1].ContractMoney.</summary>
    public string PathOf(int row, string key) => Repeats ? $"{Section}[{row}].{key}" : $"{Section}.{key}";

    /// <summary>Whether a path as <see cref="PathOf"/> writes them leads into this section.</summary>
    public bool Owns(string path)
    {
        var name = Section.ToString();
        return path.StartsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[name.Length] is '.' or '[');
    }

    /// <summary>Reads what was typed into canonical text and typed rows, and says what is wrong with it. Never throws over content.</summary>
    public SectionReading Read(SectionValues raw, SectionContext context) =>
        new SectionReader(this, context, newRow, judge).Read(raw);

    /// <summary>What differs between two contents of this section. Sealed texts must be opened first: sealing twice gives two texts.</summary>
    public IReadOnlyList<FieldChange> Differences(SectionValues old, SectionValues @new) => SectionDifference.Of(this, old, @new);

    /// <summary>Which row of one content is which row of another; null on a side where it is not there. Sealed texts must be opened first.</summary>
    public IReadOnlyList<(int? Old, int? New)> Match(SectionValues old, SectionValues @new) => [.. SectionDifference.Match(this, old, @new)];

    /// <summary>How a stored text is shown, without its unit: names for codes, separators in amounts, identity numbers masked.</summary>
    public static string Display(FieldDefinition field, string text) => field.Kind switch
    {
        _ when text.Length == 0 => "",
        FieldKind.Code => field.CodeTable!.Find(text)?.Name ?? text,
        FieldKind.Region => Regions.FullName(text),
        FieldKind.Money => Grouped(text, "#,##0.00##"),
        FieldKind.Number or FieldKind.WholeNumber => Grouped(text, "#,##0.####"),
        FieldKind.YesNo => text switch { "1" => "是", "0" => "否", _ => text },
        FieldKind.IdNumber when text.Length > field.MaxLength => "已加密保存",
        FieldKind.IdNumber => IdNumber.Mask(text),
        _ => text,
    };

    internal static SectionDefinition For<T>(Func<SectionValidator<T>> validator)
        where T : new()
    {
        // rules compile expressions: built when a section is first read, not when its form is first drawn
        var rules = new Lazy<SectionValidator<T>>(validator);
        return new(typeof(T), typeof(T).GetCustomAttribute<SectionAttribute>()!, () => new T(), (row, context) =>
        {
            var validation = new ValidationContext<T>((T)row);
            validation.RootContextData[SectionValidator<T>.ContextKey] = context;
            return rules.Value.Validate(validation);
        });
    }

    private static string Grouped(string text, string format) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(format, CultureInfo.InvariantCulture) : text;
}
