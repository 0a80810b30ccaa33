namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of the technical indicators that look at more than one field or section.</summary>
internal sealed class IndicatorSetValidator : SectionValidator<IndicatorSet>
{
    public IndicatorSetValidator()
    {
        Refuse(x => x.EDate, "order", (x, _) =>
            x.EDate < x.BDate ? $"工作结束日期不能早于工作开始日期 {DateText.Of(x.BDate.Value)}" : null);
        Refuse(x => x.DesignIndustry, "required", (x, context) =>
            x.DesignIndustry is null && context.Sector == Sector.OtherIndustry ? "请选择设计行业" : null);
        NationalNumber(x => x.PerfNum, _ => "YJ");

        Doubt(x => x.PrjLevelNum, "scale", (x, context) => ScaleDoubt(x, context));
        Doubt(x => x.GeotechSurveyGrade, "survey-grade", (x, context) =>
            context.Sector == Sector.Survey && ScaleHint.For(FiguresOf(x), 0, context) is { } hint && x.GeotechSurveyGrade is { } grade && grade != hint.Level
                ? $"{hint.Why}，一般为{hint.Level}，所填为{grade}，请核对（仅供参考）"
                : null);
        Doubt(x => x.TechParamInfo, "no-figures", (x, context) => FiguresDoubt(x, context.Sector));
        Doubt(x => x.BuildArea, "sum", (x, _) =>
            x is { BuildArea: { } all, BuildAreaOn: { } above, BuildAreaBottom: { } below } && all != above + below
                ? $"地上与地下建筑面积之和是 {NumberText.Of(above + below)} ㎡，与建筑面积不同，请核对"
                : null);
        Doubt(x => x.BDate, "before-contract", (x, context) =>
            context.Dates(Sections.Contract, "ContractDate").ToList() is { Count: > 0 } signed && x.BDate < signed.Min()
                ? $"工作开始日期早于合同签订日期 {DateText.Of(signed.Min())}，请核对"
                : null);
    }

    private static string? ScaleDoubt(IndicatorSet x, SectionContext context) =>
        x.PrjLevelNum is "321" or "322" or "323" && context.Sector != Sector.Survey
        && ScaleHint.For(FiguresOf(x), 0, context) is { } hint && hint.LevelCode != x.PrjLevelNum
            ? $"{hint.Why}，按规模划分一般为{hint.Level}，请核对（仅供参考）"
            : null;

    private static SectionValues FiguresOf(IndicatorSet x) => SectionValues.Of([.. IndicatorGroups.Figures
        .Select(f => (f.Key, Convert.ToString(typeof(IndicatorSet).GetProperty(f.Key)!.GetValue(x), System.Globalization.CultureInfo.InvariantCulture) ?? ""))]);

    // the platform keeps the indicators as text, so figures are a help to the reviewer, not a duty
    private static string? FiguresDoubt(IndicatorSet x, Sector? sector) => sector switch
    {
        Sector.Building when x is { BuildArea: null, SubBuildHeight: null, FloorCountOn: null, BuildingSpan: null }
            => "房屋建筑最好填写建筑面积、高度、层数或跨度，便于审核",
        Sector.Municipal when x is { SubProjectLength: null, SubProjectSpan: null, RoadWidth: null, PipeDiameter: null, DailyCapacity: null }
            => "市政工程最好填写长度、跨度、管径或处理能力，便于审核",
        Sector.Survey when x is { GeotechSurveyGrade: null, Boreholes: null, BoreholeMetres: null, MeasuredLength: null, MeasuredArea: null, MonitoredPitArea: null, SurveyArea: null, PipelineDetection: null }
            => "工程勘察最好填写勘察等级、钻孔、测量或监测的工作量，便于审核",
        _ => null,
    };
}
