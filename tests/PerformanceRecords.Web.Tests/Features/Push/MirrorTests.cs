using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Push;

public sealed class MirrorTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]) };

    [Fact]
    public async Task ASilentChangeThere_IsSeenByTheEnterprise_AndPutRightByTheProvince()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await using var office = await Office.OpenAsync(portal.Database);
        var supplement = await new SupplementCase(office).CompletedAsync();
        await UntilShownAsync(portal, 3);
        var id = (await supplement.ReadAsync()).RecordId;
        using (var http = new HttpClient { BaseAddress = portal.Sandbox.Address })
        {
            var change = new { channel = "national", prjNum = supplement.ProjectNumber, section = "contracts", field = "ContractNum", value = "改过的编号" };
            (await http.PostAsJsonAsync("/control/api/alterations", change)).EnsureSuccessStatusCode();
        }

        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        using var gu = await portal.SignedInAsync(DemoPeople.Gu);
        Assert.Equal(HttpStatusCode.NotFound, (await gu.OpenAsync($"/records/{id}/mirror")).Status);
        var page = await (await zhang.OpenAsync($"/records/{id}")).FollowAsync("看部平台现有内容");
        page = await page.FormWith("立即核对").SubmitAsync("立即核对");
        Assert.True(page.Says("内容不一致") && page.Says("改过的编号"), page.Text);
        Assert.DoesNotContain("重新推送合同信息", page.Buttons);
        Assert.Contains($"/applications/new/correction?record={id}&asked=Contract", page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));

        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        using var luo = await portal.SignedInAsync(DemoPeople.Luo);
        var watched = await luo.OpenAsync("/push/mirror");
        Assert.True(watched.Says(supplement.ProjectName), watched.Text);
        Assert.DoesNotContain(watched.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/records/", StringComparison.Ordinal));
        var list = await chen.OpenAsync("/push/mirror");
        Assert.True(list.Says("内容不一致"), list.Text);
        page = await (await list.FollowAsync(supplement.ProjectName)).FormWith("重新推送合同信息").With("reason", " ").SubmitAsync("重新推送合同信息");
        Assert.Equal("合同信息：请写明原因。", Assert.Single(page.Texts(".errsum a[href='#r-Contract']")));
        Assert.Equal("请写明原因。", Assert.Single(page.Texts(".is-err .err")));
        using (var http = new HttpClient { BaseAddress = portal.Sandbox.Address })
        {
            (await http.PostAsJsonAsync("/control/api/faults", new { kind = "Latency", seconds = 3 })).EnsureSuccessStatusCode();
        }

        page = await page.FormWith("重新推送合同信息").With("reason", "部平台误改").SubmitAsync("重新推送合同信息");
        Assert.True(page.Says("已重新排队推送") && page.Says("已在推送"), page.Text);
        Assert.DoesNotContain("重新推送合同信息", page.Buttons);
        await UntilShownAsync(portal, 4);
        page = await (await chen.OpenAsync($"/records/{id}/mirror")).FormWith("立即核对").SubmitAsync("立即核对");
        Assert.False(page.Says("改过的编号"), page.Text);
        Assert.False((await chen.OpenAsync("/push/mirror")).Says(supplement.ProjectName));
        var night = await chen.OpenAsync("/push/mirror/night");
        Assert.True(night.Says("还没有核对过") && night.Has("nav[aria-label='主导航']"), night.Text);
        // looking at the record asks nobody; only the button does
        Assert.DoesNotContain((await chen.OpenAsync($"/records/{id}")).Document.QuerySelectorAll("main a"), a => a.TextContent.Contains("核对", StringComparison.Ordinal));
    }

    private static Task<int> UntilShownAsync(PortalHost portal, int count) =>
        portal.UntilAsync(db => db.PushMessages.CountAsync(m => m.State == PushState.Shown && m.Section != Sections.None), shown => shown == count);
}
