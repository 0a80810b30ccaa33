using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Tests.Records;

/// <summary>A believable, sound record: the utility tunnel of the drawings.</summary>
internal static class A
{
    public const string Builder = "9132010072605813X1";
    public const string Designer = "913201001348502395";
    public const string Surveyor = "91320100608913735R";
    public const string Reviewer = "913201004260923506";

    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly SectionValues Basic = SectionValues.Of(
        ("PrjName", "长江路综合管廊工程（二期）"), ("PrjNum", "3201022010150201"), ("PrjCode", "2020-320102-48-01-528817"),
        ("PrjTypeNum", "02"), ("PrjFunctionNum", "099"), ("PrjPropertyNum", "001"),
        ("BuildCorpName", "南京江河市政建设发展有限公司"), ("BuildCorpCode", Builder), ("CountyNum", "320102"),
        ("AllInvest", "12680.5"), ("BDate", "2021-03-01"), ("EDate", "2022-03-15"));

    public static readonly SectionValues Contract = SectionValues.Of(
        ("RecordName", "长江路综合管廊工程（二期）设计"), ("ContractNum", "HY-2020-S-0117"), ("ContractTypeNum", "200"), ("ContractDate", "2020-11-06"),
        ("ContractMoney", "386"), ("PropietorCorpName", "南京江河市政建设发展有限公司"), ("ContractorCorpName", "江苏衡岳建筑设计研究院有限公司"),
        ("ContractorCorpCode", Designer), ("PrjHead", "刘喆"));

    public static readonly SectionValues DrawingReview = SectionValues.Of(
        ("ProvinceCensorNum", "苏图审S2021-0093号"), ("CensorEDate", "2021-01-22"), ("CensorCorpName", "南京城建施工图审查中心"), ("CensorCorpCode", Reviewer),
        ("PrjSize", "两舱管廊 2860 米"), ("OneCensorIsPass", "1"), ("OneCensorWfqtCount", "0"),
        ("DesignCorpName", "江苏衡岳建筑设计研究院有限公司"), ("DesignCorpCode", Designer));

    public static readonly SectionValues Permit = SectionValues.Of(
        ("BuilderLicenceName", "长江路综合管廊工程（二期）"), ("ProvinceLicenceNo", "320102202102260102"), ("IssueCertDate", "2021-02-26"), ("Length", "2860"),
        ("EconCorpName", "南京勘测院"), ("EconCorpCode", Surveyor), ("DesignCorpName", "江苏衡岳建筑设计研究院有限公司"), ("DesignCorpCode", Designer),
        ("ConsCorpName", "南京市政工程有限公司"), ("SuperCorpName", "南京建设监理有限公司"));

    public static readonly SectionValues Acceptance = SectionValues.Of(
        ("PrjFinishName", "长江路综合管廊工程（二期）"), ("BuilderLicenceNum", "320102202102260102"), ("BDate", "2021-03-01"), ("EDate", "2022-03-15"),
        ("FactCost", "12455.8"), ("Length", "2860"));

    public static readonly SectionValues Indicators = SectionValues.Of(
        ("CompanyName", "江苏衡岳建筑设计研究院有限公司"), ("CompanyCode", Designer), ("Qualification", "市政行业（道路工程）专业甲级"),
        ("BDate", "2020-11-06"), ("EDate", "2021-01-22"), ("TechParamInfo", "大型；综合管廊 2860 米，两舱"), ("SubProjectLength", "2860"));

    public static readonly SectionValues Personnel = SectionValues.Of(
        ("UserName", "刘喆"), ("IDCardTypeNum", "1"), ("IDCard", "11010519491231002X"), ("CorpKind", "3"), ("CorpName", "江苏衡岳建筑设计研究院有限公司"),
        ("PrjDuty", "001"), ("SpecialtyTypNum", "10"));

    public static readonly SectionValues UnitWorks = SectionValues.Of(
        ("SubProjectName", "主线管廊"), ("StructureTypeNum", "099"), ("SubProjectLength", "2860"));

    public static readonly IReadOnlyDictionary<Sections, SectionValues> Record = new Dictionary<Sections, SectionValues>
    {
        [Sections.Basic] = Basic,
        [Sections.Contract] = Contract,
        [Sections.DrawingReview] = DrawingReview,
        [Sections.Permit] = Permit,
        [Sections.Acceptance] = Acceptance,
        [Sections.Indicators] = Indicators,
        [Sections.Personnel] = Personnel,
        [Sections.UnitWorks] = UnitWorks,
    };

    public static readonly SectionContext Alone = new(Today);

    public static SectionContext Within(Sector? sector = null, bool completed = true) => new(Today, sector, Record, completed);

    /// <summary>The same content with some fields changed; an empty text leaves the field out.</summary>
    public static SectionValues With(this SectionValues values, params (string Key, string Text)[] changes)
    {
        var row = values.Rows[0].ToDictionary(f => f.Key, f => f.Value);
        foreach (var (key, text) in changes)
        {
            row[key] = text;
        }

        return new([row]);
    }

    public static SectionValues And(this SectionValues values, SectionValues more) => new([.. values.Rows, .. more.Rows]);

    public static SectionReading Read(Sections section, SectionValues values, SectionContext? context = null) =>
        SectionDefinitions.Of(section).Read(values, context ?? Alone);
}
