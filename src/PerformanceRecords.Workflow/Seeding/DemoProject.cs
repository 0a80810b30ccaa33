using System.Globalization;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>An invented project of the demonstration, with everything a supplement asks about it.</summary>
/// <param name="Category">项目分类 code: 01 building, 02 municipal.</param>
/// <param name="Use">工程用途 code.</param>
/// <param name="Area">㎡ for buildings, metres for municipal works.</param>
/// <param name="Invest">万元.</param>
/// <param name="Fee">Amount of the contract, 万元.</param>
/// <param name="Signed">When the contract was signed; the other dates follow from it.</param>
internal sealed record DemoProject(
    string Name, string Region, string Category, string Use, string Owner, decimal Area, decimal Invest, decimal Fee, DateOnly Signed)
{
    private DateOnly Reviewed => Signed.AddMonths(5);

    private DateOnly Started => Signed.AddMonths(8);

    private DateOnly Finished => Signed.AddMonths(27);

    private bool IsBuilding => Category == "01";

    public Sector Sector => IsBuilding ? Sector.Building : Sector.Municipal;

    public string Number => $"{Region}{Signed:yyMMdd}{Category}01";

    public SectionValues Basic => SectionValues.Of(
        (nameof(BasicInfo.PrjName), Name),
        (nameof(BasicInfo.PrjNum), Number),
        (nameof(BasicInfo.PrjCode), $"{Signed.Year}-{Region}-{(IsBuilding ? "47" : "48")}-01-{Signed:MMdd}28"),
        (nameof(BasicInfo.PrjTypeNum), Category),
        (nameof(BasicInfo.PrjFunctionNum), Use),
        (nameof(BasicInfo.PrjPropertyNum), "001"),
        (nameof(BasicInfo.BuildCorpName), Owner),
        (nameof(BasicInfo.BuildCorpCode), DemoNumbers.CreditCode(Region, Owner)),
        (nameof(BasicInfo.CountyNum), Region),
        (nameof(BasicInfo.AllInvest), Text(Invest)),
        (nameof(BasicInfo.AllArea), IsBuilding ? Text(Area) : ""),
        (nameof(BasicInfo.PrjSize), Size),
        (nameof(BasicInfo.BDate), Text(Started)),
        (nameof(BasicInfo.EDate), Text(Finished)));

    public SectionValues DrawingReview => SectionValues.Of(
        (nameof(Domain.Records.DrawingReview.ProvinceCensorNum), $"苏图审S{Reviewed.Year}-{1000 + (Signed.DayOfYear % 900)}号"),
        (nameof(Domain.Records.DrawingReview.CensorEDate), Text(Reviewed)),
        (nameof(Domain.Records.DrawingReview.CensorCorpName), "南京城建施工图审查中心"),
        (nameof(Domain.Records.DrawingReview.CensorCorpCode), DemoNumbers.CreditCode("320106", "南京城建施工图审查中心")),
        (nameof(Domain.Records.DrawingReview.PrjSize), Size),
        (nameof(Domain.Records.DrawingReview.OneCensorIsPass), "1"),
        (nameof(Domain.Records.DrawingReview.OneCensorWfqtCount), "0"),
        (nameof(Domain.Records.DrawingReview.DesignCorpName), "江苏衡岳建筑设计研究院有限公司"),
        (nameof(Domain.Records.DrawingReview.DesignCorpCode), "91320106712345680Y"),
        (nameof(Domain.Records.DrawingReview.EconCorpName), "苏州苏勘岩土工程有限公司"),
        (nameof(Domain.Records.DrawingReview.EconCorpCode), "91320508738162057Y"));

    public SectionValues Acceptance => SectionValues.Of(
        (nameof(CompletionAcceptance.PrjFinishName), Name),
        (nameof(CompletionAcceptance.ProvincePrjFinishNum), $"{Finished.Year}-{Region[2..4]}-{Finished.DayOfYear:D4}"),
        (nameof(CompletionAcceptance.BuilderLicenceNum), $"{Region}{Started:yyyyMMdd}01{Category}"),
        (nameof(CompletionAcceptance.BDate), Text(Started)),
        (nameof(CompletionAcceptance.EDate), Text(Finished)),
        (nameof(CompletionAcceptance.FactCost), Text(Invest * 0.93m)),
        (nameof(CompletionAcceptance.FactArea), IsBuilding ? Text(Area) : ""),
        (nameof(CompletionAcceptance.Length), IsBuilding ? "" : Text(Area)),
        (nameof(CompletionAcceptance.PrjStructureTypeNum), IsBuilding ? "004" : ""));

    private string Size => IsBuilding
        ? $"总建筑面积 {Area:N0} ㎡，地上 {4 + (int)(Area / 4000)} 层，地下 {1 + (int)(Area / 40000)} 层"
        : $"全长 {Area:N0} 米，双向四车道，含雨污水管线";

    public SectionValues Contract(string contractor, string contractorCode, bool survey) => SectionValues.Of(
        (nameof(Domain.Records.Contract.RecordName), Name + (survey ? "勘察" : "设计")),
        (nameof(Domain.Records.Contract.ContractNum), $"{(survey ? "SK" : "HY")}-{Signed.Year}-{(survey ? "K" : "S")}-{Signed.DayOfYear:D4}"),
        (nameof(Domain.Records.Contract.ContractTypeNum), survey ? "100" : "200"),
        (nameof(Domain.Records.Contract.ContractDate), Text(Signed)),
        (nameof(Domain.Records.Contract.ContractMoney), Text(Fee)),
        (nameof(Domain.Records.Contract.PropietorCorpName), Owner),
        (nameof(Domain.Records.Contract.PropietorCorpCode), DemoNumbers.CreditCode(Region, Owner)),
        (nameof(Domain.Records.Contract.ContractorCorpName), contractor),
        (nameof(Domain.Records.Contract.ContractorCorpCode), contractorCode),
        (nameof(Domain.Records.Contract.PrjHead), survey ? "顾屹峰" : "刘喆"));

    /// <summary>The project before its works: a contract is registered when it is signed.</summary>
    public SectionValues BasicAtSigning => Basic.Map((key, text) => key is nameof(BasicInfo.BDate) or nameof(BasicInfo.EDate) ? "" : text);

    public SectionValues Indicators(string unit, string unitCode, string qualification, params (string Key, string Text)[] figures) => SectionValues.Of(
    [
        (nameof(IndicatorSet.CompanyName), unit), (nameof(IndicatorSet.CompanyCode), unitCode), (nameof(IndicatorSet.Qualification), qualification),
        (nameof(IndicatorSet.BDate), Text(Signed)), (nameof(IndicatorSet.EDate), Text(Reviewed)), .. figures,
    ]);

    public static SectionValues Personnel(string unit, string unitCode, bool survey) => new(
    [
        Person("刘喆", 1978, "001", survey ? "01" : "10", survey ? "RY_ZCLB_031" : "RY_ZCLB_021", unit, unitCode, survey),
        Person("王堃", 1985, "003", survey ? "01" : "09", survey ? "RY_ZCLB_031" : "RY_ZCLB_011", unit, unitCode, survey),
    ]);

    private static Dictionary<string, string> Person(
        string name, int born, string duty, string specialty, string registration, string unit, string unitCode, bool survey) => new()
        {
            [nameof(PersonnelMember.UserName)] = name,
            [nameof(PersonnelMember.IDCardTypeNum)] = "1",
            [nameof(PersonnelMember.IDCard)] = DemoNumbers.IdNumber(born, name),
            [nameof(PersonnelMember.CorpKind)] = survey ? "2" : "3",
            [nameof(PersonnelMember.CorpName)] = unit,
            [nameof(PersonnelMember.CorpCode)] = unitCode,
            [nameof(PersonnelMember.PrjDuty)] = duty,
            [nameof(PersonnelMember.SpecialtyTypNum)] = specialty,
            [nameof(PersonnelMember.RegTypeNum)] = registration,
            [nameof(PersonnelMember.RegNum)] = $"S{born}320{duty}",
        };

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>Invented numbers whose check digits hold.</summary>
internal static class DemoNumbers
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static string CreditCode(string region, string name)
    {
        // the organisation code inside has a check digit of its own, so both are looked for
        var body = $"91{region}{7000_0000 + (Spread(name) % 1000_0000)}";
        return (from inner in Alphabet from outer in Alphabet select body + inner + outer).First(code => Domain.Reference.CreditCode.Problem(code) is null);
    }

    public static string IdNumber(int born, string name)
    {
        var body = $"320102{born}0{1 + (Spread(name) % 9)}1{Spread(name) % 9}{100 + (Spread(name) % 900)}";
        return "0123456789X".Select(check => body + check).First(Domain.Reference.IdNumber.IsValid);
    }

    // the same name gives the same number at every start
    private static int Spread(string name) => name.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xFFFFFF);
}
