namespace PerformanceRecords.Domain.Records;

/// <summary>How a field is entered, checked, shown and sent.</summary>
public enum FieldKind
{
    Text,
    LongText,

    /// <summary>One item of a code table; the stored text is its code.</summary>
    Code,

    /// <summary>A county-level region, six digits.</summary>
    Region,

    /// <summary>Stored as yyyy-MM-dd.</summary>
    Date,

    /// <summary>万元, four decimals at most.</summary>
    Money,

    /// <summary>A decimal with the unit the field names.</summary>
    Number,

    WholeNumber,

    /// <summary>是/否, stored as 1/0.</summary>
    YesNo,

    /// <summary>项目编号, 16 digits.</summary>
    ProjectNumber,

    /// <summary>项目代码 of the investment platform, 24 characters.</summary>
    ProjectCode,

    /// <summary>统一社会信用代码, or the legacy organisation code on old documents.</summary>
    CreditCode,

    /// <summary>A person's identity number: sealed at rest, masked on screen.</summary>
    IdNumber,

    Phone,

    /// <summary>环节编号 given by the national platform.</summary>
    SectionNumber,

    /// <summary>施工许可证编号: 18 digits, or the free text of older certificates.</summary>
    PermitNumber,
}

/// <summary>One field of a section: its name in the national data standard, its label, and the shape of its text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string nationalCode, string label, FieldKind kind = FieldKind.Text) : Attribute
{
    /// <summary>The field's name in the national data standard, such as PrjNum; kept as it is spelt there.</summary>
    public string NationalCode { get; } = nationalCode;

    public string Label { get; } = label;

    public FieldKind Kind { get; } = kind;

    public int MaxLength { get; init; } = 200;

    public bool Optional { get; init; }

    /// <summary>Asked for only in cases that the section's rules name: neither demanded always nor marked as optional.</summary>
    public bool Conditional { get; init; }

    /// <summary>More than zero, for amounts and numbers that cannot be nil.</summary>
    public bool Positive { get; init; }

    /// <summary>A planned date; every other date lies in the past or is today.</summary>
    public bool MayBeFuture { get; init; }

    /// <summary>Key of the field whose code the item's group must fit: 工程用途 fits 项目分类.</summary>
    public string? GroupedBy { get; init; }

    /// <summary>Key of the field that says which document an <see cref="FieldKind.IdNumber"/> is of; resident identity card without it.</summary>
    public string? DocumentType { get; init; }

    /// <summary>Part of what tells the rows of a section apart; two rows may not agree in all such fields.</summary>
    public bool RowKey { get; init; }

    /// <summary>Name of the code table, for <see cref="FieldKind.Code"/>.</summary>
    public string? Table { get; init; }

    public string? Unit { get; init; }

    public string? Hint { get; init; }

    /// <summary>Heading under which the form groups the field.</summary>
    public string? Group { get; init; }

    /// <summary>Spans the whole width of the form.</summary>
    public bool Wide { get; init; }
}
