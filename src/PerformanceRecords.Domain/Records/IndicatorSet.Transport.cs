namespace PerformanceRecords.Domain.Records;

// figures of roads, railways, ports and airfields
public sealed partial class IndicatorSet
{
    [Field("routeClass", "公路或铁路等级", MaxLength = 50, Optional = true, Group = "公路和铁路指标", Hint = "例如：高速公路")]
    public string? RouteClass { get; init; }

    [Field("routeSpeed", "线路设计速度", FieldKind.WholeNumber, Unit = "km/h", Optional = true, Group = "公路和铁路指标")]
    public int? RouteSpeed { get; init; }

    [Field("routeLength", "线路长度", FieldKind.Number, Unit = "km", Optional = true, Group = "公路和铁路指标")]
    public decimal? RouteLength { get; init; }

    [Field("routeWidth", "路基宽度", FieldKind.Number, Unit = "米", Optional = true, Group = "公路和铁路指标")]
    public decimal? RouteWidth { get; init; }

    [Field("routeBridgeLength", "线路桥梁最大长度", FieldKind.Number, Unit = "米", Optional = true, Group = "公路和铁路指标")]
    public decimal? RouteBridgeLength { get; init; }

    [Field("routeTunnelLength", "线路隧道最大长度", FieldKind.Number, Unit = "米", Optional = true, Group = "公路和铁路指标")]
    public decimal? RouteTunnelLength { get; init; }

    [Field("routeBridgeSpan", "桥梁最大单孔跨径", FieldKind.Number, Unit = "米", Optional = true, Group = "公路和铁路指标")]
    public decimal? RouteBridgeSpan { get; init; }

    [Field("tunnelBore", "隧道孔径", FieldKind.Number, Unit = "米", Optional = true, Group = "公路和铁路指标")]
    public decimal? TunnelBore { get; init; }

    [Field("trackLength", "铁路轨道长度", FieldKind.Number, Unit = "km", Optional = true, Group = "公路和铁路指标")]
    public decimal? TrackLength { get; init; }

    [Field("stationYardArea", "站场面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "公路和铁路指标")]
    public decimal? StationYardArea { get; init; }

    [Field("berthTonnage", "码头泊位吨级", FieldKind.Number, Unit = "吨", Optional = true, Group = "水运、海洋和民航指标")]
    public decimal? BerthTonnage { get; init; }

    [Field("berthLength", "码头岸线长度", FieldKind.Number, Unit = "米", Optional = true, Group = "水运、海洋和民航指标")]
    public decimal? BerthLength { get; init; }

    [Field("waterwayClass", "航道等级和尺度", MaxLength = 100, Optional = true, Group = "水运、海洋和民航指标")]
    public string? WaterwayClass { get; init; }

    [Field("airfieldClass", "飞行区等级", MaxLength = 20, Optional = true, Group = "水运、海洋和民航指标")]
    public string? AirfieldClass { get; init; }

    [Field("runwayLength", "跑道长度", FieldKind.Number, Unit = "米", Optional = true, Group = "水运、海洋和民航指标")]
    public decimal? RunwayLength { get; init; }

    [Field("terminalArea", "航站楼面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "水运、海洋和民航指标")]
    public decimal? TerminalArea { get; init; }

    [Field("passengers", "年旅客吞吐量", FieldKind.Number, Unit = "万人次", Optional = true, Group = "水运、海洋和民航指标")]
    public decimal? Passengers { get; init; }
}
