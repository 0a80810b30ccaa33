using System.Reflection;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>字段: what is known about one field of a section. Form, check, display, difference and push all read it.</summary>
public sealed class FieldDefinition
{
    private readonly PropertyInfo property;

    internal FieldDefinition(PropertyInfo property, FieldAttribute field)
    {
        this.property = property;
        Key = property.Name;
        NationalCode = field.NationalCode;
        Label = field.Label;
        Kind = field.Kind;
        MaxLength = field.MaxLength;
        Required = field is { Optional: false, Conditional: false };
        Conditional = field.Conditional;
        Table = field.Table;
        Unit = field.Unit ?? (field.Kind == FieldKind.Money ? "万元" : null);
        Hint = field.Hint;
        Group = field.Group;
        Wide = field.Wide || field.Kind == FieldKind.LongText;
        Positive = field.Positive;
        MayBeFuture = field.MayBeFuture;
        GroupedBy = field.GroupedBy;
        DocumentType = field.DocumentType;
        RowKey = field.RowKey;
    }

    /// <summary>The key in <see cref="SectionValues"/>; the name of the typed property.</summary>
    public string Key { get; }

    /// <summary>The field's name in the national data standard, as it is spelt there.</summary>
    public string NationalCode { get; }

    public string Label { get; }

    public FieldKind Kind { get; }

    public int MaxLength { get; }

    /// <summary>Always demanded.</summary>
    public bool Required { get; }

    /// <summary>Demanded only in cases the section's rules name; the form marks it neither as needed nor as optional.</summary>
    public bool Conditional { get; }

    /// <summary>Name of the code table, for <see cref="FieldKind.Code"/>.</summary>
    public string? Table { get; }

    public CodeTable? CodeTable => Table is null ? null : CodeTables.Get(Table);

    public string? Unit { get; }

    public string? Hint { get; }

    /// <summary>Heading under which the form groups the field.</summary>
    public string? Group { get; }

    /// <summary>Spans the whole width of the form.</summary>
    public bool Wide { get; }

    public bool Positive { get; }

    public bool MayBeFuture { get; }

    /// <summary>Key of the field whose code limits the items of this one to a group.</summary>
    public string? GroupedBy { get; }

    /// <summary>Key of the field that says which document an identity number is of.</summary>
    public string? DocumentType { get; }

    /// <summary>Part of what tells the rows of a section apart.</summary>
    public bool RowKey { get; }

    internal void Set(object row, object? value) => property.SetValue(row, value);
}
