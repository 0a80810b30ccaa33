namespace PerformanceRecords.DataStandard;

/// <summary>环节 as the platforms name them, and what must be on file before each.</summary>
/// <param name="Slug">The name in addresses and schema files.</param>
/// <param name="Title">The name on pages.</param>
/// <param name="After">Sections without which this one is refused.</param>
/// <param name="NumberFields">Fields whose value may belong to one project only.</param>
public sealed record SectionName(string Slug, string Title, string[] After, string[] NumberFields);

/// <summary>All sections, in the order in which the public page lists them.</summary>
public static class SectionNames
{
    public static readonly IReadOnlyList<SectionName> All =
    [
        new("basic", "工程基本信息", [], ["PrjInnerNum"]),
        new("contracts", "合同信息", ["basic"], ["RecordNum", "RecordInnerNum"]),
        new("drawing-review", "施工图审查", ["basic"], ["CensorNum", "ProvinceCensorNum", "CensorInnerNum"]),
        new("permits", "施工许可", ["basic"], ["BuilderLicenceNum", "provinceLicenceNo", "BuilderLicenceInnerNum"]),
        new("acceptance", "竣工验收", ["basic"], ["PrjFinishNum", "ProvincePrjFinishNum", "PrjFinishInnerNum"]),
        new("personnel", "人员", ["basic"], ["UserInnerNum"]),
        new("unit-works", "单体工程", ["basic"], ["UnitInnerNum"]),
        new("indicators", "业绩技术指标", ["basic"], ["PERFNUM", "PerfInnerNum"]),
    ];

    public static SectionName? Find(string slug) => All.FirstOrDefault(s => s.Slug == slug);
}
