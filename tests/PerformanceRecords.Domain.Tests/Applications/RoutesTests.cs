using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class RoutesTests
{
    public static TheoryData<string> Codes => [.. Routes.All.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryStage_CanBeReachedFromTheDraft(string code)
    {
        var route = Routes.Of(code);
        var reached = new HashSet<Stage> { Stage.Draft };
        while (route.Where(s => reached.Contains(s.At) && s.Then is { } then && !reached.Contains(then)).ToArray() is { Length: > 0 } more)
        {
            reached.UnionWith(more.Select(s => s.Then!.Value));
        }

        Assert.All(route, step => Assert.Contains(step.At, reached));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryStage_IsFinalOrCanBeLeft(string code)
    {
        var route = Routes.Of(code);
        Assert.All(route.Select(s => s.Then).OfType<Stage>().Distinct(), stage => Assert.True(stage.IsFinal() || route.At(stage).Any(), $"{stage} is a dead end"));
        Assert.DoesNotContain(route, step => step.At.IsFinal());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void NoTwoRows_AnswerTheSameQuestion(string code) =>
        Assert.All(Routes.Of(code).GroupBy(s => (s.At, s.By, s.Does)), same => Assert.Single(same));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryReview_CanReturnAndReject(string code)
    {
        var route = Routes.Of(code);
        Assert.All(route.Where(s => s.Does is Act.Verify or Act.Confirm or Act.OpenPort), review =>
        {
            Assert.Equal(Stage.Amendment, route.Find(review.At, review.By, Act.Return)?.Then);
            Assert.Equal(Stage.Rejected, route.Find(review.At, review.By, Act.Reject)?.Then);
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ProvinceAndMinistry_CanSendBackToTheLevelBefore(string code)
    {
        var route = Routes.Of(code);
        Assert.All(route.Where(s => s.By is Level.Province or Level.Ministry && s.Does is Act.Verify or Act.Confirm or Act.OpenPort), review =>
        {
            var back = route.Find(review.At, review.By, Act.SendBack);
            Assert.True(route.HolderAt(back!.Then!.Value) < review.By);
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryRoute_CitesItsNotice(string code) => Assert.Matches("(1|412|352|579|391)号文", Routes.Of(code).Basis);

    [Theory]
    [MemberData(nameof(Codes))]
    public void OnlyTheStepIntoCompleted_Publishes(string code) =>
        Assert.All(Routes.Of(code).Where(s => s.And.Any(e => e is Push or PublishToServiceNetwork)), step => Assert.Equal(Stage.Completed, step.Then));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCompletion_PublishesSomewhere(string code) =>
        Assert.All(Routes.Of(code).Where(s => s.Then == Stage.Completed), step => Assert.Contains(step.And, e => e is Push or PublishToServiceNetwork));

    [Theory]
    [InlineData("first-entry", "")]
    [InlineData("supplement", "City Verify, City SignLetter, Province OpenPort, City Confirm")]
    [InlineData("completion-from-province", "City Confirm")]
    [InlineData("completion", "City Confirm")]
    [InlineData("correction", "City Verify, City SignLetter, Province Verify, Province SignLetter, Ministry Confirm")]
    [InlineData("other-industry", "City Confirm")]
    [InlineData("upgrade", "City Verify, City SignLetter, Province Verify, Province SignLetter")]
    [InlineData("indicator-library", "City Confirm")]
    [InlineData("indicators-for-both", "City Confirm")]
    public void TheRoute_AsksTheLevelsOfTheSourceText(string code, string approvals) =>
        Assert.Equal(approvals, string.Join(", ", Routes.Of(code).MainLine.Where(s => s.Does.IsApproval()).Select(s => $"{s.By} {s.Does}")));

    [Fact]
    public void TheMinistrysAnswerByPost_IsWrittenDownByTheProvince_AndByNobodyElse() => Assert.All(Routes.All, route =>
    {
        Assert.All(route.Recorders, r => Assert.Equal((Stage.MinistryReview, Level.Province), (r.Key, r.Value)));
        Assert.Equal(route.Any(s => s.By == Level.Ministry), route.Recorders.Count == 1);
    });

    [Fact]
    public void EveryRoute_IsListedOnce() => Assert.Equal(Routes.All.Count, Routes.All.DistinctBy(r => r.Code).Count());

    [Fact]
    public void AnUnknownRoute_IsSaidSo() => Assert.Throws<ArgumentException>(() => Routes.Of("gone"));
}
