namespace PerformanceRecords.Domain.Records;

/// <summary>施工许可: one construction permit.</summary>
[Section(Sections.Permit, "TBBuilderLicenceManage", RowNoun = "施工许可证", MaxRows = 20, NumberLetters = "SX")]
public sealed class ConstructionPermit
{
    [Field("BuilderLicenceName", "工程名称", Group = "许可证", Wide = true, Hint = "照许可证填写")]
    public string? BuilderLicenceName { get; init; }

    [Field("provinceLicenceNo", "施工许可证编号", FieldKind.PermitNumber, MaxLength = 100, RowKey = true, Group = "许可证", Hint = "电子证照为 18 位数字；旧证照照原样填写")]
    public string? ProvinceLicenceNo { get; init; }

    [Field("IssueCertDate", "发证日期", FieldKind.Date, Group = "许可证", Hint = "格式 2021-02-26")]
    public DateOnly? IssueCertDate { get; init; }

    [Field("ContractMoney", "合同金额", FieldKind.Money, Optional = true, Group = "规模")]
    public decimal? ContractMoney { get; init; }

    [Field("Area", "面积", FieldKind.Number, Unit = "㎡", Conditional = true, Group = "规模", Hint = "房屋建筑填面积；市政工程填长度、跨度")]
    public decimal? Area { get; init; }

    [Field("LENGTH", "长度", FieldKind.Number, Unit = "米", Conditional = true, Group = "规模")]
    public decimal? Length { get; init; }

    [Field("SPAN", "跨度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? Span { get; init; }

    [Field("PrjSize", "建设规模", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "规模")]
    public string? PrjSize { get; init; }

    [Field("BeginDate", "计划开工日期", FieldKind.Date, MayBeFuture = true, Optional = true, Group = "规模")]
    public DateOnly? BeginDate { get; init; }

    [Field("EndDate", "计划竣工日期", FieldKind.Date, MayBeFuture = true, Optional = true, Group = "规模")]
    public DateOnly? EndDate { get; init; }

    [Field("EconCorpName", "勘察单位名称", Group = "参建单位")]
    public string? EconCorpName { get; init; }

    [Field("EconCorpCode", "勘察单位统一社会信用代码", FieldKind.CreditCode, Group = "参建单位")]
    public string? EconCorpCode { get; init; }

    [Field("DesignCorpName", "设计单位名称", Group = "参建单位")]
    public string? DesignCorpName { get; init; }

    [Field("DesignCorpCode", "设计单位统一社会信用代码", FieldKind.CreditCode, Group = "参建单位")]
    public string? DesignCorpCode { get; init; }

    [Field("ConsCorpName", "施工单位名称", Group = "参建单位")]
    public string? ConsCorpName { get; init; }

    [Field("ConsCorpCode", "施工单位统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "参建单位")]
    public string? ConsCorpCode { get; init; }

    [Field("SuperCorpName", "监理单位名称", Group = "参建单位")]
    public string? SuperCorpName { get; init; }

    [Field("SuperCorpCode", "监理单位统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "参建单位")]
    public string? SuperCorpCode { get; init; }

    [Field("ConstructorName", "项目经理", MaxLength = 50, Optional = true, Group = "参建单位")]
    public string? ConstructorName { get; init; }

    [Field("SupervisionName", "总监理工程师", MaxLength = 50, Optional = true, Group = "参建单位")]
    public string? SupervisionName { get; init; }

    [Field("BuilderLicenceNum", "部平台许可证编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? BuilderLicenceNum { get; init; }
}
