using PerformanceRecords.Domain.Actors;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class RegionsTests
{
    [Fact]
    public void TheProvinceHas13CitiesAnd95Counties_WithoutItsDevelopmentZones()
    {
        Assert.Equal(13, Regions.Cities.Count);
        Assert.Equal(95, Regions.Cities.SelectMany(c => Regions.CountiesOf(c.Code)).Count(r => r.Kind == RegionKind.County));
        Assert.Equal(9, Regions.Cities.SelectMany(c => Regions.CountiesOf(c.Code)).Count(r => r.Kind == RegionKind.DevelopmentZone));
        Assert.Equal(216, Regions.All.Count(r => r.IsRetired));
        Assert.Equal("320100", Regions.Cities[0].Code);
    }

    [Theory]
    [InlineData("320000", "江苏省", "江苏省")]
    [InlineData("320100", "江苏省南京市", "南京市")]
    [InlineData("320102", "江苏省南京市玄武区", "南京市 玄武区")]
    [InlineData("320576", "江苏省苏州市苏州工业园区", "苏州市 苏州工业园区")]
    [InlineData("320584", "江苏省苏州市吴江市（已撤销）", "苏州市 吴江市（已撤销）")]
    [InlineData("999999", "999999", "999999")]
    public void ARegionIsNamedInFullAndInShort(string code, string full, string brief)
    {
        Assert.Equal(full, Regions.FullName(code));
        Assert.Equal(brief, Regions.ShortName(code));
    }

    [Theory]
    [InlineData("320000", true)]
    [InlineData("320200", true)]
    [InlineData("320613", true)]
    [InlineData("321171", true)]
    [InlineData("320611", true)]
    [InlineData("322100", true)]
    [InlineData("321400", false)]
    [InlineData("420106", false)]
    [InlineData("", false)]
    public void CurrentRetiredAndZoneCodesAreKnown_OthersAreNot(string code, bool known) => Assert.Equal(known, Regions.IsKnown(code));

    [Theory]
    [InlineData("320584", "320509")]
    [InlineData("320611", "320613")]
    [InlineData("320304", null)]
    [InlineData("320212", null)]
    [InlineData("320102", null)]
    public void ARetiredCodeHasASuccessor_UnlessItWasDividedOrDropped(string code, string? successor) =>
        Assert.Equal(successor, Regions.Successor(code));

    [Theory]
    [InlineData("320102", "320100")]
    [InlineData("320100", "320100")]
    [InlineData("320576", "320500")]
    [InlineData("320584", "320500")]
    [InlineData("320126", "321000")]
    [InlineData("320212", "320200")]
    [InlineData("320000", null)]
    [InlineData("329000", null)]
    [InlineData("420106", null)]
    public void ARegionLiesInTheCityOfToday(string code, string? city) => Assert.Equal(city, Regions.CityOf(code)?.Code);

    [Fact]
    public void EverySuccessorIsACurrentRegion() =>
        Assert.All(Regions.All.SelectMany(r => r.Successors), s => Assert.False(Regions.Find(s)!.IsRetired));

    [Fact]
    public void NoTwoCountiesShareACode_AndEachLiesInACityOfTheList() => Assert.All(
        Regions.All.Where(r => r.Kind is RegionKind.County or RegionKind.DevelopmentZone),
        r => Assert.Contains(r, Regions.CountiesOf(Regions.CityOf(r.Code)!.Code)));

    [Theory]
    [InlineData("玄武区", "320102")]
    [InlineData("南京市玄武区", "320102")]
    [InlineData("江苏省南京市玄武区", "320102")]
    [InlineData("南京市 玄武区", "320102")]
    [InlineData("苏州工业园区", "320576")]
    public void ARegionIsFoundByItsName(string name, string code) => Assert.Equal(code, Assert.Single(Regions.Named(name)).Code);

    [Fact]
    public void TwoCitiesHaveAGulouDistrict() => Assert.Equal(["320106", "320302"], Regions.Named("鼓楼区").Select(r => r.Code).Order());
}
