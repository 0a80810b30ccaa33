using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Reviews;

/// <summary>The case page says, for every type, what the reviewer has to hold the case against.</summary>
public sealed class CaseOfEveryTypeTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 100;

    [Fact]
    public async Task ACorrection_ListsEachChange_WithItsReasonAndItsProof()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Next());
        var correction = await (await RecordStories.CorrectionAsync(office.Office, record)).SubmittedAsync();

        var page = await OpenAsync(correction);

        Assert.Equal(["180.00 万元"], page.Texts("table.changes del"));
        Assert.Equal(["188.00 万元"], page.Texts("table.changes ins"));
        Assert.True(page["table.changes"].TextContent.Contains("补充协议调整了金额", StringComparison.Ordinal), page.Text);
        Assert.True(page.Has("table.changes a[href*='file=']"));
        Assert.Equal("合同金额", page.Texts("#contract .chg dt").Single());
        Assert.True(page.Says("改动 1 处，都写明了理由和依据"), page.Text);
    }

    [Fact]
    public async Task ACompletion_SaysWhatEachPlatformHolds_AndWhatIsAdded()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var completion = await CompletionAsync(CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);

        var page = await OpenAsync(completion);

        var row = PlatformRow(page, "业绩技术指标");
        Assert.Equal(["没有", "没有显示", "补充"], row);
        Assert.Equal("第 1 版，2026-11-20", PlatformRow(page, "基本信息")[0]);
        Assert.StartsWith("C 级", PlatformRow(page, "施工图审查")[1], StringComparison.Ordinal);
        Assert.True(page.Says("通过后：推送部平台：业绩技术指标"), page.Text);
    }

    [Fact]
    public async Task Indicators_AreShownWithTheScaleTheyGive_AndTheThresholdThatSaysSo()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var completion = await CompletionAsync(CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);

        var page = await OpenAsync(completion);

        Assert.True(page.Says("按指标推算为小型：建筑高度 23.9 米，小于 24 米"), page.Text);
    }

    [Fact]
    public async Task AnUpgrade_SaysFromWhichGradeToWhich_AndThatBasicInformationFollows()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var upgrade = await FilingCase.StartedAsync(office.Office, new StartFiling(Upgrade.Type, record, Sections.Basic, DataGrade.B));
        await (await upgrade.ProvenAsync()).SubmittedAsync();

        var page = await OpenAsync(upgrade);

        Assert.StartsWith("C 级", PlatformRow(page, "施工图审查")[1], StringComparison.Ordinal);
        Assert.Equal("升到 B 级", PlatformRow(page, "施工图审查")[2]);
        Assert.Equal("随之升到 B 级", PlatformRow(page, "基本信息")[2]);
        Assert.Equal("不变", PlatformRow(page, "合同信息")[2]);
        Assert.True(page.Has("#drawingreview"), "what is to be raised can be read");
    }

    [Fact]
    public async Task AnIndicatorFiling_SaysThatItGoesToTheServiceNetwork()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var filing = await CompletionAsync(IndicatorLibrary.Type, record, Sections.Indicators, RecordStories.Indicators);

        var page = await OpenAsync(filing);
        Assert.True(page.Says("通过后：进入政务网"), page.Text);
        page = await page.FormWith("确认通过").SubmitAsync("确认通过");
        Assert.True(page.Says("正在推送政务网"), page.Text);
    }

    [Fact]
    public async Task WhereTheRecordMoved_ThePageSaysWhat_AndOffersNoApproval()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Next());
        var first = await (await RecordStories.CorrectionAsync(office.Office, record)).SubmittedAsync();
        await office.Office.DoAsync<Data.AppDbContext>(async db =>
        {
            var held = db.Records.Single(r => r.Id == record);
            await db.Entry(held).Collection(r => r.Sections).LoadAsync();
            var values = held[Sections.Contract]!.Values.Map((key, text) => key == "ContractMoney" ? "199" : text);
            db.RecordRevisions.Add(held.Land(Sections.Contract, values, first.Id, "别人", office.Office.Clock.Now)!);
            await db.SaveChangesAsync();
        });

        var page = await OpenAsync(first);

        Assert.True(page.Has("#moved"), page.Text);
        Assert.True(page["#moved"].TextContent.Contains("第 1 条合同的合同金额：改动时是", StringComparison.Ordinal), page["#moved"].TextContent);
        Assert.True(page["button.btn-primary[formaction$=verify]"].HasAttribute("disabled"));
    }

    [Fact]
    public async Task ARegisteredContract_SaysThatItWaitsForItsPermit_AndThenWhichOneCame()
    {
        var project = new SampleProject(Next());
        var filing = await PermitStories.WaitingAsync(office.Office, project);
        var page = await OpenAsync(filing);
        Assert.True(page.Says("合同已登记，等待施工许可证"), page.Text);
        Assert.False(page.Has("form.dock"));

        await office.Office.DoAsync<PermitDesk>(desk => desk.TakeAsync([PermitStories.RowOf(project)], "施工许可系统"));
        page = await OpenAsync(filing);
        Assert.True(page.Says("项目编号相同") && page.Says("已到达"), page.Text);
    }

    [Fact]
    public async Task WhatLooksAlike_AndWhoLeadsTwoProjectsAtATime_IsShownToTheReviewer()
    {
        await RecordStories.CompleteAsync(office.Office, Next());
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var filing = await CompletionAsync(CompletionOfPersonnel.Type, record, Sections.Personnel, RecordStories.Personnel);

        var page = await OpenAsync(filing);
        Assert.Equal($"/reviews/{filing.Id}/similar", page["#similar"].GetAttribute("hx-get"));
        var similar = await page.FollowAsync("查疑似重复和人员提示");
        Assert.True(similar.Says("也是项目负责人，请核对"), similar.Text);

        var project = new SampleProject(Next());
        var double1 = await PermitStories.WaitingAsync(office.Office, project);
        var double2 = await PermitStories.WaitingAsync(office.Office, project, contract: "HY-KC-2");
        similar = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{double2.Id}/similar");
        Assert.True(similar.Says("应是同一项目"), similar.Text);
        Assert.True(similar.Has($"a[href='/reviews/{double1.Id}']"), similar.Text);
    }

    [Fact]
    public async Task AfterAReturn_WhatWasChangedSinceTheLastSubmission_ComesFirst()
    {
        var returned = await office.NewCase().SubmittedAsync();
        await returned.TakeAsync(Act.Return, SupplementCase.City, "总投资与批复不一致。");
        await returned.SaveAsync(Sections.Basic, (await returned.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.AllInvest) ? "9100" : text));
        await returned.TakeAsync(Act.Submit, SupplementCase.Filer);

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{returned.Id}");

        Assert.True(page.Says("与上次提交不同 1 处"), page.Text);
        Assert.Equal("总投资", page.Texts("#basic .chg dt").Single());
        Assert.True(page.Has("#basic details.same"));
    }

    [Theory]
    [InlineData(4)]
    public async Task ACaseAboutARecord_AsksTheDatabaseFewTimes(int most)
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var completion = await CompletionAsync(CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        await office.OpenAsync(DemoPeople.Wang, "/account");

        office.Portal.Commands.Clear();
        await OpenAsync(completion);

        Assert.True(office.Portal.Commands.Count <= most, string.Join("\n\n", office.Portal.Commands.Commands));
    }

    private static int Next() => Interlocked.Increment(ref projects);

    private static IReadOnlyList<string> PlatformRow(Page page, string section) =>
        [.. page.Document.QuerySelectorAll("section[aria-labelledby=platforms-h] tbody tr").Single(r => r.QuerySelector("th")!.TextContent == section)
            .QuerySelectorAll("td").Select(td => td.TextContent.Trim())];

    private Task<Page> OpenAsync(FilingCase filing) => office.OpenAsync(DemoPeople.Wang, $"/reviews/{filing.Id}");

    private async Task<FilingCase> CompletionAsync(ApplicationType type, Guid record, Sections section, SectionValues values)
    {
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(type, record));
        await filing.WithAsync(section, values);
        return await (await filing.ProvenAsync()).SubmittedAsync();
    }
}
