using System.Globalization;

namespace PerformanceRecords.Domain.Records;

/// <summary>规模划分的一行: from which figure on works of a kind count as large, and as medium.</summary>
/// <param name="Residential">For housing only, for other buildings only, or for both.</param>
/// <param name="Field">The figure, a field of the indicators or of a unit work.</param>
public sealed record ScaleThreshold(Sector Sector, bool? Residential, string Field, string Label, string Unit, decimal LargeAbove, decimal MediumFrom);

/// <summary>
/// 规模提示: what the figures would make of a project, with the threshold that says so. The thresholds are from memory of the design
/// qualification standard and could not be checked against its text, so this is only ever shown, never demanded.
/// </summary>
/// <param name="LevelCode">Code of the level, of table prjLevel.</param>
public sealed record ScaleHint(string LevelCode, string Level, string Why)
{
    private const string Housing = "100";

    public static IReadOnlyList<ScaleThreshold> Thresholds { get; } =
    [
        new(Sector.Building, false, nameof(IndicatorSet.MaxUnitArea), "最大单体建筑面积", "㎡", 20_000, 5_000),
        new(Sector.Building, false, nameof(UnitWork.BuildArea), "单体建筑面积", "㎡", 20_000, 5_000),
        new(Sector.Building, false, nameof(IndicatorSet.SubBuildHeight), "建筑高度", "米", 50, 24),
        new(Sector.Building, true, nameof(IndicatorSet.ResidentialFloors), "住宅层数", "层", 20, 12),
        new(Sector.Building, true, nameof(IndicatorSet.FloorCountOn), "地上层数", "层", 20, 12),
        new(Sector.Building, null, nameof(IndicatorSet.BuildAreaBottom), "地下建筑面积", "㎡", 10_000, 1),
    ];

    /// <summary>The highest level any figure gives; null where no figure says anything.</summary>
    public static ScaleHint? For(SectionValues indicators, int row, SectionContext context)
    {
        if (context.Sector == Sector.Survey)
        {
            return SurveyGrade(indicators[nameof(IndicatorSet.GeotechImportance), row], indicators[nameof(IndicatorSet.SiteGrade), row], indicators[nameof(IndicatorSet.GroundGrade), row]);
        }

        var housing = context.Texts(Sections.Basic, nameof(BasicInfo.PrjFunctionNum)).FirstOrDefault() == Housing;
        var units = context[Sections.UnitWorks];
        return (
            from threshold in Thresholds
            where threshold.Sector == context.Sector && (threshold.Residential is null || threshold.Residential == housing)
            from figure in Figures(threshold, indicators, row, units)
            let hint = Of(threshold, figure)
            orderby hint.LevelCode
            select hint).FirstOrDefault();
    }

    // GB 50021: one first grade makes 甲级, three third grades 丙级
    private static ScaleHint? SurveyGrade(params string[] grades) => grades switch
    {
        _ when grades.Contains("1") => new("201", "甲级", "工程重要性、场地、地基有一项为一级"),
        ["3", "3", "3"] => new("203", "丙级", "工程重要性、场地、地基均为三级"),
        _ when grades.All(g => g.Length > 0) => new("202", "乙级", "工程重要性、场地、地基没有一级，也不都是三级"),
        _ => null,
    };

    private static IEnumerable<decimal> Figures(ScaleThreshold threshold, SectionValues indicators, int row, SectionValues units) =>
        Enumerable.Range(0, units.Rows.Count).Select(unit => units[threshold.Field, unit])
            // the whole project's area is not that of one building
            .Concat(threshold.Field == nameof(UnitWork.BuildArea) ? [] : [indicators[threshold.Field, row]])
            .Select(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure : 0)
            .Where(figure => figure > 0);

    private static ScaleHint Of(ScaleThreshold threshold, decimal figure)
    {
        var said = $"{threshold.Label} {NumberText.Of(figure)} {threshold.Unit}";
        return figure > threshold.LargeAbove ? new("321", "大型", $"{said}，大于 {NumberText.Of(threshold.LargeAbove)} {threshold.Unit}")
            : figure >= threshold.MediumFrom ? new("322", "中型", $"{said}，不大于 {NumberText.Of(threshold.LargeAbove)} {threshold.Unit}")
            : new("323", "小型", $"{said}，小于 {NumberText.Of(threshold.MediumFrom)} {threshold.Unit}");
    }
}
