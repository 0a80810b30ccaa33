using FsCheck;
using FsCheck.Fluent;
using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class NumbersTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("3201022010150201")]
    [InlineData("3205841806090102")] // 吴江市, retired
    [InlineData("3200000509019901")]
    [InlineData("3202001611300001")] // a city's own code
    [InlineData("3205762611200001")] // today
    public void AProjectNumberIsRegionDateAndSerial(string number) => Assert.Null(ProjectNumber.Problem(number, Today));

    [Theory]
    [InlineData("320102201015020", "应为 16 位数字，现在是 15 位")]
    [InlineData("32010220101502A1", "应全部为数字")]
    [InlineData("3214002010150201", "前 6 位 321400 不是江苏省现有或已撤销的行政区划代码")]
    [InlineData("4201060810080101", "前 6 位 420106 不在江苏省")]
    [InlineData("3201022013150201", "第 7–12 位 201315 不是有效的日期")]
    [InlineData("3201022611210201", "第 7–12 位 261121 晚于今天")]
    [InlineData("3201022010150000", "末 4 位流水号不能是 0000")]
    public void AWrongProjectNumberSaysWhatIsWrong(string number, string problem) =>
        Assert.StartsWith(problem, ProjectNumber.Problem(number, Today), StringComparison.Ordinal);

    [Theory]
    [InlineData("32O1O22O1O15O2O1", "3201022010150201")]
    [InlineData("３２０１０２２０１０１５０２０１", "3201022010150201")]
    public void LettersTypedForDigitsAreRecognised(string typed, string meant) => Assert.Equal(meant, ProjectNumber.Suggest(typed, Today));

    [Theory]
    [InlineData("3201022010150201", "02", false)]
    [InlineData("3201022010150201", "01", true)]
    [InlineData("3201022010159901", "01", true)]
    [InlineData("3201022010150005", "01", false)] // the serial form carries no category
    [InlineData("", "01", false)]
    public void AnotherCategoryInTheNumberIsADoubt(string number, string type, bool doubt) =>
        Assert.Equal(doubt, ProjectNumber.Warning(number, type) is not null);

    [Theory]
    [InlineData("4419002010100005-SX-001")]
    [InlineData("4419002009290102-JX-009")]
    [InlineData("3201022010150201-HA-001")]
    [InlineData("3201022010150201-TX-012")]
    [InlineData("3201022010150201-BG-001")]
    [InlineData("YJ-4501082411210001-007")]
    public void ASectionNumberNamesProjectKindAndSerial(string number)
    {
        Assert.Null(SectionNumber.Problem(number));
        Assert.Equal(16, SectionNumber.ProjectNumberOf(number).Length);
        Assert.Contains(SectionNumber.LettersOf(number), number, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3201022010150201-HD-001")]
    [InlineData("3201022010150201-BF-001")]
    [InlineData("3201022010150201-TX-1")]
    [InlineData("3201022010150201-YJ-001")]
    [InlineData("YJ-3201022010150201-0071")]
    [InlineData("3201022010150201-TX-001\n")]
    [InlineData("")]
    public void AnythingElseIsNoSectionNumber(string number) => Assert.NotNull(SectionNumber.Problem(number));

    [Theory]
    [InlineData("2020-320102-48-01-528817", null)]
    [InlineData("20203201024801528817", "2020-320102-48-01-528817")]
    [InlineData("2020—320102—48—01—528817", "2020-320102-48-01-528817")]
    [InlineData("2O20-320102-48-01-528817", "2020-320102-48-01-528817")]
    public void AProjectCodeHas24Characters(string typed, string? meant)
    {
        Assert.Equal(meant is not null, ProjectCode.Problem(typed) is not null);
        Assert.Equal(meant, ProjectCode.Suggest(typed));
    }

    [Fact]
    public void AProjectCodeOfAnotherLengthSaysSo() =>
        Assert.Contains("现在是 23 位", ProjectCode.Problem("2020-320102-48-01-52881"), StringComparison.Ordinal);

    [Theory]
    [InlineData("330109202101210222", true)]
    [InlineData("[2010]施[朝]建字0009号", true)]
    [InlineData("330109202113210222", false)]
    [InlineData("施1", false)]
    public void APermitNumberIsElectronicOrOld(string number, bool right) => Assert.Equal(right, PermitNumber.Problem(number) is null);

    [Fact]
    public void AnElectronicPermitNumberOfAnotherLengthIsADoubt()
    {
        Assert.NotNull(PermitNumber.Warning("33010920210121022"));
        Assert.Null(PermitNumber.Warning("330109202101210222"));
        Assert.Null(PermitNumber.Warning("苏施2010-0009"));
    }

    [Theory]
    [InlineData("13805171234", true)]
    [InlineData("025-51868000", true)]
    [InlineData("0512-65221234-8001", false)]
    [InlineData("02551868000", true)]
    [InlineData("12805171234", false)]
    [InlineData("51868000", false)]
    [InlineData("138051712345", false)]
    public void APhoneIsAMobileOrALandlineWithItsAreaCode(string number, bool right) => Assert.Equal(right, Phone.Problem(number) is null);

    [Theory]
    [InlineData("+86 138 0517 1234", "13805171234")]
    [InlineData("138-0517-1234", "13805171234")]
    [InlineData("(025)51868000", "025-51868000")]
    [InlineData("０２５－５１８６８０００", "025-51868000")]
    public void APhoneIsTakenAsPeopleWriteIt(string typed, string number) => Assert.Equal(number, Phone.Normalize(typed));

    [Fact]
    public void NoTextBreaksACheck() => Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).ToArbitrary(), text =>
    {
        CreditCode.Problem(text, legacy: true);
        IdNumber.Problem(text);
        ProjectNumber.Problem(text, Today);
        SectionNumber.Problem(text);
        ProjectCode.Problem(text);
        PermitNumber.Problem(PermitNumber.Normalize(text));
        Phone.Problem(Phone.Normalize(text));
        return CreditCode.Normalize(CreditCode.Normalize(text)) == CreditCode.Normalize(text);
    }).QuickCheckThrowOnFailure();
}
