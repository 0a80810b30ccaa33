using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class ProjectIdentityTests
{
    private static readonly ProjectIdentity Tunnel = new("3201022010150201", "2020-320102-48-01-528817", "长江路综合管廊工程（二期）", "南京江河市政建设发展有限公司", ["HY-2020-S-0117"]);
    private static readonly ProjectIdentity Nothing = new("", "", "", "", []);

    [Fact]
    public void TheSameCode_IsTheSameProject_WhateverItIsCalled() =>
        Assert.True(Tunnel.Compare(Nothing with { Code = "2020-320102-48-01-528817", Name = "别的名字" }).Certain);

    [Fact]
    public void TheSameNameAndOwner_AreTheSameProject_HoweverTheyAreTyped() => Assert.True(Tunnel.Compare(
        Nothing with { Name = "长江路 综合管廊工程(二期)", Owner = "南京江河市政建设发展有限公司 " }).Certain);

    [Fact]
    public void TheSameContractAndOwner_AreTheSameProject() =>
        Assert.True(Tunnel.Compare(Nothing with { Name = "管廊设计", Owner = Tunnel.Owner, Contracts = ["hy-2020-s-0117"] }).Certain);

    [Fact]
    public void TwoCodes_AreTwoProjects_WhateverTheyAreCalled() =>
        Assert.False(Tunnel.Compare(Tunnel with { Code = "2021-320102-48-01-000001" }).Certain);

    [Fact]
    public void TwoCodes_ButOneNameOfOneOwner_AreForAPersonToLookAt()
    {
        var likeness = Tunnel.Compare(Nothing with { Name = Tunnel.Name, Owner = Tunnel.Owner, Code = "2021-320102-48-01-000001" });
        Assert.Equal((false, true), (likeness.Certain, likeness.Likely));
    }

    [Theory]
    [InlineData("长江路综合管廊工程（三期）", true)]
    [InlineData("玄武大道快速化改造", false)]
    public void ANearlyEqualNameOfTheSameOwner_IsLikely_NotCertain(string name, bool likely)
    {
        var likeness = Tunnel.Compare(Nothing with { Name = name, Owner = Tunnel.Owner });
        Assert.Equal((false, likely), (likeness.Certain, likeness.Likely));
    }

    [Fact]
    public void TheSameNameElsewhere_IsOnlyLikely() =>
        Assert.Equal((false, true), (Tunnel.Compare(Nothing with { Name = Tunnel.Name, Owner = "另一家公司" }).Certain, Tunnel.Compare(Nothing with { Name = Tunnel.Name }).Likely));
}
