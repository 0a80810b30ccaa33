using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>开始申报: every type can be started from the pages, prefilled where there is a record, and the wrong one names the right one.</summary>
public sealed class StartTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 300;

    [Fact]
    public async Task EveryType_StandsUnderItsModule_AndLeadsToItsOwnPage()
    {
        var page = await office.OpenAsync(DemoPeople.Zhang, "/applications/new");

        foreach (var type in ApplicationTypes.All)
        {
            Assert.True(page.Has($"section[aria-label='{type.Module}'] a[href='/applications/new/{type.Code}']"), type.Title);
            var own = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/{type.Code}");
            Assert.Equal($"{type.Title}申请", own.Heading);
            Assert.True(own.Says(type.Basis), type.Title);
        }
    }

    [Fact]
    public async Task AModule_ShowsItsTypes_OrTheOnlyOneAtOnce()
    {
        var completion = await office.OpenAsync(DemoPeople.Zhang, "/applications/modules/completion");
        var upgrade = await office.OpenAsync(DemoPeople.Zhang, "/applications/modules/upgrade");

        Assert.Equal("工程项目信息勘误（完善）", completion.Heading);
        Assert.True(completion.Has("a[href='/applications/new/correction']"), completion.Text);
        Assert.False(completion.Has("a[href='/applications/new/upgrade'].btn"), completion.Text);
        Assert.Equal("/applications/new/upgrade", upgrade.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, "/applications/modules/unheard-of")).Status);
    }

    [Fact]
    public async Task AContractCollection_StartsFromAnEmptyForm()
    {
        var started = await StartAsync(FirstEntry.Type, "");

        Assert.EndsWith("/sections/basic", started.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutOfSectorFiling_IsToldWhetherSurveyOrDesign_BeforeItStarts()
    {
        var page = await office.OpenAsync(DemoPeople.Zhang, "/applications/new/other-industry");
        var refused = await page.FormWith("开始行业外工程补录申请").SubmitAsync();
        var started = await refused.FormWith("开始行业外工程补录申请").With("sector", "Survey").SubmitAsync();

        Assert.True(refused.Says("请选择本件是“工程勘察”还是“行业外设计”"), refused.Text);
        Assert.EndsWith("/sections/basic", started.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(Sector.Survey, (await ApplicationAsync(started)).StatedSector);
    }

    [Fact]
    public async Task ACompletion_FromARecord_IsPrefilledAndAsksForWhatIsMissing()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/completion-indicators?record={record}");
        Assert.True(page.Says("两个平台现在各有什么"), page.Text);
        Assert.Contains("业绩技术指标没有没有 补上", page.Texts("table.holdings tbody tr"));
        Assert.Contains("基本信息有C级 不变", page.Texts("table.holdings tbody tr"));

        var started = await page.FormWith("开始信息完善（业绩技术指标）申请").SubmitAsync();

        Assert.EndsWith("/sections/indicators", started.Address.AbsolutePath, StringComparison.Ordinal);
        var application = await ApplicationAsync(started);
        Assert.Equal((record, Sections.Indicators), (application.RecordId!.Value, application.Asked));
    }

    [Fact]
    public async Task ARecordTheNationalPlatformDoesNotShow_IsCompletedAsAWhole()
    {
        var record = (await (await office.NewCase().CompletedAsync()).ReadAsync()).RecordId!.Value;

        var started = await StartAsync(CompletionFromProvince.Type, $"?record={record}");

        Assert.EndsWith("/evidence", started.Address.AbsolutePath, StringComparison.Ordinal);
        var form = (await office.OpenAsync(DemoPeople.Zhang, started.Address.AbsolutePath.Replace("evidence", "sections/basic", StringComparison.Ordinal))).Form("#section-form");
        Assert.StartsWith("浦口区测试中学", form["Basic.PrjName"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorrection_TakesOverTheSectionsToCorrect_AndOnlyOneIsOpenAtATime()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/correction?record={record}");
        var unasked = await page.FormWith("开始修正勘误申请").SubmitAsync();
        var started = await unasked.FormWith("开始修正勘误申请").With("asked", "Contract").SubmitAsync();
        var second = await page.FormWith("开始修正勘误申请").With("asked", "DrawingReview").SubmitAsync();

        Assert.True(unasked.Says("请选择要办理的环节"), unasked.Text);
        Assert.EndsWith("/sections/contract", started.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual("", started.Form("#section-form")["Contract[0].ContractMoney"]);
        Assert.True(second.Says("这个项目已有一件修正勘误在办"), second.Text);
        Assert.True(second.Has($"a[href='/applications/{(await ApplicationAsync(started)).Id}']"), second.Text);
    }

    [Fact]
    public async Task AnUpgradeOfTheBasicInformation_IsLedToTheDrawingReview()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/upgrade?record={record}");
        Assert.True(page.Says("不单独升级，随施工图审查升级"), page.Text);
        var ungraded = await page.FormWith("开始数据等级升级申请").With("asked", "Basic").SubmitAsync();
        var started = await ungraded.FormWith("开始数据等级升级申请").With("grade", "B").SubmitAsync();

        Assert.True(ungraded.Says("请选择要升到的数据等级"), ungraded.Text);
        var application = await ApplicationAsync(started);
        Assert.Equal((Sections.DrawingReview, DataGrade.B), (application.Asked, application.AskedGrade!.Value));
        Assert.EndsWith("/evidence", started.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIndicatorLibraryFiling_StartsFromARecordOnly()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, "/applications/new/indicator-library");
        Assert.False(page.Says("开始业绩指标入库申请"), page.Text);
        Assert.True(page.Has($"a[href='/applications/new/indicator-library?record={record}']"), page.Text);

        var started = await StartAsync(IndicatorLibrary.Type, $"?record={record}");

        Assert.EndsWith("/sections/indicators", started.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWrongWay_IsRefused_AndTheRightOneNamed()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/correction?record={record}");

        var refused = await page.FormWith("开始修正勘误申请").With("asked", "Contract").SubmitAsync();

        Assert.True(refused.Says("部平台还缺环节，先办理信息完善，不能办理修正勘误"), refused.Text);
        Assert.True(refused.Says("请在“企业资质申报业绩指标库”办理"), refused.Text);
        Assert.True(refused.Has($"a[href*='/guide?record={record}']"), refused.Text);
    }

    [Fact]
    public async Task EveryRecord_IsReachedPageByPage_WithoutSearching()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        for (var more = 0; more < 20; more++)
        {
            await RecordStories.EarlierAsync(office.Office, new SampleProject(Next()));
        }

        var seen = new HashSet<string>();
        var page = await office.OpenAsync(DemoPeople.Zhang, "/applications/new/upgrade");
        while (true)
        {
            seen.UnionWith(page.Document.QuerySelectorAll(".offers h3 a").Select(a => a.GetAttribute("href")!));
            if (page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href") is not { } next)
            {
                break;
            }

            page = await office.OpenAsync(DemoPeople.Zhang, next);
        }

        Assert.True(seen.Count > 20, string.Join('\n', seen));
        Assert.Contains($"/applications/new/upgrade?record={record}", seen);
    }

    [Fact]
    public async Task SomebodyElsesRecord_IsNotThere()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/applications/new/correction?record={record}")).Status);
    }

    private static int Next() => Interlocked.Increment(ref projects);

    private async Task<Page> StartAsync(ApplicationType type, string query) =>
        await (await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/{type.Code}{query}")).FormWith($"开始{type.Title}申请").SubmitAsync();

    private async Task<Application> ApplicationAsync(Page page)
    {
        await using var db = office.Portal.OpenDatabase();
        var id = Guid.Parse(page.Address.Segments[2].TrimEnd('/'));
        return await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id);
    }
}
