namespace PerformanceRecords.Domain.Records;

/// <summary>单体: one building or structure of the project.</summary>
[Section(Sections.UnitWorks, "TBUnitProjectInfo", RowNoun = "单体", MaxRows = 200)]
public sealed class UnitWork
{
    [Field("subProjectName", "单体名称", Group = "单体", RowKey = true)]
    public string? SubProjectName { get; init; }

    [Field("unitCode", "单体编码", MaxLength = 50, Optional = true, Group = "单体")]
    public string? UnitCode { get; init; }

    [Field("prjlevelnum", "工程等级", FieldKind.Code, Table = "prjLevel", Optional = true, Group = "单体")]
    public string? PrjLevelNum { get; init; }

    [Field("structuretypenum", "结构体系", FieldKind.Code, Table = "structureType", Optional = true, Group = "单体")]
    public string? StructureTypeNum { get; init; }

    [Field("invest", "工程总造价", FieldKind.Money, Optional = true, Group = "单体")]
    public decimal? Invest { get; init; }

    [Field("buildArea", "建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "规模")]
    public decimal? BuildArea { get; init; }

    [Field("floorbuildarea", "地上建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "规模")]
    public decimal? BuildAreaOn { get; init; }

    [Field("buildAreaBottom", "地下建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "规模")]
    public decimal? BuildAreaBottom { get; init; }

    [Field("subBuildHeight", "建筑高度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? SubBuildHeight { get; init; }

    [Field("buildHigh", "构筑物高度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? BuildHigh { get; init; }

    [Field("floorCountOn", "地上层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "规模")]
    public int? FloorCountOn { get; init; }

    [Field("floorCountBottom", "地下层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "规模")]
    public int? FloorCountBottom { get; init; }

    [Field("subProjectLength", "长度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? SubProjectLength { get; init; }

    [Field("subProjectSpan", "跨度", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? SubProjectSpan { get; init; }

    [Field("singleSpanConcreteLength", "单跨（钢筋混凝土结构）", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? SingleSpanConcreteLength { get; init; }

    [Field("singleSpanHeavySteelLength", "单跨（重钢结构）", FieldKind.Number, Unit = "米", Optional = true, Group = "规模")]
    public decimal? SingleSpanHeavySteelLength { get; init; }

    [Field("defenceBottomArea", "人防地下室面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "规模")]
    public decimal? DefenceBottomArea { get; init; }

    [Field("unitNumber", "住宅套数", FieldKind.WholeNumber, Unit = "户", Optional = true, Group = "规模")]
    public int? UnitNumber { get; init; }

    [Field("subScale", "工程规模", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "规模")]
    public string? SubScale { get; init; }

    [Field("earthquakeIntensity", "抗震设防烈度", FieldKind.Code, Table = "seismicIntensity", Optional = true, Group = "特性")]
    public string? EarthquakeIntensity { get; init; }

    [Field("isShockisolationBuilding", "是否减隔震建筑", FieldKind.YesNo, Optional = true, Group = "特性")]
    public bool? IsShockisolationBuilding { get; init; }

    [Field("isSuperHighBuild", "是否超限高层", FieldKind.YesNo, Optional = true, Group = "特性")]
    public bool? IsSuperHighBuild { get; init; }

    [Field("isAssembling", "是否装配式", FieldKind.YesNo, Optional = true, Group = "特性")]
    public bool? IsAssembling { get; init; }

    [Field("isGreen", "是否绿色建筑", FieldKind.YesNo, Optional = true, Group = "特性")]
    public bool? IsGreen { get; init; }

    [Field("greenLevel", "绿色建筑等级", FieldKind.Code, Table = "greenLevel", Conditional = true, Group = "特性", Hint = "绿色建筑填写")]
    public string? GreenLevel { get; init; }

    [Field("memo", "其他", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "特性")]
    public string? Memo { get; init; }
}
