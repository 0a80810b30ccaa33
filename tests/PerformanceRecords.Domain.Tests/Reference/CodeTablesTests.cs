using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class CodeTablesTests
{
    [Fact]
    public void EveryTableHasATitleAndItems_WithoutBlanksOrTwins()
    {
        Assert.All(CodeTables.All, table =>
        {
            Assert.NotEmpty(table.Title);
            Assert.NotEmpty(table.Items);
            Assert.All(table.Items, item => Assert.True(item.Code.Trim().Length > 0 && item.Name.Trim().Length > 0));
            Assert.Equal(table.Items.Count, table.Items.Select(i => i.Code).Distinct().Count());
        });
    }

    [Fact]
    public void EveryTableAFieldNamesExists() => Assert.All(
        SectionDefinitions.All.SelectMany(s => s.Fields).Where(f => f.Kind == FieldKind.Code), f => Assert.NotNull(f.CodeTable));

    [Theory]
    [InlineData("prjType", "02", "市政工程")]
    [InlineData("prjFunction", "015", "桥隧")]
    [InlineData("contractType", "200", "设计")]
    [InlineData("prjProperty", "099", "其他")]
    [InlineData("workDuty", "004", "图审机构项目负责人")]
    [InlineData("designIndustry", "A221", "建筑行业")]
    [InlineData("structureType", "004", "框架－剪力墙结构")]
    [InlineData("prjLevel", "321", "大型")]
    [InlineData("contractType", "no such code", "no such code")]
    public void ACodeHasItsName(string table, string code, string name) => Assert.Equal(name, CodeTables.NameOf(table, code));

    [Fact]
    public void ThereAre21DesignIndustries() => Assert.Equal(21, CodeTables.Get("designIndustry").Items.Count);

    [Fact]
    public void EveryUseOfWorksFitsBuildingOrMunicipalWorks()
    {
        var uses = CodeTables.Get("prjFunction");
        Assert.Equal(16, uses.InGroup("01").Count());
        Assert.Equal(10, uses.InGroup("02").Count());
        Assert.Equal(["010", "011", "012", "013", "014", "015", "016", "017", "018", "099"], uses.InGroup("02").Select(i => i.Code));
        Assert.Empty(uses.InGroup("99"));
    }

    [Fact]
    public void DesignContractsAreLetteredA_AndSurveyContractsB()
    {
        Assert.Equal("HA", CodeTables.Find("contractType", "200")!.Letters);
        Assert.Equal("HB", CodeTables.Find("contractType", "100")!.Letters);
    }

    [Fact]
    public void WhatCouldNotBeConfirmedSaysSo()
    {
        Assert.False(CodeTables.Get("idCardType").IsCertain);
        Assert.False(CodeTables.Get("dataLevel").IsCertain);
        Assert.True(CodeTables.Get("prjType").IsCertain);
    }

    [Fact]
    public void AnUnknownTableIsAProgrammersMistake() => Assert.Throws<ArgumentException>(() => CodeTables.Get("nothing"));

    [Theory]
    [InlineData("prjType", "02", "02")]
    [InlineData("prjType", "市政工程", "02")]
    [InlineData("prjType", "市政基础设施工程", "02")]
    [InlineData("prjType", "02 市政工程", "02")]
    [InlineData("prjType", "02（市政工程）", "02")]
    [InlineData("structureType", "框架-剪力墙结构", "004")]
    [InlineData("structureType", "框架－剪力墙结构", "004")]
    [InlineData("regType", "ry_zclb_011", "RY_ZCLB_011")]
    public void ACodeIsMeantByItsCodeOrItsName(string table, string typed, string code) =>
        Assert.Equal(code, Assert.Single(CodeTables.Get(table).Meant(typed)).Code);

    [Fact]
    public void OneNameCanMeanTwoCodes() => Assert.Equal(["999", "099"], CodeTables.Get("prjFunction").Meant("其他").Select(i => i.Code));

    [Theory]
    [InlineData("02 房屋建筑工程")]
    [InlineData("03")]
    [InlineData("")]
    public void NothingIsMeantByAnythingElse(string typed) => Assert.Empty(CodeTables.Get("prjType").Meant(typed));
}
