using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>六、报省审批资质的业绩如何进入政务网, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class IndicatorLibraryJourney(JourneyPortal portal)
{
    [Fact]
    public async Task ARecord_IsFiledInTheIndicatorLibrary_AndEntersTheServiceNetwork()
    {
        // 1、企业在省平台进行业绩补录或合同归集
        var record = await portal.SupplementedAsync();
        var project = await portal.ReadAsync(record);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // 2、在省平台“企业资质申报业绩指标库”模块办理
        var filing = await FilesAsync(enterprise, record);
        Assert.Equal("", await portal.ServiceNetworkAsync(project.ProjectNumber));

        // 3、项目所在地设区市建设主管部门审核确认后，业绩进入政务网
        var page = await city.OpenAsync($"/reviews/{filing}");
        Assert.True(page.Says("通过后：进入政务网"), page.Text);
        await city.DecidesAsync(filing, Act.Confirm);
        await enterprise.SeesShownAsync(filing);
        var shown = WebUtility.HtmlDecode(await portal.ServiceNetworkAsync(project.ProjectNumber));
        Assert.True(shown.Contains(project.ProjectName, StringComparison.Ordinal) && shown.Contains("建筑面积 12000 ㎡", StringComparison.Ordinal), shown);
    }

    [Fact]
    public async Task OneFiling_FillsTheGapOfTheNationalPlatform_AndEntersTheServiceNetwork()
    {
        var record = await portal.SupplementedAsync();
        var project = await portal.ReadAsync(record);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // 去向 may be both; none at all is refused, and the form stays
        var page = await enterprise.OpenAsync($"/applications/new/indicator-library?record={record}");
        page = await page.FormWith("开始业绩指标入库申请").Without("to").SubmitAsync("开始业绩指标入库申请");
        Assert.True(page.Says("请选择去向：部平台、政务网，可以都选。"), page.Text);
        page = await page.FormWith("开始业绩指标入库申请").With("to", "NationalPlatform").With("to", "ServiceNetwork").SubmitAsync("开始业绩指标入库申请");
        var filing = Guid.Parse(page.Address.AbsolutePath.Split('/')[2]);
        page = await enterprise.OpenAsync($"/applications/{filing}/scope");
        Assert.Equal(2, page.Document.QuerySelectorAll("input[name=to][checked]").Length);
        await enterprise.FillsInAsync(filing, Sections.Indicators, RecordStories.Indicators);
        await enterprise.UploadsMissingAsync(filing);
        await enterprise.SubmitsAsync(filing);

        page = await city.OpenAsync($"/reviews/{filing}");
        Assert.True(page.Says("去向部平台和政务网") && page.Says("推送部平台：业绩技术指标") && page.Says("进入政务网"), page.Text);
        await city.DecidesAsync(filing, Act.Confirm);
        page = await enterprise.SeesShownAsync(filing);
        Assert.True(page.Says("部平台和政务网已显示"), page.Text);
        Assert.Contains("建筑面积 12000 ㎡", WebUtility.HtmlDecode(await portal.NationalAsync(project.ProjectNumber)), StringComparison.Ordinal);
        Assert.Contains("建筑面积 12000 ㎡", WebUtility.HtmlDecode(await portal.ServiceNetworkAsync(project.ProjectNumber)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutARecord_ThereIsNothingToFile()
    {
        using var other = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        var page = await other.OpenAsync("/applications/new/indicator-library");
        Assert.DoesNotContain("开始业绩指标入库申请", page.Buttons);
        var record = await portal.SupplementedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/applications/new/indicator-library?record={record}")).Status);
    }

    [Fact]
    public async Task WithoutItsProof_OutOfTurn_OrASecondTime_ItGoesNowhere()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        var filing = await enterprise.StartsAsync(IndicatorLibrary.Type, record);
        await enterprise.FillsInAsync(filing, Sections.Indicators, RecordStories.Indicators);
        Assert.True((await enterprise.SubmitsAsync(filing)).Says("还缺：规模指标证明"));
        Assert.True((await enterprise.TriesToStartAsync(IndicatorLibrary.Type, record)).Says("已有一件业绩指标入库在办"));
        await enterprise.UploadsMissingAsync(filing);
        await enterprise.SubmitsAsync(filing);

        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(filing), Act.Confirm));
        using var otherCity = await AtWork.AsAsync(portal.Host, DemoPeople.Qian);
        await otherCity.DoesNotFindAsync(filing);
        Assert.Equal("", await portal.ServiceNetworkAsync((await portal.ReadAsync(record)).ProjectNumber));
    }

    private static async Task<Guid> FilesAsync(AtWork enterprise, Guid record)
    {
        var filing = await enterprise.StartsAsync(IndicatorLibrary.Type, record);
        await enterprise.FillsInAsync(filing, Sections.Indicators, RecordStories.Indicators);
        await enterprise.UploadsMissingAsync(filing);
        await enterprise.SubmitsAsync(filing);
        return filing;
    }
}
