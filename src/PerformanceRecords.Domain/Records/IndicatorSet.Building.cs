namespace PerformanceRecords.Domain.Records;

// figures of buildings
public sealed partial class IndicatorSet
{
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

    [Field("buildingSpan", "单跨最大跨度", FieldKind.Number, Unit = "米", Optional = true, Group = "房屋建筑指标")]
    public decimal? BuildingSpan { get; init; }

    [Field("floorCountOn", "地上层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "房屋建筑指标")]
    public int? FloorCountOn { get; init; }

    [Field("floorCountBottom", "地下层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "房屋建筑指标")]
    public int? FloorCountBottom { get; init; }

    [Field("maxUnitArea", "最大单体建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "房屋建筑指标")]
    public decimal? MaxUnitArea { get; init; }

    [Field("undergroundDepth", "地下深度", FieldKind.Number, Unit = "米", Optional = true, Group = "房屋建筑指标")]
    public decimal? UndergroundDepth { get; init; }

    [Field("foundationPitDepth", "基坑深度", FieldKind.Number, Unit = "米", Optional = true, Group = "房屋建筑指标")]
    public decimal? FoundationPitDepth { get; init; }

    [Field("pileForm", "桩基形式", MaxLength = 100, Optional = true, Group = "房屋建筑指标")]
    public string? PileForm { get; init; }

    [Field("steelTonnage", "钢结构工程量", FieldKind.Number, Unit = "吨", Optional = true, Group = "房屋建筑指标")]
    public decimal? SteelTonnage { get; init; }

    [Field("prefabricationRate", "装配率", FieldKind.Number, Unit = "%", Optional = true, Group = "房屋建筑指标")]
    public decimal? PrefabricationRate { get; init; }

    [Field("curtainWallForm", "幕墙形式", MaxLength = 100, Optional = true, Group = "房屋建筑指标")]
    public string? CurtainWallForm { get; init; }

    [Field("civilDefenceArea", "人防建筑面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "房屋建筑指标")]
    public decimal? CivilDefenceArea { get; init; }

    [Field("hospitalBeds", "医院床位数", FieldKind.WholeNumber, Unit = "床", Optional = true, Group = "房屋建筑指标")]
    public int? HospitalBeds { get; init; }

    [Field("hospitalGrade", "医院级别", MaxLength = 50, Optional = true, Group = "房屋建筑指标")]
    public string? HospitalGrade { get; init; }

    [Field("venueSeats", "场馆座位数", FieldKind.Number, Unit = "座", Optional = true, Group = "房屋建筑指标")]
    public decimal? VenueSeats { get; init; }

    [Field("residentialFloors", "住宅最高层数", FieldKind.WholeNumber, Unit = "层", Optional = true, Group = "房屋建筑指标")]
    public int? ResidentialFloors { get; init; }

    [Field("plantSize", "厂房长宽高", MaxLength = 100, Optional = true, Group = "房屋建筑指标", Hint = "工业建筑填写，例如 120×48×12 米")]
    public string? PlantSize { get; init; }
}
