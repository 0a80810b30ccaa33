namespace PerformanceRecords.Domain.Records;

/// <summary>施工图审查: one drawing review and its certificate.</summary>
[Section(Sections.DrawingReview, "TBProjectCensorInfo", RowNoun = "施工图审查", MaxRows = 20, NumberLetters = "TX")]
public sealed class DrawingReview
{
    [Field("ProvinceCensorNum", "施工图审查合格书编号", MaxLength = 100, RowKey = true, Group = "审查合格书", Hint = "照合格书填写，4–100 个字")]
    public string? ProvinceCensorNum { get; init; }

    [Field("CensorEDate", "审查完成日期", FieldKind.Date, Group = "审查合格书", Hint = "格式 2021-01-22")]
    public DateOnly? CensorEDate { get; init; }

    [Field("CensorCorpName", "施工图审查机构名称", Group = "审查合格书")]
    public string? CensorCorpName { get; init; }

    [Field("CensorCorpCode", "施工图审查机构统一社会信用代码", FieldKind.CreditCode, Group = "审查合格书")]
    public string? CensorCorpCode { get; init; }

    [Field("PrjSize", "建设规模", FieldKind.LongText, MaxLength = 500, Group = "审查合格书")]
    public string? PrjSize { get; init; }

    [Field("OneCensorIsPass", "一次审查是否通过", FieldKind.YesNo, Group = "一次审查")]
    public bool? OneCensorIsPass { get; init; }

    [Field("OneCensorWfqtCount", "一次审查时违反强条数", FieldKind.WholeNumber, Unit = "条", Group = "一次审查", Hint = "没有违反的填 0")]
    public int? OneCensorWfqtCount { get; init; }

    [Field("OneCensorWfqtContent", "违反的强条条目", FieldKind.LongText, MaxLength = 500, Conditional = true, Group = "一次审查", Hint = "违反强条数大于 0 的填写")]
    public string? OneCensorWfqtContent { get; init; }

    [Field("DesignCorpName", "设计单位名称", Conditional = true, Group = "勘察设计单位")]
    public string? DesignCorpName { get; init; }

    [Field("DesignCorpCode", "设计单位统一社会信用代码", FieldKind.CreditCode, Conditional = true, Group = "勘察设计单位")]
    public string? DesignCorpCode { get; init; }

    [Field("EconCorpName", "勘察单位名称", Conditional = true, Group = "勘察设计单位", Hint = "勘察单位、设计单位至少填一个")]
    public string? EconCorpName { get; init; }

    [Field("EconCorpCode", "勘察单位统一社会信用代码", FieldKind.CreditCode, Conditional = true, Group = "勘察设计单位")]
    public string? EconCorpCode { get; init; }

    [Field("isUnion", "是否联合审查", FieldKind.YesNo, Optional = true, Group = "消防和人防审查")]
    public bool? IsUnion { get; init; }

    [Field("xfCensorNo", "消防审查合格书编号", MaxLength = 50, Optional = true, Group = "消防和人防审查")]
    public string? XfCensorNo { get; init; }

    [Field("xfCensorCorpName", "消防审查机构", MaxLength = 50, Optional = true, Group = "消防和人防审查")]
    public string? XfCensorCorpName { get; init; }

    [Field("xfCensorDate", "消防审查日期", FieldKind.Date, Optional = true, Group = "消防和人防审查")]
    public DateOnly? XfCensorDate { get; init; }

    [Field("rfCensorNo", "人防审查合格书编号", MaxLength = 50, Optional = true, Group = "消防和人防审查")]
    public string? RfCensorNo { get; init; }

    [Field("rfCensorCorpName", "人防审查机构", MaxLength = 50, Optional = true, Group = "消防和人防审查")]
    public string? RfCensorCorpName { get; init; }

    [Field("rfCensorDate", "人防审查日期", FieldKind.Date, Optional = true, Group = "消防和人防审查")]
    public DateOnly? RfCensorDate { get; init; }

    [Field("CensorNum", "部平台合格书编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? CensorNum { get; init; }
}
