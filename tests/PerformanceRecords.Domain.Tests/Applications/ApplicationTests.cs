using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class ApplicationTests
{
    private readonly Walk walk = new(Supplement.Type);

    [Fact]
    public void AReturnedApplication_ComesBackToTheStageThatAsked()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Verify).Do(Walk.City, Act.SignLetter).Do(Walk.Province, Act.Return);
        Assert.Equal(Stage.Amendment, walk.Stage);
        walk.Do(Walk.Enterprise, Act.Submit);
        Assert.Equal(Stage.ProvinceReview, walk.Stage);
    }

    [Fact]
    public void AnAmendmentTakenBack_IsAnAmendmentAgain_AndStillKnowsWhoAsked()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Return).Do(Walk.Enterprise, Act.Submit).Do(Walk.Enterprise, Act.Withdraw);
        Assert.Equal((Stage.Amendment, Stage.CityReview), (walk.Stage, walk.Application.AskedAt));
        walk.Do(Walk.Enterprise, Act.Submit);
        Assert.Equal(Stage.CityReview, walk.Stage);
    }

    [Fact]
    public void AfterADecision_TheSubmissionCannotBeWithdrawn()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Verify);
        Assert.Null(walk.Application.StepFor(Walk.Enterprise, Act.Withdraw));
        walk.Do(Walk.City, Act.TakeOut);
        Assert.Null(walk.Application.StepFor(Walk.Enterprise, Act.Withdraw));
    }

    [Fact]
    public void TheProvince_MaySendBackToTheCity_WhichVerifiesAgain()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Verify).Do(Walk.City, Act.SignLetter).Do(Walk.Province, Act.SendBack);
        Assert.Equal(Stage.CityReview, walk.Stage);
    }

    [Fact]
    public void AnotherCity_HasNoStep()
    {
        walk.Do(Walk.Enterprise, Act.Submit);
        Assert.Empty(walk.Application.StepsFor(Walk.OtherCity));
        Assert.Throws<StepRefusedException>(() => walk.Do(Walk.OtherCity, Act.Verify));
    }

    [Fact]
    public void ACounty_MayConfirmWhereTheSourceTextLeavesTheLevelOpen_ButNotVerifyAnApplication()
    {
        walk.Do(Walk.Enterprise, Act.Submit);
        Assert.Empty(walk.Application.StepsFor(Walk.County));
        walk.Do(Walk.City, Act.Verify).Do(Walk.City, Act.SignLetter).Do(Walk.Province, Act.OpenPort).Do(Walk.Enterprise, Act.Submit);
        Assert.Contains(walk.Application.StepsFor(Walk.County), s => s.Does == Act.Confirm);
    }

    [Fact]
    public void WithdrawingWhatWasFilledIn_OpensThePortAgain()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Verify).Do(Walk.City, Act.SignLetter).Do(Walk.Province, Act.OpenPort).Do(Walk.Enterprise, Act.Submit);
        var withdraw = walk.Application.StepFor(Walk.Enterprise, Act.Withdraw);
        Assert.Contains(withdraw!.And, e => e is ReleaseSupplementPort);
        walk.Do(Walk.Enterprise, Act.Withdraw);
        Assert.Equal(Stage.FillIn, walk.Stage);
    }

    [Fact]
    public void AnAmendmentAfterFillIn_UsesTheFillInPlan_BeforeItTheApplicationsPlan()
    {
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Return);
        Assert.Equal(Stage.Draft, Supplement.Type.PlanFor(walk.Application).At);
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Verify).Do(Walk.City, Act.SignLetter).Do(Walk.Province, Act.OpenPort);
        Assert.Equal(Stage.FillIn, Supplement.Type.PlanFor(walk.Application).At);
        walk.Do(Walk.Enterprise, Act.Submit).Do(Walk.City, Act.Return);
        Assert.Equal(Stage.FillIn, Supplement.Type.PlanFor(walk.Application).At);
    }

    [Fact]
    public void SomebodyElsesStep_CannotBeTakenByHand()
    {
        walk.Do(Walk.Enterprise, Act.Submit);
        var step = walk.Application.StepFor(Walk.City, Act.Verify)!;
        Assert.Throws<StepRefusedException>(() => walk.Application.Take(step, Walk.OtherCity, null, DateTime.UtcNow, null, null));
    }
}
