using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class IndicatorTests
{
    [Fact]
    public void EveryDesignIndustry_HasItsFigures() =>
        Assert.All(CodeTables.Get("designIndustry").Items, industry => Assert.Contains(IndicatorGroups.All, g => g.Industries.Contains(industry.Code)));

    [Fact]
    public void EveryKindOfWorks_HasItsFigures() => Assert.All(
        new[] { Sector.Building, Sector.Municipal, Sector.Survey }, sector => Assert.Contains(IndicatorGroups.All, g => g.Sectors.Contains(sector)));

    [Fact]
    public void EveryGroup_IsOneOfTheForm() =>
        Assert.All(IndicatorGroups.All, g => Assert.Contains(SectionDefinitions.Of(Sections.Indicators).Fields, f => f.Group == g.Group));

    [Theory]
    [InlineData(Sector.Building, null, "BuildArea", true)]
    [InlineData(Sector.Building, null, "Boreholes", false)]
    [InlineData(Sector.Survey, null, "Boreholes", true)]
    [InlineData(Sector.OtherIndustry, "A204", "Voltage", true)]
    [InlineData(Sector.OtherIndustry, "A204", "TrackLength", false)]
    [InlineData(Sector.OtherIndustry, "A213", "TrackLength", true)]
    [InlineData(Sector.Municipal, null, "TechParamInfo", true)]
    public void TheForm_ShowsTheFiguresOfItsWorks(Sector sector, string? industry, string key, bool shown) =>
        Assert.Equal(shown, IndicatorGroups.Shows(SectionDefinitions.Of(Sections.Indicators).Field(key)!, sector, industry, ""));

    [Fact]
    public void AFigureAlreadyFilledIn_IsAlwaysShown() =>
        Assert.True(IndicatorGroups.Shows(SectionDefinitions.Of(Sections.Indicators).Field("Boreholes")!, Sector.Building, null, "12"));

    [Fact]
    public void TheText_SaysLevelFiguresAndUnits()
    {
        var indicators = SectionValues.Of(("PrjLevelNum", "321"), ("BuildArea", "45210.25"), ("SubBuildHeight", "49.8"), ("FloorCountOn", "11"));
        var units = SectionValues.Of(("SubProjectName", "门诊楼"), ("BuildArea", "45210.25"));
        Assert.Equal("大型；建筑面积 45210.25 ㎡；建筑高度 49.8 米；地上层数 11 层；单体：门诊楼（建筑面积 45210.25 ㎡）", IndicatorText.Of(indicators, 0, units));
    }

    [Fact]
    public void TheText_IsWrittenAnewUntilAPersonWritesIt()
    {
        var first = IndicatorText.Written(SectionValues.Of(("BuildArea", "100")), null);
        Assert.Equal("建筑面积 100 ㎡", first["TechParamInfo"]);
        var second = IndicatorText.Written(first.With(("BuildArea", "200")), first);
        Assert.Equal("建筑面积 200 ㎡", second["TechParamInfo"]);
        var own = IndicatorText.Written(second.With(("TechParamInfo", "自己写的"), ("BuildArea", "300")), second);
        Assert.Equal("自己写的", own["TechParamInfo"]);
    }

    [Theory]
    [InlineData("304", "MaxUnitArea", "20000.5", "大型")]
    [InlineData("304", "MaxUnitArea", "20000", "中型")]
    [InlineData("304", "SubBuildHeight", "23.9", "小型")]
    [InlineData("304", "SubBuildHeight", "50.1", "大型")]
    [InlineData("100", "FloorCountOn", "21", "大型")]
    [InlineData("100", "FloorCountOn", "12", "中型")]
    [InlineData("304", "FloorCountOn", "40", null)]
    public void TheScale_IsHintedAt_WithItsThreshold(string use, string field, string text, string? level)
    {
        var context = new SectionContext(A.Today, Sector.Building, new Dictionary<Sections, SectionValues> { [Sections.Basic] = SectionValues.Of(("PrjFunctionNum", use)) });
        Assert.Equal(level, ScaleHint.For(SectionValues.Of((field, text)), 0, context)?.Level);
    }

    [Theory]
    [InlineData("1", "3", "3", "甲级")]
    [InlineData("2", "3", "3", "乙级")]
    [InlineData("3", "3", "3", "丙级")]
    [InlineData("", "2", "3", null)]
    public void TheSurveyGrade_FollowsFromThreeGrades(string importance, string site, string ground, string? grade) => Assert.Equal(grade, ScaleHint.For(
        SectionValues.Of(("GeotechImportance", importance), ("SiteGrade", site), ("GroundGrade", ground)), 0, new SectionContext(A.Today, Sector.Survey))?.Level);

    [Fact]
    public void AnotherLevelThanTheFiguresGive_IsPointedOut_NeverRefused()
    {
        var reading = A.Read(Sections.Indicators, A.Indicators.With(("PrjLevelNum", "323"), ("SubBuildHeight", "80")), A.Within(Sector.Building));
        Assert.Empty(reading.Breaches);
        Assert.Contains(reading.Notes, n => n.Code == "scale" && n.Message.Contains("大型", StringComparison.Ordinal));
    }
}
