namespace PerformanceRecords.Domain.Records;

// figures of industrial, mining and communications works
public sealed partial class IndicatorSet
{
    [Field("annualCapacity", "设计产能", FieldKind.Number, Unit = "万吨/年", Optional = true, Group = "工业和矿山指标", Hint = "不以吨计的，在下面的文字里写明")]
    public decimal? AnnualCapacity { get; init; }

    [Field("furnaceVolume", "高炉容积", FieldKind.Number, Unit = "m³", Optional = true, Group = "工业和矿山指标")]
    public decimal? FurnaceVolume { get; init; }

    [Field("sinterArea", "烧结机面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "工业和矿山指标")]
    public decimal? SinterArea { get; init; }

    [Field("converterTonnage", "转炉、电炉吨位", FieldKind.Number, Unit = "吨", Optional = true, Group = "工业和矿山指标")]
    public decimal? ConverterTonnage { get; init; }

    [Field("cokeOvens", "焦炉孔数", FieldKind.WholeNumber, Unit = "孔", Optional = true, Group = "工业和矿山指标")]
    public int? CokeOvens { get; init; }

    [Field("vesselVolume", "容器容积", FieldKind.Number, Unit = "m³", Optional = true, Group = "工业和矿山指标")]
    public decimal? VesselVolume { get; init; }

    [Field("vesselPressure", "管道、容器压力", FieldKind.Number, Unit = "MPa", Optional = true, Group = "工业和矿山指标")]
    public decimal? VesselPressure { get; init; }

    [Field("processMedium", "工艺介质和材质", MaxLength = 100, Optional = true, Group = "工业和矿山指标")]
    public string? ProcessMedium { get; init; }

    [Field("plantInvestment", "设计范围投资", FieldKind.Money, Optional = true, Group = "工业和矿山指标")]
    public decimal? PlantInvestment { get; init; }

    [Field("fibreLength", "光缆线路长度", FieldKind.Number, Unit = "km", Optional = true, Group = "通信和广电指标")]
    public decimal? FibreLength { get; init; }

    [Field("machineRoomArea", "机房面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "通信和广电指标")]
    public decimal? MachineRoomArea { get; init; }

    [Field("towerHeight", "铁塔高度", FieldKind.Number, Unit = "米", Optional = true, Group = "通信和广电指标")]
    public decimal? TowerHeight { get; init; }

    [Field("coverage", "系统容量或覆盖规模", MaxLength = 100, Optional = true, Group = "通信和广电指标")]
    public string? Coverage { get; init; }
}
