using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Tests.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class ChangeSetTests
{
    private static readonly SectionDefinition Personnel = SectionDefinitions.Of(Sections.Personnel);
    private static readonly SectionValues Two = A.Personnel.And(A.Personnel.With(("UserName", "王堃"), ("IDCard", "440524188001010014"), ("PrjDuty", "002")));

    [Fact]
    public void AChangedField_IsOneChange_WithWhatItSaidAndWhatItIsToSay()
    {
        var change = Assert.Single(ChangeSet.Between(SectionDefinitions.Of(Sections.Contract), A.Contract, A.Contract.With(("ContractMoney", "368"))));
        Assert.Equal((ChangeKind.Changed, "Contract[0].ContractMoney", "386.00", "368.00"), (change.Kind, change.Path, change.Before, change.After));
    }

    [Fact]
    public void AnIdentityNumber_IsMaskedInTheList() =>
        Assert.DoesNotContain("11010519491231002X", Assert.Single(ChangeSet.Between(Personnel, A.Personnel, A.Personnel.With(("IDCard", "440524188001010014")))).Before);

    [Fact]
    public void APersonLeftOut_AndAPersonTooMany_AreWholeRows()
    {
        Assert.Equal(ChangeKind.Added, Assert.Single(ChangeSet.Between(Personnel, A.Personnel, Two)).Kind);
        var removed = Assert.Single(ChangeSet.Between(Personnel, Two, A.Personnel));
        Assert.Equal((ChangeKind.Removed, "Personnel[-1]"), (removed.Kind, removed.Path));
        Assert.Contains("王堃", removed.Before);
    }

    [Fact]
    public void OnlyTheChangedFields_AreApplied_OnTopOfWhatTheRecordSaysByNow()
    {
        var section = SectionDefinitions.Of(Sections.Contract);
        var proposed = A.Contract.With(("ContractMoney", "368"));
        var now = A.Contract.With(("PrjHead", "王堃"));
        Assert.Equal(now.With(("ContractMoney", "368")), ChangeSet.Rebase(section, A.Contract, proposed, now));
    }

    [Fact]
    public void AChange_FollowsItsRow()
    {
        var proposed = Two.Map((key, text) => key == "SpecialtyTypNum" ? "11" : text);
        var turned = new SectionValues([.. Two.Rows.Reverse()]);
        Assert.Equal(turned.Map((key, text) => key == "SpecialtyTypNum" ? "11" : text), ChangeSet.Rebase(Personnel, Two, proposed, turned));
    }

    [Theory]
    [InlineData("ContractMoney", true)]
    [InlineData("PrjHead", false)]
    public void WhereTheFieldItselfHasMoved_TheChangeIsOvertaken(string moved, bool overtaken)
    {
        var section = SectionDefinitions.Of(Sections.Contract);
        var changes = ChangeSet.Between(section, A.Contract, A.Contract.With(("ContractMoney", "368")));
        var found = ChangeSet.Overtaken(section, changes, A.Contract, A.Contract.With((moved, moved == "PrjHead" ? "王堃" : "400"))).ToList();
        Assert.Equal(overtaken, found.Count > 0);
        Assert.All(found, f => Assert.EndsWith("，现在是 400.00 万元", f.InWords, StringComparison.Ordinal));
    }
}
