using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class ShowingTests
{
    [Theory]
    [InlineData(Sections.Basic, "PrjTypeNum", "02", "市政工程")]
    [InlineData(Sections.Basic, "PrjTypeNum", "没有的", "没有的")]
    [InlineData(Sections.Basic, "CountyNum", "320102", "江苏省南京市玄武区")]
    [InlineData(Sections.Basic, "AllInvest", "12680.5", "12,680.50")]
    [InlineData(Sections.Basic, "AllInvest", "0.1234", "0.1234")]
    [InlineData(Sections.Basic, "AllInvest", "一亿多", "一亿多")]
    [InlineData(Sections.Basic, "AllArea", "32860", "32,860")]
    [InlineData(Sections.Basic, "BDate", "2021-03-01", "2021-03-01")]
    [InlineData(Sections.Basic, "PrjName", "", "")]
    [InlineData(Sections.DrawingReview, "OneCensorIsPass", "1", "是")]
    [InlineData(Sections.DrawingReview, "OneCensorIsPass", "0", "否")]
    [InlineData(Sections.Personnel, "IDCard", "11010519491231002X", "1101**********002X")]
    [InlineData(Sections.Personnel, "IDCard", "CfDJ8Jx0c2VhbGVkLWlkLW51bWJlci1vZi1hLXBlcnNvbg", "已加密保存")]
    public void AStoredTextIsShownForPeople(Sections section, string key, string text, string shown) =>
        Assert.Equal(shown, SectionDefinition.Display(SectionDefinitions.Of(section).Field(key)!, text));

    [Fact]
    public void ADifferenceNamesTheFieldAndBothTexts()
    {
        var change = Assert.Single(SectionDefinitions.Of(Sections.Basic).Differences(A.Basic, A.Basic.With(("AllInvest", "13000"))));
        Assert.Equal(("AllInvest", 0, 0, "12680.5", "13000"), (change.Field.Key, change.OldRow, change.NewRow, change.Before, change.After));
    }

    [Fact]
    public void AnEmptyFieldAndAMissingOneAreNoDifference() =>
        Assert.Empty(SectionDefinitions.Of(Sections.Basic).Differences(A.Basic, A.Basic.With(("Address", ""))));

    [Fact]
    public void ARemovedFirstContractIsOneRemoval_NotAChangeOfEveryRow()
    {
        var (first, second) = (A.Contract, A.Contract.With(("ContractNum", "HY-2020-K-0031"), ("ContractTypeNum", "100"), ("ContractMoney", "52")));
        var changes = SectionDefinitions.Of(Sections.Contract).Differences(first.And(second), second);
        Assert.All(changes, c => Assert.Equal((0, null, ""), (c.OldRow, c.NewRow, c.After)));
        Assert.Equal(9, changes.Count);
    }

    [Fact]
    public void AChangedContractIsFoundByItsNumber_WhereverItMoved()
    {
        var second = A.Contract.With(("ContractNum", "HY-2020-K-0031"), ("ContractTypeNum", "100"), ("ContractMoney", "52"));
        var changes = SectionDefinitions.Of(Sections.Contract).Differences(
            A.Contract.And(second), second.With(("ContractMoney", "53")).And(A.Contract.With(("ContractMoney", "390"))));
        Assert.Equal([(1, 0, "52", "53"), (0, 1, "386", "390")], changes.Select(c => (c.OldRow!.Value, c.NewRow!.Value, c.Before, c.After)));
    }

    [Fact]
    public void ACorrectedNumberIsAChange_NotAnotherContract()
    {
        var change = Assert.Single(SectionDefinitions.Of(Sections.Contract).Differences(A.Contract, A.Contract.With(("ContractNum", "HY-2020-S-0118"))));
        Assert.Equal((0, 0, "HY-2020-S-0118"), (change.OldRow, change.NewRow, change.After));
    }
}
