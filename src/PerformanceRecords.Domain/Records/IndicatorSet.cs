namespace PerformanceRecords.Domain.Records;

/// <summary>业绩技术指标: what the project counts for, per qualification item of the enterprise. The standard names no table for it; the name here is the portal's.</summary>
[Section(Sections.Indicators, "TBProjectPerformanceInfo", RowNoun = "技术指标", MaxRows = 50, NumberLetters = "YJ")]
public sealed class IndicatorSet
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

    [Field("surveyReportName", "勘察报告名称", Optional = true, Group = "岩土勘察指标")]
    public string? SurveyReportName { get; init; }

    [Field("geotechImportance", "岩土工程重要性等级", FieldKind.Code, Table = "geotechImportance", Optional = true, Group = "岩土勘察指标")]
    public string? GeotechImportance { get; init; }

    [Field("siteGrade", "场地复杂程度等级", FieldKind.Code, Table = "geotechImportance", Optional = true, Group = "岩土勘察指标")]
    public string? SiteGrade { get; init; }

    [Field("groundGrade", "地基复杂程度等级", FieldKind.Code, Table = "geotechImportance", Optional = true, Group = "岩土勘察指标")]
    public string? GroundGrade { get; init; }

    [Field("geotechSurveyGrade", "勘察等级", FieldKind.Code, Table = "geotechSurveyGrade", Optional = true, Group = "岩土勘察指标", Hint = "按三项等级推算，可改")]
    public string? GeotechSurveyGrade { get; init; }

    [Field("boreholes", "钻孔数", FieldKind.WholeNumber, Unit = "个", Optional = true, Group = "岩土勘察指标")]
    public int? Boreholes { get; init; }

    [Field("boreholeMetres", "钻孔进尺", FieldKind.Number, Unit = "米", Optional = true, Group = "岩土勘察指标")]
    public decimal? BoreholeMetres { get; init; }

    [Field("trenchVolume", "探槽、坑探工程量", FieldKind.Number, Unit = "m³", Optional = true, Group = "岩土勘察指标")]
    public decimal? TrenchVolume { get; init; }

    [Field("surveyArea", "调查面积", FieldKind.Number, Unit = "km²", Optional = true, Group = "岩土勘察指标")]
    public decimal? SurveyArea { get; init; }

    [Field("assessedGrade", "地质灾害评估等级", MaxLength = 50, Optional = true, Group = "岩土勘察指标")]
    public string? AssessedGrade { get; init; }

    [Field("assessedArea", "评估面积", FieldKind.Number, Unit = "km²", Optional = true, Group = "岩土勘察指标")]
    public decimal? AssessedArea { get; init; }

    [Field("hydroWellDepth", "水文地质钻井深度", FieldKind.Number, Unit = "米", Optional = true, Group = "岩土勘察指标")]
    public decimal? HydroWellDepth { get; init; }

    [Field("pitDesignDepth", "基坑设计深度", FieldKind.Number, Unit = "米", Optional = true, Group = "岩土勘察指标")]
    public decimal? PitDesignDepth { get; init; }

    [Field("pitDesignArea", "基坑设计面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "岩土勘察指标")]
    public decimal? PitDesignArea { get; init; }

    [Field("measuredLength", "工程测量长度", FieldKind.Number, Unit = "km", Optional = true, Group = "测量和监测指标")]
    public decimal? MeasuredLength { get; init; }

    [Field("measuredArea", "工程测量面积", FieldKind.Number, Unit = "km²", Optional = true, Group = "测量和监测指标")]
    public decimal? MeasuredArea { get; init; }

    [Field("deformationGrade", "变形测量等级", MaxLength = 50, Optional = true, Group = "测量和监测指标")]
    public string? DeformationGrade { get; init; }

    [Field("monitoredPitArea", "基坑监测面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "测量和监测指标")]
    public decimal? MonitoredPitArea { get; init; }

    [Field("monitoredPitDepth", "基坑监测深度", FieldKind.Number, Unit = "米", Optional = true, Group = "测量和监测指标")]
    public decimal? MonitoredPitDepth { get; init; }

    [Field("pipelineDetection", "管线探测长度", FieldKind.Number, Unit = "km", Optional = true, Group = "测量和监测指标")]
    public decimal? PipelineDetection { get; init; }

    [Field("radonPoints", "土壤氡测点数", FieldKind.WholeNumber, Unit = "点", Optional = true, Group = "测量和监测指标")]
    public int? RadonPoints { get; init; }

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

    [Field("fibreLength", "光缆线路长度", FieldKind.Number, Unit = "km", Optional = true, Group = "通信和广电指标")]
    public decimal? FibreLength { get; init; }

    [Field("machineRoomArea", "机房面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "通信和广电指标")]
    public decimal? MachineRoomArea { get; init; }

    [Field("towerHeight", "铁塔高度", FieldKind.Number, Unit = "米", Optional = true, Group = "通信和广电指标")]
    public decimal? TowerHeight { get; init; }

    [Field("coverage", "系统容量或覆盖规模", MaxLength = 100, Optional = true, Group = "通信和广电指标")]
    public string? Coverage { get; init; }

    [Field("PERFNUM", "部平台业绩记录编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? PerfNum { get; init; }
}
