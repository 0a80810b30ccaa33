using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class ProjectDayTests
{
    [Theory]
    [InlineData("2015-12-31", "2014-03-01", "2018-05-01", "2015-12-31")]
    [InlineData("", "2014-03-01", "2018-05-01", "2014-03-01")]
    [InlineData("", "", "2018-05-01", "2018-05-01")]
    [InlineData("见合格书", "", "", null)]
    public void TheReviewsDayCounts_ElseTheContracts_ElseTheCompletions(string reviewed, string signed, string completed, string? day) => Assert.Equal(
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        ProjectDay.Of(new Dictionary<Sections, SectionValues>
        {
            [Sections.Basic] = SectionValues.Of((nameof(BasicInfo.BDate), "2013-01-01"), (nameof(BasicInfo.EDate), completed)),
            [Sections.Contract] = SectionValues.Of((nameof(Contract.ContractDate), signed)),
            [Sections.DrawingReview] = SectionValues.Of((nameof(DrawingReview.CensorEDate), reviewed)),
        }));

    [Fact]
    public void OfSeveral_TheEarliestCounts() => Assert.Equal(
        new DateOnly(2015, 6, 1),
        ProjectDay.Of(new Dictionary<Sections, SectionValues>
        {
            [Sections.DrawingReview] = new([Reviewed("2017-02-03"), Reviewed("2015-06-01")]),
        }));

    [Fact]
    public void TheChecklist_SaysHowItIsJudged() =>
        Assert.Contains(Upgrade.Type.PlanAt(Stage.Draft).Evidence, rule => rule.WhenText?.Contains(ProjectDay.InWords, StringComparison.Ordinal) == true);

    private static Dictionary<string, string> Reviewed(string day) => new() { [nameof(DrawingReview.CensorEDate)] = day };
}
