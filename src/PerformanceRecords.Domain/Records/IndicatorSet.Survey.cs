namespace PerformanceRecords.Domain.Records;

// figures of surveys
public sealed partial class IndicatorSet
{
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
}
