using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class SectionRulesTests
{
    private const string OtherProject = "3201022010150202";

    [Theory]
    [InlineData("EDate", "2020-03-15", "order", "实际竣工日期不能早于实际开工日期 2021-03-01")]
    [InlineData("EDate", "", "required", "请填写实际竣工日期")]
    [InlineData("BDate", "", "required", "请填写实际开工日期")]
    [InlineData("PrjFunctionNum", "", "required", "请选择工程用途")]
    [InlineData("PrjFunctionNum", "301", "group", "工程用途“办公建筑”与上面所选的分类不符，请重新选择")]
    public void BasicInfoMustHold(string key, string text, string code, string message) =>
        Refused(Sections.Basic, A.Alone, code, key, message, (key, text));

    [Fact]
    public void OtherIsResolvedByTheCategory()
    {
        Assert.Equal("099", A.Read(Sections.Basic, A.Basic.With(("PrjFunctionNum", "其他"))).Canonical["PrjFunctionNum"]);
        Assert.Equal("999", A.Read(Sections.Basic, A.Basic.With(("PrjTypeNum", "房屋建筑工程"), ("PrjFunctionNum", "其他"))).Canonical["PrjFunctionNum"]);
    }

    [Theory]
    [InlineData("099")]
    [InlineData("999")]
    public void WorksOfNeitherCategoryMayHaveAnyUse(string use) =>
        Assert.Empty(A.Read(Sections.Basic, A.Basic.With(("PrjTypeNum", "99"), ("PrjFunctionNum", use))).Breaches);

    [Theory]
    [InlineData(Sector.Building, "01", true)]
    [InlineData(Sector.Building, "02", false)]
    [InlineData(Sector.Municipal, "02", true)]
    [InlineData(Sector.Municipal, "01", false)]
    [InlineData(Sector.OtherIndustry, "99", true)]
    [InlineData(Sector.OtherIndustry, "01", false)]
    [InlineData(Sector.Survey, "01", true)]
    [InlineData(Sector.Survey, "99", true)]
    public void TheCategoryFitsTheSectorOfTheFiling(Sector sector, string type, bool fits) => Assert.Equal(fits, !A.Read(
        Sections.Basic, A.Basic.With(("PrjTypeNum", type)), A.Within(sector)).Breaches.Any(b => b.Code == "sector"));

    [Fact]
    public void BeforeConstructionThereAreNoDatesOfWorks() =>
        Assert.Empty(A.Read(Sections.Basic, A.Basic.With(("BDate", ""), ("EDate", "")), A.Within(completed: false)).Breaches);

    [Theory]
    [InlineData("PrjNum", "3201022010150101", "category", "PrjNum")]
    [InlineData("CountyNum", "320509", "elsewhere", "CountyNum")]
    [InlineData("CountyNum", "320100", "city-only", "CountyNum")]
    [InlineData("AllInvest", "126805000", "magnitude", "AllInvest")]
    public void BasicInfoMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.Basic, code, field, (key, text));

    [Theory]
    [InlineData("UnionCorpName", "南京勘测院", "pair", "UnionCorpCode")]
    [InlineData("UnionCorpCode", A.Surveyor, "pair", "UnionCorpName")]
    [InlineData("RecordNum", "3201022010150201-HB-001", "letters", "RecordNum")]
    [InlineData("RecordNum", OtherProject + "-HA-001", "other-project", "RecordNum")]
    public void AContractMustHold(string key, string text, string code, string field) =>
        Refused(Sections.Contract, A.Within(), code, field, null, (key, text));

    [Fact]
    public void AContractOfAKindWithoutLettersStillHasAContractNumber() => Refused(
        Sections.Contract, A.Alone, "letters", "RecordNum", null, ("ContractTypeNum", "800"), ("RecordNum", "3201022010150201-TX-001"));

    [Fact]
    public void AConsortiumIsOfTwoUnits() => Refused(
        Sections.Contract, A.Alone, "same-unit", "UnionCorpCode", null, ("UnionCorpName", "江苏衡岳建筑设计研究院有限公司"), ("UnionCorpCode", A.Designer));

    [Theory]
    [InlineData("ContractTypeNum", "301", "not-ours", "ContractTypeNum")]
    [InlineData("ContractDate", "2021-01-23", "after-review", "ContractDate")]
    [InlineData("ContractMoney", "3860000", "magnitude", "ContractMoney")]
    [InlineData("PropietorCorpName", "南京地铁集团有限公司", "other-client", "PropietorCorpName")]
    [InlineData("PropietorCorpCode", A.Designer, "same-unit", "ContractorCorpCode")]
    public void AContractMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.Contract, code, field, (key, text));

    [Theory]
    [InlineData("ProvinceCensorNum", "S21", "length", "ProvinceCensorNum")]
    [InlineData("DesignCorpCode", "", "pair", "DesignCorpCode")]
    [InlineData("EconCorpName", "南京勘测院", "pair", "EconCorpCode")]
    [InlineData("XfCensorNo", "XF-2021-01", "pair", "XfCensorCorpName")]
    [InlineData("RfCensorCorpName", "南京市人防办", "pair", "RfCensorNo")]
    [InlineData("CensorNum", "3201022010150201-SX-001", "letters", "CensorNum")]
    [InlineData("CensorNum", OtherProject + "-TX-001", "other-project", "CensorNum")]
    public void ADrawingReviewMustHold(string key, string text, string code, string field) =>
        Refused(Sections.DrawingReview, A.Within(), code, field, null, (key, text));

    [Fact]
    public void ViolatedClausesAreNamed() => Refused(
        Sections.DrawingReview, A.Alone, "required", "OneCensorWfqtContent", "一次审查违反强条 2 条，请填写违反的条目", ("OneCensorIsPass", "0"), ("OneCensorWfqtCount", "2"));

    [Fact]
    public void ADrawingReviewNamesItsDesignUnitOrItsSurveyUnit_ASurveyFilingTheLatter()
    {
        var review = A.DrawingReview.With(("DesignCorpName", ""), ("DesignCorpCode", ""));
        Assert.Empty(A.Read(Sections.DrawingReview, review.With(("EconCorpName", "南京勘测院"), ("EconCorpCode", A.Surveyor)), A.Within(Sector.Building)).Breaches);
        Assert.Equal("DrawingReview[0].EconCorpName", Assert.Single(A.Read(Sections.DrawingReview, review, A.Within(Sector.Survey)).Breaches).Field);
        Assert.Equal("DrawingReview[0].DesignCorpName", Assert.Single(A.Read(Sections.DrawingReview, review, A.Within(Sector.Building)).Breaches).Field);
    }

    [Theory]
    [InlineData("CensorCorpCode", A.Designer, "own-review", "CensorCorpCode")]
    [InlineData("CensorEDate", "2020-11-05", "before-contract", "CensorEDate")]
    [InlineData("CensorEDate", "2022-03-16", "after-completion", "CensorEDate")]
    public void ADrawingReviewMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.DrawingReview, code, field, (key, text));

    [Fact]
    public void AReviewPassedAtOnceHasNoViolations() => Doubted(
        Sections.DrawingReview, "passed", "OneCensorWfqtCount", ("OneCensorWfqtCount", "1"), ("OneCensorWfqtContent", "GB 50010 3.1.2"));

    [Theory]
    [InlineData("Length", "", "required", "Area")]
    [InlineData("BuilderLicenceNum", "3201022010150201-TX-001", "letters", "BuilderLicenceNum")]
    public void APermitMustHold(string key, string text, string code, string field) =>
        Refused(Sections.Permit, A.Within(), code, field, null, (key, text));

    [Fact]
    public void ABuildingHasAnArea()
    {
        Assert.Equal("Permit[0].Area", Assert.Single(A.Read(Sections.Permit, A.Permit, A.Within(Sector.Building)).Breaches).Field);
        Assert.Equal("Acceptance.FactArea", Assert.Single(A.Read(Sections.Acceptance, A.Acceptance, A.Within(Sector.Building)).Breaches).Field);
    }

    [Fact]
    public void PlannedDatesMayLieAhead_InTheirOrder()
    {
        Assert.Empty(A.Read(Sections.Permit, A.Permit.With(("BeginDate", "2026-12-01"), ("EndDate", "2028-12-01"))).Breaches);
        Refused(Sections.Permit, A.Alone, "order", "EndDate", "计划竣工日期不能早于计划开工日期 2026-12-01", ("BeginDate", "2026-12-01"), ("EndDate", "2026-11-30"));
    }

    [Theory]
    [InlineData("ProvinceLicenceNo", "32010220210226010", "digits", "ProvinceLicenceNo")]
    [InlineData("IssueCertDate", "2021-01-21", "before-review", "IssueCertDate")]
    [InlineData("IssueCertDate", "2021-03-02", "after-start", "IssueCertDate")]
    public void APermitMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.Permit, code, field, (key, text));

    [Theory]
    [InlineData("EDate", "2021-02-28", "order", "EDate")]
    [InlineData("Length", "", "required", "FactArea")]
    [InlineData("BuilderLicenceNum", "320102202102260109", "no-permit", "BuilderLicenceNum")]
    [InlineData("QCCorpName", "南京检测中心", "pair", "QCCorpCode")]
    [InlineData("PrjFinishNum", "3201022010150201-SX-001", "letters", "PrjFinishNum")]
    public void AnAcceptanceMustHold(string key, string text, string code, string field) =>
        Refused(Sections.Acceptance, A.Within(), code, field, null, (key, text));

    [Theory]
    [InlineData("BDate", "2021-03-02", "other-date", "BDate")]
    [InlineData("EDate", "2022-03-16", "other-date", "EDate")]
    public void AnAcceptanceMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.Acceptance, code, field, (key, text));

    [Theory]
    [InlineData("EDate", "2020-11-05", "order", "EDate")]
    [InlineData("PerfNum", "3201022010150201-HA-001", "letters", "PerfNum")]
    [InlineData("PerfNum", "YJ-" + OtherProject + "-001", "other-project", "PerfNum")]
    public void IndicatorsMustHold(string key, string text, string code, string field) =>
        Refused(Sections.Indicators, A.Within(), code, field, null, (key, text));

    [Fact]
    public void DesignOutsideBuildingAndMunicipalNamesItsIndustry()
    {
        Assert.Equal("Indicators[0].DesignIndustry", Assert.Single(A.Read(Sections.Indicators, A.Indicators, A.Within(Sector.OtherIndustry)).Breaches).Field);
        Assert.Empty(A.Read(Sections.Indicators, A.Indicators.With(("DesignIndustry", "电力行业")), A.Within(Sector.OtherIndustry)).Breaches);
    }

    [Theory]
    [InlineData("SubProjectLength", "", "no-figures", "TechParamInfo")]
    [InlineData("BDate", "2020-11-05", "before-contract", "BDate")]
    public void IndicatorsMayLookOdd(string key, string text, string code, string field) => Doubted(Sections.Indicators, code, field, (key, text));

    [Fact]
    public void AreasAboveAndBelowGroundAddUp() => Doubted(
        Sections.Indicators, "sum", "BuildArea", ("BuildArea", "1000"), ("BuildAreaOn", "700"), ("BuildAreaBottom", "200"));

    [Theory]
    [InlineData("PrjDuty", "004", "unit-kind", "PrjDuty")]
    [InlineData("CorpKind", "1", "unit-kind", "PrjDuty")]
    [InlineData("RegTypeNum", "一级注册结构工程师", "pair", "RegNum")]
    [InlineData("IDCard", "110105491231002", "identifier", "IDCard")]
    public void AMemberOfStaffMustHold(string key, string text, string code, string field) =>
        Refused(Sections.Personnel, A.Within(), code, field, null, (key, text));

    [Fact]
    public void OnlyAResidentCardHasACheckDigit()
    {
        Assert.Empty(A.Read(Sections.Personnel, A.Personnel.With(("IDCardTypeNum", "3"), ("IDCard", "g1234 5678"))).Breaches);
        Refused(Sections.Personnel, A.Alone, "identifier", "IDCard", "证件号码应为 4–30 个字符，现在是 3 个", ("IDCardTypeNum", "3"), ("IDCard", "G12"));
    }

    [Fact]
    public void APersonMayHoldTwoDuties_ButNotOneTwice()
    {
        Assert.Empty(A.Read(Sections.Personnel, A.Personnel.And(A.Personnel.With(("PrjDuty", "002")))).Breaches);
        Assert.Contains(A.Read(Sections.Personnel, A.Personnel.And(A.Personnel)).Breaches, b => b is { Code: "twin", Field: "Personnel[1].IDCard" });
    }

    [Theory]
    [InlineData("CorpName", "南京别家设计院", "other-unit", "CorpName")]
    [InlineData("RegDate", "2021-01-23", "before-registration", "RegDate")]
    [InlineData("IDCard", "11010520031231002", "age", "IDCard")]
    public void AMemberOfStaffMayLookOdd(string key, string text, string code, string field) =>
        Doubted(Sections.Personnel, code, field, (key, key == "IDCard" ? text + "0123456789X".First(c => Domain.Reference.IdNumber.IsValid(text + c)) : text));

    [Theory]
    [InlineData("2018-06-03", true)]
    [InlineData("2018-06-02", false)]
    public void WhereNothingWasReviewed_RegistrationIsHeldAgainstTheEndOfTheWork(string registered, bool odd)
    {
        var survey = new SectionContext(new DateOnly(2026, 11, 20), Sector.Survey, new Dictionary<Sections, SectionValues> { [Sections.Indicators] = SectionValues.Of(("EDate", "2018-06-02")) });
        var notes = A.Read(Sections.Personnel, A.Personnel.With(("RegDate", registered)), survey).Notes;
        Assert.Equal(odd, notes.Any(n => n.Code == "before-registration" && n.Message.Contains("工作结束日期 2018-06-02", StringComparison.Ordinal)));
    }

    private static void Refused(Sections section, SectionContext context, string code, string key, string? message, params (string Key, string Text)[] changes)
    {
        var reading = A.Read(section, A.Record[section].With(changes), context);
        var breach = Assert.Single(reading.Breaches);
        Assert.Equal((code, SectionDefinitions.Of(section).PathOf(0, key)), (breach.Code, breach.Field));
        Assert.Equal(message ?? breach.Message, breach.Message);
    }

    private static void Doubted(Sections section, string code, string key, params (string Key, string Text)[] changes)
    {
        var reading = A.Read(section, A.Record[section].With(changes), A.Within(Sector.Municipal));
        Assert.Empty(reading.Breaches);
        var note = Assert.Single(reading.Notes);
        Assert.Equal((code, SectionDefinitions.Of(section).PathOf(0, key)), (note.Code, note.Field));
    }
}
