using FsCheck;
using FsCheck.Fluent;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("2021-03-01")]
    [InlineData("2021-3-1")]
    [InlineData("2021/3/1")]
    [InlineData("2021.3.1")]
    [InlineData("2021年3月1日")]
    [InlineData("2021 年 3 月 1 日")]
    [InlineData("20210301")]
    [InlineData("２０２１／０３／０１")]
    [InlineData(" 2021-03-01 00:00:00 ")]
    [InlineData("2021-03-01T00:00:00Z")]
    public void ADateIsTakenAsPeopleWriteIt(string typed)
    {
        var reading = A.Read(Sections.Basic, A.Basic.With(("BDate", typed)));
        Assert.Empty(reading.Breaches);
        Assert.Equal("2021-03-01", reading.Canonical["BDate"]);
        Assert.Equal(new DateOnly(2021, 3, 1), ((BasicInfo)reading.Rows[0]).BDate);
    }

    [Theory]
    [InlineData("去年春天", "实际开工日期要填日期，例如 2021-03-01")]
    [InlineData("21-3-1", "实际开工日期要填日期，例如 2021-03-01")]
    [InlineData("2021-02-30", "实际开工日期不对：没有 2021 年 2 月 30 日这一天，请核对")]
    [InlineData("2021-13-01", "实际开工日期不对：没有 2021 年 13 月 1 日这一天，请核对")]
    [InlineData("0021-03-01", "实际开工日期的年份 21 不对，请核对")]
    public void AnythingElseIsNoDate(string typed, string message) =>
        Assert.Equal(message, Assert.Single(A.Read(Sections.Basic, A.Basic.With(("BDate", typed))).Breaches).Message);

    [Theory]
    [InlineData("12680.50", "12680.5")]
    [InlineData("12,680.50", "12680.5")]
    [InlineData("１２，６８０．５", "12680.5")]
    [InlineData("12680.5万元", "12680.5")]
    [InlineData(" 12 680.5 ", "12680.5")]
    [InlineData("+0012680.5", "12680.5")]
    [InlineData("0", "0")]
    public void AnAmountIsTakenAsPeopleWriteIt(string typed, string canonical)
    {
        var reading = A.Read(Sections.Basic, A.Basic.With(("AllInvest", typed)));
        Assert.Empty(reading.Breaches);
        Assert.Equal(canonical, reading.Canonical["AllInvest"]);
    }

    [Theory]
    [InlineData("一亿多", "总投资要填数字，例如 12680.50", null)]
    [InlineData("12,68.5", "总投资要填数字，例如 12680.50", null)]
    [InlineData("-3", "总投资不能小于 0", null)]
    [InlineData("1.23456", "总投资最多 4 位小数", null)]
    [InlineData("999999999999", "总投资过大，请核对单位是不是万元", null)]
    [InlineData("99999999999999999999", "总投资过大，请核对单位是不是万元", null)]
    [InlineData("126805000元", "总投资按万元填写。是 12680.5 吗？", "12680.5")]
    [InlineData("1.2亿", "总投资按万元填写。是 12000 吗？", "12000")]
    [InlineData("100美元", "总投资的单位是万元，请只填数字，例如 12680.50", null)]
    public void AnythingElseIsNoAmount(string typed, string message, string? suggestion)
    {
        var breach = Assert.Single(A.Read(Sections.Basic, A.Basic.With(("AllInvest", typed))).Breaches);
        Assert.Equal((message, suggestion), (breach.Message, breach.Suggestion));
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("3 条", true)]
    [InlineData("3.0", true)]
    [InlineData("3.5", false)]
    [InlineData("9999", true)]
    [InlineData("10000", false)]
    public void ACountIsAWholeNumber(string typed, bool right) => Assert.Equal(right, A.Read(
        Sections.DrawingReview, A.DrawingReview.With(("OneCensorIsPass", "否"), ("OneCensorWfqtCount", typed), ("OneCensorWfqtContent", "GB 50010 3.1.2"))).IsSound);

    [Theory]
    [InlineData("是", "1", true)]
    [InlineData("on", "1", true)]
    [InlineData("通过", "1", true)]
    [InlineData("否", "0", false)]
    [InlineData("False", "0", false)]
    public void YesAndNoAreTakenAsFormsAndPeopleGiveThem(string typed, string canonical, bool value)
    {
        var reading = A.Read(Sections.DrawingReview, A.DrawingReview.With(("OneCensorIsPass", typed)));
        Assert.Equal(canonical, reading.Canonical["OneCensorIsPass"]);
        Assert.Equal(value, ((DrawingReview)reading.Rows[0]).OneCensorIsPass);
    }

    [Theory]
    [InlineData("320102", "320102")]
    [InlineData("320102 玄武区", "320102")]
    [InlineData("江苏省 南京市 玄武区", "320102")]
    [InlineData("３２０５７６", "320576")]
    [InlineData("玄武区", "320102")]
    public void ARegionIsMeantByItsCodeOrItsName(string typed, string code) =>
        Assert.Equal(code, A.Read(Sections.Basic, A.Basic.With(("CountyNum", typed))).Canonical["CountyNum"]);

    [Theory]
    [InlineData("320000", "请选到设区市和区县", null)]
    [InlineData("江苏省", "请选到设区市和区县", null)]
    [InlineData("321400", "不是江苏省的行政区划代码", null)]
    [InlineData("鼓楼区", "叫“鼓楼区”的有", null)]
    [InlineData("浦东新区", "没有找到“浦东新区”", null)]
    [InlineData("320584", "320584 吴江市已撤销，现为江苏省苏州市吴江区。是 320509 吗？", "320509")]
    [InlineData("320304", "320304 九里区已撤销，现分属", null)]
    [InlineData("320212", "320212 马山区已撤销，请选项目所在地现在的区县", null)]
    public void ARegionMustBeOneOfToday(string typed, string message, string? suggestion)
    {
        var breach = Assert.Single(A.Read(Sections.Basic, A.Basic.With(("CountyNum", typed))).Breaches);
        Assert.Contains(message, breach.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, breach.Suggestion);
    }

    [Fact]
    public void AWrongCreditCodeStaysAsTyped_WithTheOneThatWasMeant()
    {
        var reading = A.Read(Sections.Basic, A.Basic.With(("BuildCorpCode", "91320100726058131X")));
        Assert.Equal(
            new Breach("identifier", "Basic.BuildCorpCode", "建设单位统一社会信用代码第 18 位校验不符，末两位可能录反了。是 9132010072605813X1 吗？", A.Builder),
            Assert.Single(reading.Breaches));
        Assert.Equal("91320100726058131X", reading.Canonical["BuildCorpCode"]);
    }

    [Theory]
    [InlineData("58181204-9", "58181204-9")]
    [InlineData("581812049", "58181204-9")]
    [InlineData("９１３２０１０072605813x1", A.Builder)]
    public void AnOldUnitKeepsItsLegacyCode(string typed, string canonical)
    {
        var reading = A.Read(Sections.Basic, A.Basic.With(("BuildCorpCode", typed)));
        Assert.Empty(reading.Breaches);
        Assert.Equal(canonical, reading.Canonical["BuildCorpCode"]);
    }

    [Theory]
    [InlineData("无")]
    [InlineData("无数据")]
    [InlineData(" / ")]
    [InlineData("　")]
    public void APlaceholderIsNothing(string typed) =>
        Assert.Equal("", A.Read(Sections.Basic, A.Basic.With(("PrjApprovalNum", typed))).Canonical["PrjApprovalNum"]);

    [Fact]
    public void RowsAreNamedByTheirPlace_AndBlankOnesAreDropped()
    {
        var blank = SectionValues.Of(("ContractNum", " "), ("RecordName", ""));
        var second = A.Contract.With(("ContractNum", "HY-2020-S-0118"), ("ContractMoney", "0"));
        var reading = A.Read(Sections.Contract, A.Contract.And(blank).And(second));
        Assert.Equal(2, reading.Rows.Count);
        Assert.Equal(2, reading.Canonical.Rows.Count);
        Assert.Equal(new Breach("positive", "Contract[1].ContractMoney", "合同金额要大于 0"), Assert.Single(reading.Breaches));
    }

    [Fact]
    public void ARepeatingSectionNeedsOneRow() =>
        Assert.Equal(new Breach("rows", "Contract", "合同信息至少要填一条"), Assert.Single(A.Read(Sections.Contract, new()).Breaches));

    [Fact]
    public void ThePlatformTakesOnlySoManyRows()
    {
        var contracts = new SectionValues([.. Enumerable.Range(1, 51).Select(n => A.Contract.With(("ContractNum", $"HY-{n}")).Rows[0])]);
        Assert.Equal(new Breach("rows", "Contract", "合同信息最多填 50 条，现在有 51 条"), Assert.Single(A.Read(Sections.Contract, contracts).Breaches));
    }

    [Fact]
    public void TwoContractsOfOneNumberAndKindAreTwins()
    {
        Assert.Contains(A.Read(Sections.Contract, A.Contract.And(A.Contract)).Breaches, b => b is { Code: "twin", Field: "Contract[1].ContractNum" });
        Assert.Empty(A.Read(Sections.Contract, A.Contract.And(A.Contract.With(("ContractTypeNum", "100")))).Breaches);
    }

    [Fact]
    public void APastedPageIsRefusedInAShortSentence() => Assert.All(SectionDefinitions.All, definition =>
    {
        var page = string.Concat(Enumerable.Repeat("2021-3-1 江苏省 91320100726058131X  ", 10_000));
        var reading = A.Read(definition.Section, new([definition.Fields.ToDictionary(f => f.Key, _ => page)]));
        Assert.Equal(definition.Fields.Count, reading.Breaches.Select(b => b.Field).Distinct().Count());
        Assert.All(reading.Breaches, b => Assert.InRange(b.Message.Length, 1, 120));
    });

    [Fact]
    public void AForgedFieldIsNotKept() =>
        Assert.Equal(A.Basic, A.Read(Sections.Basic, A.Basic.With(("DataLevel", "A"))).Canonical);

    [Fact]
    public void NoTextBreaksAReading_AndReadingTwiceIsReadingOnce() => Prop.ForAll(Contents().ToArbitrary(), content =>
    {
        var (section, values) = content;
        var once = A.Read(section, values, A.Within(Sector.Building));
        return A.Read(section, once.Canonical, A.Within(Sector.Building)) is var twice
            && twice.Canonical.Equals(once.Canonical)
            && twice.Breaches.SequenceEqual(once.Breaches)
            && twice.Notes.SequenceEqual(once.Notes)
            && SectionDefinitions.Of(section).Differences(once.Canonical, twice.Canonical).Count == 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    // half a record people could type, half a record nobody would
    private static Gen<(Sections Section, SectionValues Values)> Contents() =>
        from definition in Gen.Elements(SectionDefinitions.All.ToArray())
        from rows in Gen.Choose(0, 3)
        from texts in Gen.ArrayOf(Texts(), rows * definition.Fields.Count)
        select (definition.Section, new SectionValues([.. Enumerable.Range(0, rows).Select(row =>
            (IReadOnlyDictionary<string, string>)definition.Fields.Select((f, i) => (f.Key, Text: texts[(row * definition.Fields.Count) + i])).ToDictionary(f => f.Key, f => f.Text))]));

    private static Gen<string> Texts() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.Elements("", " ", "无", "／", "0", "1", "-1", "1,234.5万元", "３.14", "2021年3月1日", "2021-3-31 00:00", "02", "市政工程", "其他", "099", "玄武区", "320584", "1", "是"),
        Gen.Elements(A.Builder, "581812049", "91320100726058131X", "3201022010150201", "11010519491231002x", "YJ-4501082411210001-007", "3201022010150201-TX-001", "+86 13805171234", "320102202102260102", "单位\r\n名称\t", "\u200B\uFEFF"));
}
