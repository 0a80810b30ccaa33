namespace PerformanceRecords.Domain.Records;

/// <summary>业绩技术指标: what the project counts for, per qualification item of the enterprise. The standard names no table for it; the name here is the portal's.</summary>
/// <remarks>What every kind of works says; the figures of each kind stand in a file of their own.</remarks>
[Section(
    Sections.Indicators, "TBProjectPerformanceInfo", RowNoun = "技术指标", MaxRows = 50, NumberLetters = "YJ",
    Groups = [
        "企业和资质", "工作时间", "规模", "房屋建筑指标", "市政指标", "岩土勘察指标", "测量和监测指标",
        "公路和铁路指标", "电力指标", "水利和水电指标", "工业和矿山指标", "水运、海洋和民航指标", "通信和广电指标", "部平台编号",
    ])]
public sealed partial class IndicatorSet
{
    [Field("companyName", "企业名称", MaxLength = 255, Group = "企业和资质")]
    public string? CompanyName { get; init; }

    [Field("companyCode", "企业统一社会信用代码", FieldKind.CreditCode, RowKey = true, Group = "企业和资质")]
    public string? CompanyCode { get; init; }

    [Field("APTITUDECONTENT", "业绩对应资质标准及等级", RowKey = true, Group = "企业和资质", Wide = true, Hint = "例如：市政行业（道路工程）专业甲级")]
    public string? Qualification { get; init; }

    [Field("designIndustry", "设计行业", FieldKind.Code, Table = "designIndustry", Conditional = true, Group = "企业和资质", Hint = "行业外设计业绩填写")]
    public string? DesignIndustry { get; init; }

    [Field("CorpRoleNum", "企业承担角色", FieldKind.Code, Table = "corpRole", Optional = true, Group = "企业和资质")]
    public string? CorpRoleNum { get; init; }

    [Field("BDATE", "工作开始日期", FieldKind.Date, Group = "工作时间", Hint = "格式 2020-11-06")]
    public DateOnly? BDate { get; init; }

    [Field("EDATE", "工作结束日期", FieldKind.Date, Group = "工作时间", Hint = "格式 2021-01-22")]
    public DateOnly? EDate { get; init; }

    [Field("prjlevelnum", "工程等级", FieldKind.Code, Table = "prjLevel", Optional = true, Group = "规模")]
    public string? PrjLevelNum { get; init; }

    [Field("TECHPARAMINFO", "工程项目规模等级及详细技术指标", FieldKind.LongText, MaxLength = 2000, Group = "规模", Hint = "不填时按下面的指标自动写成；可改")]
    public string? TechParamInfo { get; init; }

    [Field("PERFNUM", "部平台业绩记录编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? PerfNum { get; init; }
}
