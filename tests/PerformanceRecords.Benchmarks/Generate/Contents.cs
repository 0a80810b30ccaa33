using System.Globalization;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>What a filing says in its sections.</summary>
internal sealed class Contents
{
    private readonly Dictionary<Sections, SectionValues> sections;

    private Contents(string name, string number, string region, Sector sector, string owner, Dictionary<Sections, SectionValues> sections)
    {
        (Name, Number, Region, Sector, Owner) = (name, number, region, sector, owner);
        this.sections = sections;
    }

    public string Name { get; }

    public string Number { get; }

    public string Region { get; }

    public Sector Sector { get; }

    public string Owner { get; }

    public SectionValues this[Sections section] => sections[section];

    public bool Has(Sections section) => sections.ContainsKey(section);

    /// <param name="other">Survey works, or works of another industry.</param>
    public static Contents Of(Chance chance, string region, int serial, Actor enterprise, bool other, DateTime filed)
    {
        var place = Regions.Find(region)!.Name;
        var (name, owner, building) = (Words.Project(chance, place), Words.Owner(chance, place), chance.Of(0.7));
        var signed = DateOnly.FromDateTime(filed).AddDays(-chance.Between(900, 2500));
        var (started, finished) = (signed.AddDays(240), signed.AddDays(820));
        var number = $"{region}{signed:yyMMdd}{serial % 10_000:D4}";
        var area = Text(chance.Between(30, 2400) * 50);
        var size = building ? $"总建筑面积 {area} ㎡，地上 {chance.Between(3, 33)} 层，地下 {chance.Between(1, 3)} 层" : $"全长 {area} 米，双向四车道";
        var contractor = enterprise.OrganisationName;
        return new(name, number, region, other ? Sector.Survey : building ? Sector.Building : Sector.Municipal, owner, new()
        {
            [Sections.Basic] = SectionValues.Of(
                (nameof(BasicInfo.PrjName), name),
                (nameof(BasicInfo.PrjNum), number),
                (nameof(BasicInfo.PrjTypeNum), building ? "01" : "02"),
                (nameof(BasicInfo.PrjFunctionNum), building ? "301" : "014"),
                (nameof(BasicInfo.PrjPropertyNum), "001"),
                (nameof(BasicInfo.BuildCorpName), owner),
                (nameof(BasicInfo.BuildCorpCode), "91320100700000001A"),
                (nameof(BasicInfo.CountyNum), region),
                (nameof(BasicInfo.AllInvest), Text(chance.Between(800, 90_000))),
                (nameof(BasicInfo.AllArea), area),
                (nameof(BasicInfo.PrjSize), size),
                (nameof(BasicInfo.BDate), Text(started)),
                (nameof(BasicInfo.EDate), Text(finished))),
            [Sections.Contract] = SectionValues.Of(
                (nameof(Contract.RecordName), name + "设计"),
                (nameof(Contract.ContractNum), $"SJ-{signed.Year}-{serial % 100_000:D5}"),
                (nameof(Contract.ContractTypeNum), "200"),
                (nameof(Contract.ContractDate), Text(signed)),
                (nameof(Contract.ContractMoney), Text(chance.Between(30, 2400))),
                (nameof(Contract.PropietorCorpName), owner),
                (nameof(Contract.ContractorCorpName), contractor),
                (nameof(Contract.PrjHead), Words.Person(chance))),
            [Sections.DrawingReview] = SectionValues.Of(
                (nameof(DrawingReview.ProvinceCensorNum), $"苏图审S{signed.Year}-{serial % 100_000:D5}号"),
                (nameof(DrawingReview.CensorEDate), Text(signed.AddDays(150))),
                (nameof(DrawingReview.CensorCorpName), place + "施工图审查中心"),
                (nameof(DrawingReview.PrjSize), size),
                (nameof(DrawingReview.OneCensorIsPass), "1"),
                (nameof(DrawingReview.OneCensorWfqtCount), "0"),
                (nameof(DrawingReview.DesignCorpName), contractor)),
            [Sections.Acceptance] = SectionValues.Of(
                (nameof(CompletionAcceptance.PrjFinishName), name),
                (nameof(CompletionAcceptance.BuilderLicenceNum), $"{region}{started:yyyyMMdd}0101"),
                (nameof(CompletionAcceptance.BDate), Text(started)),
                (nameof(CompletionAcceptance.EDate), Text(finished)),
                (nameof(CompletionAcceptance.FactCost), Text(chance.Between(700, 88_000))),
                (nameof(CompletionAcceptance.FactArea), area)),
            [Sections.Indicators] = SectionValues.Of(
                (nameof(IndicatorSet.CompanyName), contractor),
                (nameof(IndicatorSet.Qualification), building ? "建筑行业（建筑工程）甲级" : "市政行业（道路工程）专业甲级"),
                (nameof(IndicatorSet.BDate), Text(signed)),
                (nameof(IndicatorSet.EDate), Text(signed.AddDays(120))),
                (nameof(IndicatorSet.TechParamInfo), size),
                (nameof(IndicatorSet.BuildArea), building ? area : "")),
            [Sections.Personnel] = SectionValues.Of(
                (nameof(PersonnelMember.UserName), Words.Person(chance)),
                (nameof(PersonnelMember.CorpKind), "3"),
                (nameof(PersonnelMember.CorpName), contractor),
                (nameof(PersonnelMember.PrjDuty), "001"),
                (nameof(PersonnelMember.SpecialtyTypNum), "10")),
        });
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
