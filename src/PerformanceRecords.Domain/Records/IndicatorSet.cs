namespace PerformanceRecords.Domain.Records;

/// <summary>业绩技术指标: what the project counts for, per qualification item of the enterprise. The standard names no table for it; the name here is the portal's.</summary>
[Section(Sections.Indicators, "TBProjectPerformanceInfo", RowNoun = "技术指标", MaxRows = 50, NumberLetters = "YJ")]
public sealed class IndicatorSet
{
    [Field("companyName", "企业名称", MaxLength = 255, Group = "企业和资质")]
    public string? CompanyName { get; init; }

    [Field("companyCode", "企业统一社会信用代码", FieldKind.CreditCode, RowKey = true, Group = "企业和资质")]
    public string? CompanyCode { get; init; }

    [Field("APTITUDECONTENT", "业绩对应资质标准及等级", RowKey = true, Group = "企业和资质", Wide = true, Hint = "例如：市政行业（道路工程）专业甲级")]
    public string? Qualification { get; init; }

    [Field("designIndustry", "设计行业", FieldKind.Code, Table = "designIndustry", Conditional = true, Group = "企业和资质", Hint = "行业外设计业绩填写")]
    public string? DesignIndustry { get; init; }

    [Field("BDATE", "工作开始日期", FieldKind.Date, Group = "工作时间", Hint = "格式 2020-11-06")]
    public DateOnly? BDate { get; init; }

    [Field("EDATE", "工作结束日期", FieldKind.Date, Group = "工作时间", Hint = "格式 2021-01-22")]
    public DateOnly? EDate { get; init; }

    [Field("prjlevelnum", "工程等级", FieldKind.Code, Table = "prjLevel", Optional = true, Group = "规模")]
    public string? PrjLevelNum { get; init; }

    [Field("TECHPARAMINFO", "工程项目规模等级及详细技术指标", FieldKind.LongText, MaxLength = 2000, Group = "规模", Hint = "按资质标准要求的指标逐项写明数值和单位")]
    public string? TechParamInfo { get; init; }

    [Field("structuretypenum", "结构体系", FieldKind.Code, Table = "structureType", Optional = true, Group = "房屋建筑指标")]
    public string? StructureTypeNum { get; init; }

    [Field("buildArea", "建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "房屋建筑指标")]
    public decimal? BuildArea { get; init; }

    [Field("buildAreaOn", "地上建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "房屋建筑指标")]
    public decimal? BuildAreaOn { get; init; }

    [Field("buildAreaBottom", "地下建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "房屋建筑指标")]
    public decimal? BuildAreaBottom { get; init; }

    [Field("subBuildHeight", "建筑高度", FieldKind.Number, Unit = "米", Optional = true, Group = "房屋建筑指标")]
    public decimal? SubBuildHeight { get; init; }

    [Field("floorCountOn", "地上层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "房屋建筑指标")]
    public int? FloorCountOn { get; init; }

    [Field("floorCountBottom", "地下层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "房屋建筑指标")]
    public int? FloorCountBottom { get; init; }

    [Field("subProjectLength", "长度", FieldKind.Number, Unit = "米", Optional = true, Group = "市政指标", Hint = "道路、管道、管廊、隧道、桥梁的总长度")]
    public decimal? SubProjectLength { get; init; }

    [Field("subProjectSpan", "最大单跨跨度", FieldKind.Number, Unit = "米", Optional = true, Group = "市政指标")]
    public decimal? SubProjectSpan { get; init; }

    [Field("roadWidth", "道路宽度", FieldKind.Number, Unit = "米", Optional = true, Group = "市政指标")]
    public decimal? RoadWidth { get; init; }

    [Field("designSpeed", "设计速度", FieldKind.WholeNumber, Unit = "km/h", Optional = true, Group = "市政指标")]
    public int? DesignSpeed { get; init; }

    [Field("pipeDiameter", "最大管径", FieldKind.Number, Unit = "mm", Optional = true, Group = "市政指标")]
    public decimal? PipeDiameter { get; init; }

    [Field("dailyCapacity", "日处理（供应）能力", FieldKind.Number, Unit = "万m³/日", Optional = true, Group = "市政指标")]
    public decimal? DailyCapacity { get; init; }

    [Field("PERFNUM", "部平台业绩记录编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? PerfNum { get; init; }
}
