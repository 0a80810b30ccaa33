using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class AdvisorTests
{
    private const Sections All = SectionSets.Complete;

    // neither platform has anything of a completed, reviewed building in the province
    private static readonly Situation Unknown = new()
    {
        Wish = Wish.Enter,
        Sector = Sector.Building,
        Provincial = false,
        OwnRecord = false,
        National = Sections.None,
        Completed = true,
        InProvince = true,
        Reviewed = true,
    };

    private static readonly Situation Known = Unknown with { Provincial = true, OwnRecord = true };

    [Theory]
    [InlineData(Sector.Building)]
    [InlineData(Sector.Municipal)]
    public void 一_AContractJustSigned_IsRegistered(Sector sector) =>
        Leads(Unknown with { Sector = sector, Completed = false, Reviewed = null }, FirstEntry.Type, "一");

    [Fact]
    public void 二_1_WhatNeitherPlatformHas_IsSupplemented() => Leads(Unknown, Supplement.Type, "二.1");

    [Fact]
    public void 二_2_WhatOnlyTheProvinceHas_IsCompletedFromThere() => Leads(Known, CompletionFromProvince.Type, "二.2");

    [Theory]
    [InlineData(Sections.Basic, Sections.DrawingReview | Sections.Contract)]
    [InlineData(Sections.Basic | Sections.Contract, Sections.DrawingReview)]
    [InlineData(Sections.Basic | Sections.DrawingReview | Sections.Indicators, Sections.Contract)]
    public void 三_1_1_MissingReviewOrContract_IsCompleted(Sections shown, Sections asked) =>
        Assert.Equal(asked, Leads(Known with { National = shown, Wish = Wish.Complete }, Completion.Type, "三.1（1）").Asked);

    [Fact]
    public void 三_1_2_MissingIndicators_AreCompletedInTheIndicatorLibrary()
    {
        var advice = Leads(Known with { National = All & ~Sections.Indicators }, CompletionOfIndicators.Type, "三.1（2）");
        Assert.Equal("企业资质申报业绩指标库", advice.Type!.Module);
        Assert.Equal(Sections.Indicators, advice.Asked);
    }

    [Fact]
    public void 三_1_2_WhoeverOnlyWantsTheIndicators_IsNotSentToTheContracts() =>
        Leads(Known with { National = Sections.Basic, Target = Sections.Indicators, Wish = Wish.Complete }, CompletionOfIndicators.Type, "三.1（2）");

    [Fact]
    public void 三_1_3_MissingPersonnel_IsCompletedInEitherModule()
    {
        var type = Leads(Known with { National = All & ~Sections.Personnel }, CompletionOfPersonnel.Type, "三.1（3）").Type!;
        Assert.Equal(["工程项目信息勘误（完善）", "企业资质申报业绩指标库"], [type.Module, type.AlsoIn!]);
    }

    [Fact]
    public void 三_1_WhatElseIsMissing_FollowsAfterwards() => Assert.Equal(
        [CompletionOfIndicators.Type, CompletionOfPersonnel.Type],
        Advisor.Advise(Known with { National = Sections.Basic }).Afterwards);

    [Fact]
    public void 三_2_ErrorsInACompletelyShownProject_AreCorrectedByTheMinistry()
    {
        var advice = Leads(Known with { National = All, Wish = Wish.Correct, Target = Sections.Contract }, Correction.Type, "三.2");
        Assert.Equal(Sections.Contract, advice.Asked);
        Assert.Contains(advice.Steps, s => s.At == Stage.MinistryReview);
    }

    [Fact]
    public void 三_2_ErrorsInAnIncompleteProject_AreCompletedFirst() =>
        Leads(Known with { National = Sections.Basic, Wish = Wish.Correct }, Completion.Type, "三.1（1）");

    [Fact]
    public void 三_2_WhatIsNotCompleted_IsNotCorrected() =>
        Assert.Contains(Advisor.Advise(Known with { National = All, Wish = Wish.Correct, Completed = false }).Lacking, l => l.Contains("还没有竣工验收", StringComparison.Ordinal));

    [Theory]
    [InlineData(Sector.Survey)]
    [InlineData(Sector.OtherIndustry)]
    public void 四_SurveyAndOtherIndustries_HaveTheirOwnModule(Sector sector) =>
        Leads(Unknown with { Sector = sector, Reviewed = null, InProvince = null, Completed = null }, OtherIndustry.Type, "四");

    [Fact]
    public void 五_1_1_ADrawingReviewIsRaised() =>
        Assert.Equal(Sections.DrawingReview, Leads(Raising(Sections.DrawingReview), Upgrade.Type, "五.1（1）").Asked);

    [Fact]
    public void 五_1_2_IndicatorsAreRaised() =>
        Assert.Equal(Sections.Indicators, Leads(Raising(Sections.Indicators), Upgrade.Type, "五.1（2）").Asked);

    [Theory]
    [InlineData(Sector.Building, Sections.DrawingReview, "五.1（3）房建市政")]
    [InlineData(Sector.Municipal, Sections.DrawingReview, "五.1（3）房建市政")]
    [InlineData(Sector.Survey, Sections.Indicators, "五.1（3）非房建市政")]
    [InlineData(Sector.OtherIndustry, Sections.Indicators, "五.1（3）非房建市政")]
    public void 五_1_3_BasicInformationIsRaisedThroughTheSectionThatCarriesIt(Sector sector, Sections carrier, string source) =>
        Assert.Equal(carrier, Leads(Raising(Sections.Basic) with { Sector = sector }, Upgrade.Type, source).Asked);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void 五_OnlyProjectsBefore2016_NeedTheReviewsCertificate(bool before, bool needed) => Assert.Equal(needed,
        Advisor.Advise(Raising(Sections.DrawingReview) with { Before2016 = before }).Evidence.Any(e => e.AnyOf.Contains(EvidenceKind.DrawingReviewCertificate)));

    [Fact]
    public void 五_WhatIsNotShown_CannotBeRaised_AndTheGuideSaysSo() => Assert.Contains(
        Advisor.Advise(Raising(Sections.Indicators) with { National = Sections.Basic }).Lacking, l => l.Contains("还没有显示业绩技术指标", StringComparison.Ordinal));

    [Fact]
    public void 六_ARecordForAProvincialQualification_GoesToTheIndicatorLibrary() =>
        Assert.Contains(Leads(Known with { Wish = Wish.Qualify }, IndicatorLibrary.Type, "六").Steps, s => s.Text.Contains("政务网", StringComparison.Ordinal));

    [Fact]
    public void 六_1_WithoutARecord_TheRecordComesFirst()
    {
        Leads(Unknown with { Wish = Wish.Qualify, Sector = Sector.Survey }, OtherIndustry.Type, "四、六.1");
        var building = Leads(Unknown with { Wish = Wish.Qualify, Completed = false }, FirstEntry.Type, "一");
        Assert.Equal([IndicatorLibrary.Type], building.Afterwards);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void 七_SurveyWithoutADrawingReview_ProvesItselfByEitherPaper(bool reviewed)
    {
        var evidence = Advisor.Advise(Unknown with { Sector = Sector.Survey, Reviewed = reviewed }).Evidence;
        Assert.Equal(!reviewed, evidence.Any(e => e.AnyOf.Contains(EvidenceKind.ExpertOpinion) && e.AnyOf.Contains(EvidenceKind.ClientQualityCertificate)));
    }

    [Theory]
    [InlineData(false, true, "没有经施工图审查合格")]
    [InlineData(true, false, "项目不在本省")]
    public void WhereNothingApplies_WhatIsMissingIsSaid(bool reviewed, bool inProvince, string lacking)
    {
        var advice = Advisor.Advise(Unknown with { Reviewed = reviewed, InProvince = inProvince });
        Assert.Null(advice.Type);
        Assert.Contains(advice.Lacking, l => l.Contains(lacking, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatCanBeBroughtAbout_IsSaidBeforeWhatTheProjectIs() => Assert.Equal(
        ["业绩补录：没有经施工图审查合格"], Advisor.Advise(Unknown with { Reviewed = false }).Lacking);

    [Fact]
    public void WhatIsShownAlready_IsNotLacking()
    {
        var advice = Advisor.Advise(Known with { National = All });
        Assert.Equal((true, 0), (advice.Reached?.Contains("不用再补", StringComparison.Ordinal), advice.Lacking.Count));
        Assert.Equal(["修正勘误：本单位在省平台还没有这个项目的业绩记录"], Advisor.Advise(Unknown with { National = All, Wish = Wish.Correct }).Lacking);
    }

    [Fact]
    public void 三_2_WithoutARecord_TheRefusalAndTheGuideSayWhatIsLeftToDo()
    {
        var situation = Unknown with { National = All, Wish = Wish.Correct, Completed = true };
        Assert.Contains("向项目所在地设区市建设主管部门书面提出", Assert.Single(Advisor.Advise(situation).Remedies), StringComparison.Ordinal);
        Assert.EndsWith(Advisor.Advise(situation).Remedies[0], Assert.Single(Advisor.Guard(Correction.Type, situation)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithNothingAnswered_TheWishIsAskedFirst()
    {
        var advice = Advisor.Advise(new Situation());
        Assert.Null(advice.Type);
        Assert.Equal(Question.Wish, advice.Open[0]);
    }

    [Fact]
    public void EveryOtherType_IsRefusedInOneLine() => Assert.All(Advisor.Advise(Unknown).Others, o => Assert.NotEmpty(o.Reason));

    [Fact]
    public void OnceEverythingIsAnswered_AtMostOneWayIsOpen_AndNothingIsLeftToAsk()
    {
        Sections[] shown = [Sections.None, Sections.Basic, Sections.Basic | Sections.Contract | Sections.DrawingReview, All & ~Sections.Personnel, All, Sections.Basic | Sections.Indicators];
        Sections?[] targets = [Sections.Basic, Sections.DrawingReview, Sections.Indicators, Sections.DrawingReview | Sections.Indicators, Sections.Personnel, null];
        bool[] either = [true, false];
        var situations =
            from wish in Enum.GetValues<Wish>()
            from sector in Enum.GetValues<Sector>()
            from national in shown
            from target in targets
            where wish != Wish.Raise || target is not null
            from own in either
            from provincial in own ? [true] : either
            from completed in either
            from reviewed in either
            from inProvince in either
            from raisable in either
            select new Situation
            {
                Wish = wish,
                Sector = sector,
                National = national,
                Target = target,
                OwnRecord = own,
                Provincial = provincial,
                Completed = completed,
                Reviewed = reviewed,
                InProvince = inProvince,
                Raisable = raisable,
            };
        foreach (var situation in situations)
        {
            var answers = Branches.All.Select(b => (b.Source, Open: b.When.All(c => c.Holds(situation) != false), Asked: b.When.Any(c => c.Holds(situation) is null))).ToList();
            Assert.True(answers.Count(a => a.Open) <= 1, $"{string.Join(" / ", answers.Where(a => a.Open).Select(a => a.Source))}: {situation}");
            Assert.DoesNotContain(answers, a => a is { Open: true, Asked: true });
        }
    }

    [Fact]
    public void EveryType_HasItsRows() => Assert.All(ApplicationTypes.All, type => Assert.Contains(Branches.All, b => b.Type == type));

    private static Situation Raising(Sections target) => Known with { Wish = Wish.Raise, National = All, Target = target, Raisable = true };

    private static Advice Leads(Situation situation, ApplicationType type, string source)
    {
        var advice = Advisor.Advise(situation);
        Assert.Equal((type.Code, source), (advice.Type?.Code, advice.Branch?.Source));
        Assert.NotEmpty(advice.Basis);
        Assert.NotEmpty(advice.Evidence);
        Assert.NotEmpty(advice.Steps);
        Assert.Empty(advice.Lacking);
        return advice;
    }
}
