namespace PerformanceRecords.Domain.Records;

// figures of municipal works
public sealed partial class IndicatorSet
{
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

    [Field("roadClass", "道路级别", MaxLength = 50, Optional = true, Group = "市政指标", Hint = "例如：城市主干路")]
    public string? RoadClass { get; init; }

    [Field("roadStructure", "路面结构形式", MaxLength = 100, Optional = true, Group = "市政指标")]
    public string? RoadStructure { get; init; }

    [Field("pipeMedium", "管道介质和材质", MaxLength = 100, Optional = true, Group = "市政指标", Hint = "各管径的长度写在上面的文字里")]
    public string? PipeMedium { get; init; }

    [Field("pipePressure", "管道压力", FieldKind.Number, Unit = "MPa", Optional = true, Group = "市政指标")]
    public decimal? PipePressure { get; init; }

    [Field("bridgeForm", "桥梁用途、结构形式和材料", MaxLength = 100, Optional = true, Group = "市政指标")]
    public string? BridgeForm { get; init; }

    [Field("bridgeLength", "桥梁总长度", FieldKind.Number, Unit = "米", Optional = true, Group = "市政指标")]
    public decimal? BridgeLength { get; init; }

    [Field("tunnelLength", "隧道长度", FieldKind.Number, Unit = "米", Optional = true, Group = "市政指标")]
    public decimal? TunnelLength { get; init; }

    [Field("utilityTunnel", "综合管廊断面和舱数", MaxLength = 100, Optional = true, Group = "市政指标")]
    public string? UtilityTunnel { get; init; }

    [Field("sanitationScale", "环卫工程规模", MaxLength = 100, Optional = true, Group = "市政指标")]
    public string? SanitationScale { get; init; }
}
