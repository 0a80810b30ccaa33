namespace PerformanceRecords.Domain.Records;

// figures of power and water works
public sealed partial class IndicatorSet
{
    [Field("unitCapacity", "单机容量", FieldKind.Number, Unit = "MW", Optional = true, Group = "电力指标")]
    public decimal? UnitCapacity { get; init; }

    [Field("installedCapacity", "装机容量", FieldKind.Number, Unit = "MW", Optional = true, Group = "电力指标")]
    public decimal? InstalledCapacity { get; init; }

    [Field("voltage", "电压等级", FieldKind.Number, Unit = "kV", Optional = true, Group = "电力指标")]
    public decimal? Voltage { get; init; }

    [Field("lineLength", "输电线路长度", FieldKind.Number, Unit = "km", Optional = true, Group = "电力指标")]
    public decimal? LineLength { get; init; }

    [Field("transformerCapacity", "变电容量", FieldKind.Number, Unit = "MVA", Optional = true, Group = "电力指标")]
    public decimal? TransformerCapacity { get; init; }

    [Field("substation", "变电站形式和规模", MaxLength = 100, Optional = true, Group = "电力指标")]
    public string? Substation { get; init; }

    [Field("reservoirCapacity", "总库容", FieldKind.Number, Unit = "万m³", Optional = true, Group = "水利和水电指标")]
    public decimal? ReservoirCapacity { get; init; }

    [Field("hydroCapacity", "水电装机容量", FieldKind.Number, Unit = "MW", Optional = true, Group = "水利和水电指标")]
    public decimal? HydroCapacity { get; init; }

    [Field("damHeight", "最大坝高", FieldKind.Number, Unit = "米", Optional = true, Group = "水利和水电指标")]
    public decimal? DamHeight { get; init; }

    [Field("leveeClass", "堤防级别", MaxLength = 50, Optional = true, Group = "水利和水电指标")]
    public string? LeveeClass { get; init; }

    [Field("sluiceFlow", "水闸过闸流量", FieldKind.Number, Unit = "m³/s", Optional = true, Group = "水利和水电指标")]
    public decimal? SluiceFlow { get; init; }

    [Field("pumpPower", "泵站装机功率", FieldKind.Number, Unit = "kW", Optional = true, Group = "水利和水电指标")]
    public decimal? PumpPower { get; init; }

    [Field("metalStructure", "水工金属结构主要参数", MaxLength = 100, Optional = true, Group = "水利和水电指标")]
    public string? MetalStructure { get; init; }

    [Field("irrigationArea", "灌溉面积", FieldKind.Number, Unit = "万亩", Optional = true, Group = "水利和水电指标")]
    public decimal? IrrigationArea { get; init; }
}
