using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Tests;

/// <summary>Approved content of each section, as a record holds it; one valid project.</summary>
internal static class Approved
{
    public const string Enterprise = "91370211727829936R";
    public const string Client = "91530800218350951Y";
    public const string Reviewer = "91540100MA6T10ND2E";

    public static SectionValues Of(Sections section, string projectNumber) => section switch
    {
        Sections.Basic => Basic(projectNumber),
        Sections.Contract => Contracts,
        Sections.DrawingReview => DrawingReview(projectNumber),
        Sections.Permit => Permit(projectNumber),
        Sections.Acceptance => Acceptance(projectNumber),
        Sections.Personnel => Personnel,
        Sections.Indicators => Indicators,
        Sections.UnitWorks => UnitWorks,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public static SectionValues Basic(string projectNumber, string name = "河西综合医院门诊楼") => SectionValues.Of(
        ("PrjName", name), ("PrjNum", projectNumber), ("PrjTypeNum", "01"), ("PrjFunctionNum", "304"), ("PrjPropertyNum", "001"),
        ("BuildCorpName", "南京市河西新城建设发展有限公司"), ("BuildCorpCode", Client), ("CountyNum", "320105"), ("Address", "江东中路 8 号"),
        ("AllInvest", "12680.50"), ("AllArea", "45210.25"), ("PrjSize", "地上十一层，地下二层"), ("BDate", "2019-06-01"), ("EDate", "2021-11-30"));

    public static SectionValues Contracts { get; } = new(
    [
        Row(("RecordName", "门诊楼设计"), ("ContractNum", "SJ-2018-031"), ("ContractTypeNum", "200"), ("ContractDate", "2018-03-02"), ("ContractMoney", "320.5"),
            ("PropietorCorpName", "南京市河西新城建设发展有限公司"), ("PropietorCorpCode", Client), ("ContractorCorpName", "江苏省建筑设计研究院股份有限公司"),
            ("ContractorCorpCode", Enterprise), ("PrjHead", "陈晔"), ("PrjHeadPhone", "13812345678"), ("IDCard", "11010519491231002X")),
        Row(("RecordName", "岩土工程勘察"), ("ContractNum", "KC-2018-007"), ("ContractTypeNum", "100"), ("ContractDate", "2018-01-15"), ("ContractMoney", "32.8000"),
            ("PropietorCorpName", "南京市河西新城建设发展有限公司"), ("ContractorCorpName", "江苏省建筑设计研究院股份有限公司"), ("ContractorCorpCode", Enterprise), ("PrjHead", "周敏")),
    ]);

    public static SectionValues Personnel { get; } = new(
    [
        Row(("UserName", "陈晔"), ("IDCardTypeNum", "1"), ("IDCard", "11010519491231002X"), ("CorpKind", "3"), ("CorpName", "江苏省建筑设计研究院股份有限公司"),
            ("CorpCode", Enterprise), ("PrjDuty", "001"), ("SpecialtyTypNum", "09"), ("RegTypeNum", "RY_ZCLB_011"), ("UserPhone", "13812345678")),
        Row(("UserName", "李文斌"), ("IDCardTypeNum", "1"), ("IDCard", "440524188001010014"), ("CorpKind", "3"), ("CorpName", "江苏省建筑设计研究院股份有限公司"),
            ("PrjDuty", "002"), ("SpecialtyTypNum", "10")),
    ]);

    public static SectionValues Indicators { get; } = SectionValues.Of(
        ("CompanyName", "江苏省建筑设计研究院股份有限公司"), ("CompanyCode", Enterprise), ("Qualification", "建筑行业（建筑工程）甲级"), ("BDate", "2018-03-02"), ("EDate", "2021-11-30"),
        ("PrjLevelNum", "321"), ("TechParamInfo", "大型公共建筑，建筑面积 45210.25 平方米，高度 49.8 米"), ("BuildArea", "45210.25"), ("SubBuildHeight", "49.8"), ("FloorCountOn", "11"), ("FloorCountBottom", "2"));

    public static SectionValues UnitWorks { get; } = SectionValues.Of(
        ("SubProjectName", "门诊楼"), ("PrjLevelNum", "321"), ("StructureTypeNum", "004"), ("BuildArea", "45210.25"), ("BuildAreaOn", "38100.25"), ("BuildAreaBottom", "7110"),
        ("SubBuildHeight", "49.8"), ("FloorCountOn", "11"), ("FloorCountBottom", "2"), ("IsGreen", "1"), ("GreenLevel", "002"));

    private static SectionValues DrawingReview(string projectNumber) => SectionValues.Of(
        ("ProvinceCensorNum", "苏图审 " + projectNumber), ("CensorEDate", "2019-04-12"), ("CensorCorpName", "江苏省建设工程设计施工图审核中心"), ("CensorCorpCode", Reviewer),
        ("PrjSize", "建筑面积 45210.25 平方米"), ("OneCensorIsPass", "0"), ("OneCensorWfqtCount", "2"), ("OneCensorWfqtContent", "GB 50016-2014 5.5.17；6.4.1"),
        ("DesignCorpName", "江苏省建筑设计研究院股份有限公司"), ("DesignCorpCode", Enterprise), ("IsUnion", "1"), ("XfCensorNo", "苏消审 2019-118"));

    private static SectionValues Permit(string projectNumber) => SectionValues.Of(
        ("BuilderLicenceName", "河西综合医院门诊楼"), ("ProvinceLicenceNo", "苏施许 " + projectNumber), ("IssueCertDate", "2019-05-20"), ("ContractMoney", "9800"), ("Area", "45210.25"),
        ("EconCorpName", "江苏省建筑设计研究院股份有限公司"), ("EconCorpCode", Enterprise), ("DesignCorpName", "江苏省建筑设计研究院股份有限公司"), ("DesignCorpCode", Enterprise),
        ("ConsCorpName", "中建八局第三建设有限公司"), ("SuperCorpName", "江苏建科工程咨询有限公司"));

    private static SectionValues Acceptance(string projectNumber) => SectionValues.Of(
        ("PrjFinishName", "河西综合医院门诊楼"), ("ProvincePrjFinishNum", "备 " + projectNumber), ("BuilderLicenceNum", "苏施许 " + projectNumber), ("BDate", "2019-06-01"), ("EDate", "2021-11-30"),
        ("FactCost", "11980.22"), ("FactArea", "45198.7"), ("PrjStructureTypeNum", "004"));

    private static Dictionary<string, string> Row(params (string Key, string Text)[] fields) => fields.ToDictionary(f => f.Key, f => f.Text);
}
