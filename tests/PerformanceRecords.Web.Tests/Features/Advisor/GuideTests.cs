using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Advisor;

/// <summary>办理指引: the one way that is right, from a project or from a few answers; the same table that guards submission.</summary>
public sealed class GuideTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string Route = "#answer .name";
    private static int projects = 400;

    [Theory]
    [InlineData("sector=Building&wish=Enter&completed=no&own=no", "合同归集")]
    [InlineData("sector=Building&wish=Enter&completed=yes&provincial=no&own=no&national=None&inside=yes&reviewed=yes", "业绩补录")]
    [InlineData("sector=Municipal&wish=Complete&provincial=yes&own=yes&national=None", "信息完善（部平台无信息）")]
    [InlineData("sector=Building&wish=Complete&own=yes&national=Basic", "信息完善（施工图审查、设计合同）")]
    [InlineData("sector=Building&wish=Complete&own=yes&national=Contract&national=DrawingReview&national=Personnel", "信息完善（业绩技术指标）")]
    [InlineData("sector=Building&wish=Complete&own=yes&national=Contract&national=DrawingReview&national=Indicators", "信息完善（人员）")]
    [InlineData("sector=Building&wish=Correct&own=yes&completed=yes&national=Contract&national=DrawingReview&national=Indicators&national=Personnel", "修正勘误")]
    [InlineData("sector=Survey&wish=Enter&national=None", "行业外工程补录")]
    [InlineData("sector=OtherIndustry&wish=Qualify&own=no", "行业外工程补录")]
    [InlineData("sector=Building&wish=Raise&target=DrawingReview&own=yes&national=DrawingReview&raisable=yes", "数据等级升级")]
    [InlineData("sector=Survey&wish=Raise&target=Basic&own=yes&national=Indicators&raisable=yes", "数据等级升级")]
    [InlineData("sector=Building&wish=Qualify&own=yes", "业绩指标入库")]
    public async Task ANobody_GetsTheOneRightWay_FromAFewAnswers(string answers, string expected)
    {
        using var visitor = office.Portal.Visitor();
        var page = await visitor.OpenAsync("/guide?" + answers);

        Assert.Equal([expected], page.Texts(Route));
        Assert.True(page.Says("为什么不是别的"), page.Text);
        Assert.True(page.Says("步骤与时限"), page.Text);
        Assert.True(page.Has("#answer a[href^='/account/sign-in?returnUrl=']"), page.Text);
    }

    [Fact]
    public async Task AnAnswer_NamesItsBasisMaterialsStepsAndLimits()
    {
        using var visitor = office.Portal.Visitor();
        var page = await visitor.OpenAsync("/guide?sector=Building&wish=Enter&completed=yes&provincial=no&own=no&national=None&inside=yes&reviewed=yes");

        Assert.True(page.Says("412号文附件6 · 苏建函建管〔2021〕412号"), page.Text);
        Assert.True(page.Says("施工图审查合格书"), page.Text);
        Assert.Equal(7, page.Texts(".path li").Count);
        Assert.Contains("推送部平台，可查基本信息、合同信息、施工图审查", page[".path li:last-child"].TextContent, StringComparison.Ordinal);
        Assert.True(page.Says("5 个工作日"), page.Text);
        Assert.True(page.Says("391号文 · 建办市函〔2023〕391号"), page.Text);
        Assert.True(page.Says("部平台和省平台都没有，已在本省经施工图审查合格并通过竣工验收。"), page.Text);

        // a fact where there is one, else what it is for
        Assert.True(page.Says("修正勘误：部平台还缺环节，先办理信息完善"), page.Text);
        Assert.True(page.Says("数据等级升级：本单位在省平台还没有这个项目的业绩记录"), page.Text);
        Assert.True(page.Says("业绩指标入库：本单位在省平台还没有这个项目的业绩记录"), page.Text);
    }

    [Fact]
    public async Task WhereNothingApplies_ItSaysWhatIsMissing()
    {
        using var visitor = office.Portal.Visitor();
        var page = await visitor.OpenAsync("/guide?sector=Building&wish=Enter&completed=yes&provincial=no&own=no&national=None&inside=yes&reviewed=no");

        Assert.Equal(["还缺什么"], page.Texts(Route));
        Assert.Contains(page.Texts("#answer .because li"), text => text.Contains("没有经施工图审查合格", StringComparison.Ordinal));
        Assert.False(page.Has("#answer form"), page.Text);
    }

    [Theory]
    [InlineData("sector=Building&wish=Complete&own=yes&national=Contract&national=DrawingReview&national=Indicators&national=Personnel&completed=yes", "不用再补")]
    [InlineData("sector=Survey&wish=Enter&national=Indicators", "部平台已经显示这个项目的基本信息、业绩技术指标，不用再补")]
    [InlineData("sector=Building&wish=Raise&own=yes&national=DrawingReview&target=DrawingReview&raisable=no", "不用再升")]
    public async Task WhatIsThereAlready_NeedNotBeDone_AndIsNotCalledMissing(string answers, string words)
    {
        using var visitor = office.Portal.Visitor();
        var page = await visitor.OpenAsync("/guide?" + answers);

        Assert.Equal(["不用再办"], page.Texts(Route));
        Assert.True(page.Says(words), page.Text);
        Assert.False(page.Says("还缺什么"), page.Text);
    }

    [Theory]
    [InlineData("yes", "施工图审查合格书", "专家论证意见")]
    [InlineData("no", "专家论证意见", "经过施工图审查的")]
    public async Task 七_WhetherItWasReviewed_DecidesWhatIsToBeProved(string reviewed, string asked, string notAsked)
    {
        using var visitor = office.Portal.Visitor();
        var page = await visitor.OpenAsync("/guide?sector=Survey&wish=Enter&national=None&reviewed=" + reviewed);

        Assert.True(page.Has("[name=reviewed]"), page.Text);
        var materials = page["#answer .cols-2 .because"].TextContent;
        Assert.Contains(asked, materials, StringComparison.Ordinal);
        Assert.DoesNotContain(notAsked, materials, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有的项目", "没有“没有的项目”。部平台要按 16 位项目编号查")]
    [InlineData("32010220101502", "应为 16 位数字，现在是 14 位")]
    public async Task WhatIsNotFound_IsSaid_WithWhatToDo(string typed, string words) =>
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, "/guide?key=" + Uri.EscapeDataString(typed))) is var page && page.Says(words), page.Text);

    [Fact]
    public async Task TheGuide_IsLedToFromEverywhere()
    {
        using var visitor = office.Portal.Visitor();
        Assert.True((await visitor.OpenAsync("/account/sign-in")).Has("main a[href='/guide']"));
        foreach (var (person, address) in new[] { (DemoPeople.Zhang, "/"), (DemoPeople.Zhang, "/applications/new"), (DemoPeople.Zhang, "/records"), (DemoPeople.Wang, "/") })
        {
            Assert.True((await office.OpenAsync(person, address)).Has("a[href='/guide'], form[action='/guide']"), $"{person.FullName} {address}");
        }

        Assert.True((await office.OpenAsync(DemoPeople.Zhang, "/")).Has("nav.side a[href='/guide']"));
    }

    [Fact]
    public async Task QuestionsThatDoNotMatter_AreNotAsked()
    {
        using var visitor = office.Portal.Visitor();
        var blank = await visitor.OpenAsync("/guide");
        var survey = await blank.Form("#guide-form").With("sector", "Survey").With("wish", "Enter").SubmitAsync();

        Assert.False(blank.Has("[name=completed]"), blank.Text);
        Assert.Equal(["请接着回答：部平台显示了哪些环节？"], survey.Texts(Route));
        Assert.False(survey.Has("[name=completed]"), survey.Text);
        var found = await survey.Form("#guide-form").With("national", "None").SubmitAsync();
        Assert.Equal(["行业外工程补录"], found.Texts(Route));
    }

    [Fact]
    public async Task NobodyLearnsOfAnybodysProject_WithoutSigningIn()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        using var visitor = office.Portal.Visitor();

        var page = await visitor.OpenAsync($"/guide?record={record}&key=测试中学");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(page.Says("浦口区测试中学"), page.Text);
        Assert.False(page.Has("[name=key]"), page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/guide?record={record}")).Status);
    }

    [Fact]
    public async Task FromARecord_WhatIsKnownIsAnswered_AndTheRightOneStartsPrefilled()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/guide?record={record}&wish={Wish.Complete}");

        Assert.Equal(["信息完善（业绩技术指标）"], page.Texts(Route));
        Assert.True(page.Says("业绩库里的工程类别，已预选"), page.Text);
        Assert.True(page.Says("本单位有业绩记录"), page.Text);
        Assert.True(page.Says("南京市建委"), page.Text);

        // the platforms have said what there is, so nobody is asked for it
        Assert.False(page.Has("[name=own], [name=national], [name=provincial], [name=inside]"), page.Text);
        Assert.True(page.Says("接着办 信息完善（人员）"), page.Text);
        var started = await page.FormWith("开始办理").SubmitAsync();
        Assert.EndsWith("/sections/indicators", started.Address.AbsolutePath, StringComparison.Ordinal);

        var again = await office.OpenAsync(DemoPeople.Zhang, $"/guide?record={record}&wish={Wish.Complete}");
        Assert.True(again.Says("这个项目已有一件信息完善（业绩技术指标）在办"), again.Text);
    }

    [Fact]
    public async Task AProjectNumberNobodyKnows_IsTakenIntoTheApplication()
    {
        var page = await office.OpenAsync(DemoPeople.Gu, "/guide?key=3201111806150101");
        Assert.True(page.Says("无记录"), page.Text);
        Assert.True(page.Says("按项目编号第 13–14 位“01”，已预选"), page.Text);
        page = await page.Form("#guide-form").With("wish", nameof(Wish.Enter)).SubmitAsync();
        page = await page.Form("#guide-form").With("completed", "yes").With("reviewed", "yes").SubmitAsync();

        Assert.Equal(["业绩补录"], page.Texts(Route));
        var started = await page.FormWith("开始办理").SubmitAsync();
        Assert.Equal("3201111806150101", started.Form("#section-form")["Basic.PrjNum"]);
    }

    [Fact]
    public async Task AnswersGivenForOneProject_AreForgottenForTheNext()
    {
        var page = await office.OpenAsync(DemoPeople.Gu, "/guide?key=3201111806150101&of=3201111806150101&wish=Enter&completed=yes&reviewed=yes");
        Assert.Equal(["业绩补录"], page.Texts(Route));

        var next = await page.Form("#guide-form").With("key", "3201111806160101").SubmitAsync();

        Assert.Equal(["请接着回答：竣工验收了吗？"], next.Texts(Route));
    }

    private static int Next() => Interlocked.Increment(ref projects);
}
