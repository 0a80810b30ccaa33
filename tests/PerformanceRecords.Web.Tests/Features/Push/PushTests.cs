using System.Globalization;
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

public sealed class PushTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]) };

    [Fact]
    public async Task ARefusedSection_IsSeenByTheProvince_ResentWithAReason_AndShownInTheEnd()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await FaultAsync(portal, new { kind = "RefuseField", section = "contracts", field = "ContractNum", remaining = 1 });
        await ApproveAsync(portal);
        var stuck = await UntilAsync(portal, Sections.Contract, PushState.NeedsPerson);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        var filing = await zhang.OpenAsync($"/applications/{stuck.ApplicationId}");
        Assert.True(filing.Says("审核完成，合同信息没有被部平台接收，省厅正在处理"), filing.Text);
        Assert.True(filing.Says("平台拒收字段合同编号（ContractNum）的内容"), filing.Text);
        await using (var records = portal.OpenDatabase())
        {
            var record = await zhang.OpenAsync($"/records/{await records.Records.Select(r => r.Id).SingleAsync()}");
            Assert.True(record.Says("平台拒收字段合同编号（ContractNum）的内容"), record.Text);
        }

        var desk = await chen.OpenAsync("/push");
        Assert.True(desk.Says("合同信息被部平台拒收"), desk.Text);
        var line = await desk.FollowAsync("去处理");
        Assert.True(line.Says("合同编号（ContractNum）"), line.Text);
        Assert.True(line.Says("等合同信息"), line.Text);
        Assert.True(line.Says("省平台的内容有错的，请企业发起业绩修正"), line.Text);

        line = await line.FormWith("重发").With("reason", " ").SubmitAsync("重发");
        Assert.True(line.Says("请写明原因"), line.Text);
        line = await line.FormWith("重发").With("reason", "已与部平台运维确认").SubmitAsync("重发");
        Assert.True(line.Says("幂等键不变"), line.Text);

        await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);
        Assert.True((await zhang.OpenAsync(filing.Address.AbsolutePath)).Says("部平台已经显示"));
        line = await chen.OpenAsync(line.Address.AbsolutePath);
        Assert.True(line.Says("已与部平台运维确认（江苏省住房和城乡建设厅 陈晔）"), line.Text);
        Assert.Empty(line.Buttons.Intersect(["重发", "搁置", "恢复"]));
        await using var db = portal.OpenDatabase();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == "push.resend"));
    }

    [Fact]
    public async Task AParkedSection_HoldsTheRestBack_UntilItIsReleased()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await FaultAsync(portal, new { kind = "RefuseField", section = "contracts", field = "ContractNum", remaining = 1 });
        await ApproveAsync(portal);
        var stuck = await UntilAsync(portal, Sections.Contract, PushState.NeedsPerson);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        var page = await chen.OpenAsync($"/push/{stuck.Id}");
        var stale = page.FormWith("重发").With("reason", "晚了一步");

        page = await page.FormWith("搁置").With("reason", "等企业核对合同编号").SubmitAsync("搁置");
        Assert.True(page.Says("已搁置"), page.Text);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.SubmitAsync("重发")).Status);

        page = await page.FormWith("恢复").With("reason", "已核对").SubmitAsync("恢复");
        Assert.True(page.Says("已恢复"), page.Text);
        await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);
    }

    [Fact]
    public async Task ALineThatIsBeingSent_OffersNothing_AndSaysWhy()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await FaultAsync(portal, new { kind = "Latency", section = "basic", seconds = 20 });
        await ApproveAsync(portal);
        await UntilAsync(portal, Sections.Basic, PushState.Sending);
        var behind = await UntilAsync(portal, Sections.Contract, PushState.Waiting);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        var page = await chen.OpenAsync($"/push/{behind.Id}");
        Assert.Empty(page.Buttons.Intersect(["重发", "搁置", "恢复"]));
        Assert.True(page.Says("正在向部平台发送这个项目"), page.Text);
    }

    [Fact]
    public async Task TheAuditor_ReadsButDoesNotAct_AndACityDoesNotComeIn()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await FaultAsync(portal, new { kind = "RefuseField", section = "contracts", field = "ContractNum" });
        await ApproveAsync(portal);
        var stuck = await UntilAsync(portal, Sections.Contract, PushState.NeedsPerson);
        using var auditor = await portal.SignedInAsync(DemoPeople.Wu);
        using var city = await portal.SignedInAsync(DemoPeople.Wang);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);

        var page = await auditor.OpenAsync($"/push/{stuck.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Buttons.Intersect(["重发", "搁置", "立即试探部平台"]));
        var forged = (await chen.OpenAsync($"/push/{stuck.Id}")).FormWith("重发").With("reason", "x").Request("重发");
        Assert.NotEqual(HttpStatusCode.OK, (await auditor.SendAsync(forged)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await city.OpenAsync("/push")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await city.OpenAsync($"/push/{stuck.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chen.OpenAsync($"/push/{Guid.NewGuid()}")).Status);
        await using var db = portal.OpenDatabase();
        Assert.Equal(PushState.NeedsPerson, (await db.PushMessages.SingleAsync(m => m.Id == stuck.Id)).State);
    }

    [Fact]
    public async Task ABlownFuse_IsClosedByTheProvince_AndTheBacklogGoesOut()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await FaultAsync(portal, new { kind = "RefuseCredentials", channel = "national" });
        await ApproveAsync(portal);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        var page = await chen.OpenAsync("/push");
        for (var i = 0; i < 100 && !page.Says("保险丝断开"); i++)
        {
            await Task.Delay(100);
            page = await chen.OpenAsync("/push");
        }

        using (var http = new HttpClient { BaseAddress = portal.Sandbox.Address })
        {
            await http.DeleteAsync(new Uri("/control/api/faults", UriKind.Relative));
        }

        page = await page.FormWith("闭合保险丝").SubmitAsync();
        Assert.True(page.Says("保险丝已闭合"), page.Text);
        await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);
    }

    [Fact]
    public async Task WhatThePlatformAnnounces_IsLookedIntoAtOnce()
    {
        // but for the announcement nobody would look before tomorrow
        await using var portal = await PortalHost.StartAsync(new() { Settings = new Dictionary<string, string?>(Settings) { ["Sync:LookWaits:0"] = "1.00:00:00" } });
        portal.Sandbox.AnnounceTo(portal.Address);
        await ApproveAsync(portal);

        var shown = await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);

        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        var line = await chen.OpenAsync($"/push/{shown.Id}");
        Assert.Contains("通知：已显示", line.Texts("td"));
        Assert.Contains("立即向平台核实", line.Texts("td"));
        Assert.Matches("结果通知：收到 [1-9]", (await chen.OpenAsync("/push/day")).Text);
    }

    [Fact]
    public async Task WhereAProjectStands_IsFoundByItsNumberNameOrKey_AfterItHasArrivedToo()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await ApproveAsync(portal);
        var shown = await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        var desk = await chen.OpenAsync("/push");
        Assert.True(desk.Says("没有未显示的推送"), desk.Text);

        foreach (var text in new[] { shown.ProjectNumber, shown.ProjectName[..4], shown.IdempotencyKey })
        {
            var page = await desk.Form("form[action='/push/history']").With("q", text).SubmitAsync();
            Assert.Equal(text == shown.IdempotencyKey ? 1 : 3, page.Texts("tbody tr").Count);
            Assert.Contains(page.Texts("tbody tr"), row => row.Contains("施工图审查", StringComparison.Ordinal) && row.Contains("已显示", StringComparison.Ordinal));
        }

        var ofRecord = await (await chen.OpenAsync($"/records/{shown.RecordId}")).FollowAsync("推送记录");
        Assert.Equal(3, ofRecord.Texts("tbody tr").Count);
        Assert.True((await ofRecord.FollowAsync(shown.ProjectName)).Says("推送顺序"));
        Assert.True((await chen.OpenAsync("/push/history?q=没有这个项目")).Says("没有符合的推送"));
    }

    [Fact]
    public async Task ANumberOfTheChart_LeadsToThePushesItCounts()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await ApproveAsync(portal);
        await UntilAsync(portal, Sections.DrawingReview, PushState.Shown);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);

        var day = await chen.OpenAsync("/push/day");

        foreach (var address in day.Document.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")!))
        {
            var counted = int.Parse(day[$"a[href='{address}']"].TextContent, CultureInfo.InvariantCulture);
            Assert.Equal(counted, (await chen.OpenAsync(address)).Texts("tbody tr").Count);
        }

        Assert.Equal(6, day.Document.QuerySelectorAll("td a").Sum(a => int.Parse(a.TextContent, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("/push")]
    [InlineData("/push/history?q=项目")]
    [InlineData("/push/history?hour=2026-11-20T02:00:00.0000000Z&did=shown")]
    [InlineData("/push/deadlines")]
    [InlineData("/push?standing=Ready&age=2")]
    [InlineData("/push/day")]
    [InlineData("/push/counters")]
    public async Task APage_AsksTheDatabaseAtMostThreeTimes(string address)
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = new Dictionary<string, string?>(Settings) { ["Sync:Dispatches"] = "false" } });
        await ApproveAsync(portal);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        await chen.OpenAsync(address);

        portal.Commands.Clear();
        var page = await chen.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.InRange(portal.Commands.Count, 1, 3);
    }

    private static async Task ApproveAsync(PortalHost portal)
    {
        await using var office = await Office.OpenAsync(portal.Database);
        await new SupplementCase(office).CompletedAsync();
    }

    private static async Task FaultAsync(PortalHost portal, object fault)
    {
        using var http = new HttpClient { BaseAddress = portal.Sandbox.Address };
        (await http.PostAsJsonAsync("/control/api/faults", fault)).EnsureSuccessStatusCode();
    }

    private static async Task<PushMessage> UntilAsync(PortalHost portal, Sections section, PushState state)
    {
        await portal.UntilAsync(
            db => db.PushMessages.Where(m => m.Section == section).Select(m => new { m.Section, m.State, m.Error }).SingleAsync(), message => message.State == state);
        await using var db = portal.OpenDatabase();
        return await db.PushMessages.AsNoTracking().SingleAsync(m => m.Section == section);
    }
}
