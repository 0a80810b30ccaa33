using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of the basic information that look at more than one field.</summary>
internal sealed class BasicInfoValidator : SectionValidator<BasicInfo>
{
    // 万元; above it, yuan were probably typed
    private const decimal OddInvestment = 5_000_000m;

    public BasicInfoValidator()
    {
        Refuse(x => x.PrjTypeNum, "sector", (x, context) => SectorProblem(x.PrjTypeNum, context.Sector));
        Refuse(x => x.BDate, "required", (x, context) => x.BDate is null && context.Completed ? "请填写实际开工日期" : null);
        Refuse(x => x.EDate, "required", (x, context) => x.EDate is null && context.Completed ? "请填写实际竣工日期" : null);
        Refuse(x => x.EDate, "order", (x, _) =>
            x.EDate < x.BDate ? $"实际竣工日期不能早于实际开工日期 {DateText.Of(x.BDate.Value)}" : null);

        Doubt(x => x.PrjNum, "category", (x, _) =>
            x is { PrjNum: { } number, PrjTypeNum: { } type } ? ProjectNumber.Warning(number, type) : null);
        Doubt(x => x.CountyNum, "elsewhere", (x, _) => ElsewhereDoubt(x));
        Doubt(x => x.CountyNum, "city-only", (x, _) =>
            x.CountyNum is { } code && Regions.Find(code)?.Kind == RegionKind.City ? "项目所在地只选到了设区市，能确定区县的请选到区县" : null);
        Doubt(x => x.AllInvest, "magnitude", (x, _) =>
            x.AllInvest > OddInvestment ? "总投资超过 500 亿元，请核对是否按万元填写" : null);
    }

    private static string? SectorProblem(string? type, Sector? sector) => (sector, type) switch
    {
        (_, null) or (null or Sector.Survey, _) => null,
        (Sector.Building, not "01") => "本件按房屋建筑申报，项目分类应为“房屋建筑工程”；如是其他工程，请换用对应的办理事项",
        (Sector.Municipal, not "02") => "本件按市政申报，项目分类应为“市政工程”；如是其他工程，请换用对应的办理事项",
        (Sector.OtherIndustry, not "99") => "本件按行业外设计申报，项目分类应为“其他”；房屋建筑和市政工程请换用对应的办理事项",
        _ => null,
    };

    private static string? ElsewhereDoubt(BasicInfo x) =>
        x is { PrjNum: { } number, CountyNum: { } county } && Regions.CityOf(number[..6]) is { } city && Regions.CityOf(county) is { } chosen && city.Code != chosen.Code
            ? $"项目编号前 6 位 {number[..6]} 属于{city.Name}，与所选的{chosen.Name}不同，请核对"
            : null;
}
