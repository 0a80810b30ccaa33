using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class TypesTests
{
    private static readonly string[] Notices = ["1号文", "412号文", "412号文附件5", "412号文附件6", "352号文", "579号文"];

    private static readonly FilingFacts Facts = new()
    {
        Stage = Stage.Draft,
        Sector = Sector.Building,
        Today = new DateOnly(2026, 11, 20),
        Sections = new Dictionary<Sections, SectionValues>(),
        EvidenceKinds = new HashSet<string>(),
        HasRecord = true,
    };

    public static TheoryData<string> Codes => [.. ApplicationTypes.All.Select(t => t.Code)];

    [Fact]
    public void EveryRoute_HasAType() => Assert.Empty(Routes.All.Except(ApplicationTypes.All.SelectMany(t => t.OtherRoutes.Append(t.Route))));

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryEvidenceRule_CitesItsNotice_AndSaysItsCondition(string code) =>
        Assert.All(ApplicationTypes.Of(code).Plans.SelectMany(p => p.Evidence), rule =>
        {
            Assert.Contains(rule.Basis, Notices);
            Assert.Equal(rule.When is null, rule.WhenText is null);
            Assert.All(rule.AnyOf, kind => Assert.Contains(kind, EvidenceKind.All));
        });

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryStageInWhichTheEnterpriseWrites_HasAPlan(string code)
    {
        var type = ApplicationTypes.Of(code);
        Assert.Equal(
            type.Route.Where(s => s.Does == Act.Submit && s.At != Stage.Amendment).Select(s => s.At).Order(),
            type.Plans.Select(p => p.At).Order());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void WhatTheRoutePushes_IsAskedForByTheType(string code)
    {
        var type = ApplicationTypes.Of(code);
        var asked = type.Plans.Aggregate(type.Askable, (all, p) => all | p.Sections);
        Assert.All(type.Route.SelectMany(s => s.And).OfType<Push>(), push => Assert.Equal(Sections.None, push.Sections & ~asked));
    }

    [Theory]
    [InlineData("completion", Sections.DrawingReview, "drawing-review-certificate", true)]
    [InlineData("completion", Sections.DrawingReview, "contract", false)]
    [InlineData("completion", Sections.Contract, "contract", true)]
    [InlineData("completion", Sections.Contract, "drawing-review-certificate", false)]
    [InlineData("upgrade", Sections.DrawingReview, "main-drawings", true)]
    [InlineData("upgrade", Sections.Indicators, "main-drawings", false)]
    [InlineData("upgrade", Sections.Indicators, "platform-screenshot", true)]
    public void TheSectionsAskedFor_DecideTheEvidence(string code, Sections asked, string kind, bool needed) =>
        Assert.Equal(needed, Missing(ApplicationTypes.Of(code), Facts with { Asked = asked }).Contains(kind));

    [Theory]
    [InlineData(2015, true)]
    [InlineData(2016, false)]
    public void ADrawingReviewFromBefore2016_NeedsItsCertificate(int year, bool needed) => Assert.Equal(needed,
        Missing(Upgrade.Type, Facts with { Asked = Sections.DrawingReview, ProjectDate = new DateOnly(year, 12, 31) }).Contains("drawing-review-certificate"));

    [Theory]
    [InlineData(null, false)]
    [InlineData("expert-opinion", true)]
    [InlineData("client-quality-certificate", true)]
    [InlineData("drawing-review-certificate", true)]
    public void SurveyWithoutADrawingReview_ProvesItselfByEitherPaper(string? uploaded, bool enough)
    {
        var facts = Facts with { Sector = Sector.Survey, EvidenceKinds = uploaded is null ? new HashSet<string>() : new HashSet<string> { uploaded } };
        Assert.Equal(enough, !Missing(OtherIndustry.Type, facts).Contains("expert-opinion"));
    }

    [Fact]
    public void ReviewedWorks_OfOtherIndustries_BringTheCertificate() => Assert.Contains("drawing-review-certificate",
        Missing(OtherIndustry.Type, Facts with { Sections = new Dictionary<Sections, SectionValues> { [Sections.DrawingReview] = SectionValues.Of(("PrjSize", "大型")) } }));

    [Theory]
    [InlineData(Sections.Indicators, DataGrade.A, null)]
    [InlineData(Sections.Indicators, DataGrade.B, "upgrade-lower")]
    [InlineData(Sections.Indicators, DataGrade.C, "upgrade-grade")]
    [InlineData(Sections.DrawingReview, DataGrade.A, "upgrade-not-shown")]
    [InlineData(Sections.Basic, DataGrade.A, "upgrade-basic")]
    [InlineData(Sections.None, DataGrade.A, "upgrade-sections")]
    public void AnUpgradeGoesUpwards_FromWhatIsShown(Sections asked, DataGrade grade, string? refused)
    {
        var facts = Facts with { Asked = asked, AskedGrade = grade, ShownGrades = new Dictionary<Sections, DataGrade> { [Sections.Indicators] = DataGrade.B } };
        Assert.Equal(refused, Upgrade.Type.Rules(facts).FirstOrDefault()?.Code);
    }

    [Theory]
    [InlineData(Sector.Building, "施工图审查")]
    [InlineData(Sector.Survey, "业绩技术指标")]
    public void AnUpgradeOfTheBasicInformation_IsLedToTheRightSection(Sector sector, string section) =>
        Assert.Contains(section, Upgrade.Type.Rules(Facts with { Sector = sector, Asked = Sections.Basic, AskedGrade = DataGrade.A }).First().Message);

    [Theory]
    [InlineData(null, false, new[] { "change-reason", "change-evidence" })]
    [InlineData("合同上是 386 万元", false, new[] { "change-evidence" })]
    [InlineData("合同上是 386 万元", true, new string[0])]
    public void EveryChangeOfACorrection_HasItsReasonAndItsProof(string? reason, bool proof, string[] refused)
    {
        var change = new ProposedChange(Sections.Contract, "Contract[0].ContractMoney", ChangeKind.Changed, "合同金额", 0, 0, null, "3.86", "386");
        var facts = Facts with { Asked = Sections.Contract, Changes = [new(change, reason, proof)] };
        Assert.Equal(refused, Correction.Type.Rules(facts).Select(b => b.Code));
    }

    [Fact]
    public void ACorrectionThatChangesNothing_IsNotFiled() =>
        Assert.Equal("correction-empty", Assert.Single(Correction.Type.Rules(Facts with { Asked = Sections.Contract })).Code);

    [Fact]
    public void TheTextThatFollowsTheFigures_NeedsNoReason_ButIsNoCorrectionByItself()
    {
        var figure = new ProposedChange(Sections.Indicators, "Indicators[0].BuildArea", ChangeKind.Changed, "建筑面积", 0, 0, null, "1", "2");
        ReasonedChange text = new(figure with { Path = "Indicators[0].TechParamInfo" }, null, false) { Follows = true };
        var facts = Facts with { Asked = Sections.Indicators, Changes = [new(figure, "竣工图上是这个数", true), text] };
        Assert.Empty(Correction.Type.Rules(facts));
        Assert.Equal("correction-empty", Assert.Single(Correction.Type.Rules(facts with { Changes = [text] })).Code);
    }

    private static List<string> Missing(ApplicationType type, FilingFacts facts) =>
        [.. type.MissingEvidence(facts).Select(b => b.Field["Evidence.".Length..])];
}
