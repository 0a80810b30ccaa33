namespace PerformanceRecords.Domain.Records;

/// <summary>竣工验收: the acceptance of the completed works.</summary>
[Section(Sections.Acceptance, "TBProjectFinishManage", NumberLetters = "JX")]
public sealed class CompletionAcceptance
{
    [Field("PrjFinishName", "工程名称", Group = "验收", Wide = true, Hint = "照竣工验收证明填写")]
    public string? PrjFinishName { get; init; }

    [Field("ProvincePrjFinishNum", "竣工验收备案编号", MaxLength = 50, Optional = true, Group = "验收", Hint = "照备案表填写")]
    public string? ProvincePrjFinishNum { get; init; }

    [Field("BuilderLicenceNum", "施工许可证编号", FieldKind.PermitNumber, MaxLength = 100, Group = "验收")]
    public string? BuilderLicenceNum { get; init; }

    [Field("BDate", "实际开工日期", FieldKind.Date, Group = "验收", Hint = "格式 2021-03-01")]
    public DateOnly? BDate { get; init; }

    [Field("EDate", "实际竣工验收日期", FieldKind.Date, Group = "验收", Hint = "格式 2022-03-15")]
    public DateOnly? EDate { get; init; }

    [Field("FactCost", "实际造价", FieldKind.Money, Group = "规模")]
    public decimal? FactCost { get; init; }

    [Field("FactArea", "实际面积", FieldKind.Number, Unit = "㎡", Conditional = true, Group = "规模", Hint = "房屋建筑填面积；市政工程填长度、跨度")]
    public decimal? FactArea { get; init; }

    [Field("LENGTH", "长度", FieldKind.Number, Unit = "米", Conditional = true, Group = "规模")]
    public decimal? Length { get; init; }

    [Field("SPAN", "跨度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? Span { get; init; }

    [Field("FactSize", "实际建设规模", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "规模")]
    public string? FactSize { get; init; }

    [Field("PrjStructureTypeNum", "结构体系", FieldKind.Code, Table = "structureType", Optional = true, Group = "规模")]
    public string? PrjStructureTypeNum { get; init; }

    [Field("QCCorpName", "质量检测机构名称", Optional = true, Group = "质量检测")]
    public string? QCCorpName { get; init; }

    [Field("QCCorpCode", "质量检测机构统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "质量检测")]
    public string? QCCorpCode { get; init; }

    [Field("Mark", "备注", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "质量检测")]
    public string? Mark { get; init; }

    [Field("PrjFinishNum", "部平台竣工验收编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? PrjFinishNum { get; init; }
}
