using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Notifications;

public sealed class NotificationTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]) };

    [Fact]
    public async Task AReturnedFiling_IsToldToItsFiler_AndReadByOpeningIt()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        await using var office = await Office.OpenAsync(portal.Database);
        var supplement = await new SupplementCase(office).SubmittedAsync();
        await supplement.TakeAsync(Act.Return, SupplementCase.City, "请补立项批复");
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        using var gu = await portal.SignedInAsync(DemoPeople.Gu);

        var home = await zhang.OpenAsync("/");
        Assert.True(home.Says("消息（1）"), home.Text);
        var list = await home.FollowAsync("消息（1）");
        Assert.True(list.Says("退回补正") && list.Says("请补立项批复"), list.Text);
        var id = await NotificationAsync(portal, DemoPeople.Zhang);
        var forged = (await gu.OpenAsync("/account/password")).Form("main form").Request();
        forged.RequestUri = new Uri(portal.Address, $"/notifications/{id}/open");
        Assert.Equal(HttpStatusCode.NotFound, (await gu.SendAsync(forged)).Status);

        var filing = await list.Form("main .pane form").SubmitAsync();
        Assert.Equal($"/applications/{supplement.Id}", filing.Address.AbsolutePath);
        Assert.False((await zhang.OpenAsync("/notifications")).Says("消息（1）"));
        Assert.True((await gu.OpenAsync("/notifications")).Says("还没有消息"));
    }

    [Fact]
    public async Task WhatIsRefusedAndWhatIsShown_IsToldToWhoeverHasToKnow()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = Settings });
        using (var http = new HttpClient { BaseAddress = portal.Sandbox.Address })
        {
            (await http.PostAsJsonAsync("/control/api/faults", new { kind = "RefuseField", section = "contracts", field = "ContractNum" })).EnsureSuccessStatusCode();
        }

        await using var office = await Office.OpenAsync(portal.Database);
        await new SupplementCase(office).CompletedAsync();

        await UntilAsync(portal, DemoPeople.Chen, NotificationKind.PushStuck);
        await UntilAsync(portal, DemoPeople.Zhang, NotificationKind.Shown);
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        var list = await zhang.OpenAsync("/notifications");
        Assert.True(list.Says("已在部平台显示") && list.Says("基本信息（C级）") && list.Says("的合同信息暂时没有被部平台接收") && list.Says("审核完成，正在推送"), list.Text);
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        Assert.True((await chen.OpenAsync("/notifications")).Says("的合同信息被部平台拒收"));
        Assert.True((await chen.OpenAsync("/push")).Has("nav a[href='/push'] .count"));
        list = await list.FormWith("全部标为已读").SubmitAsync();
        Assert.True(list.Says("标为已读") && list.Says("都读过了"), list.Text);
    }

    [Fact]
    public async Task OnTheFifthAndTheSeventhDay_TheAlarmIsRaised_OnceEach_ByAgeAlone()
    {
        var clock = new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc));
        await using var portal = await PortalHost.StartAsync(new() { Clock = clock, Settings = new Dictionary<string, string?>(Settings) { ["Sync:Dispatches"] = "false" } });
        await using var office = await Office.OpenAsync(portal.Database);
        var supplement = await new SupplementCase(office).CompletedAsync();

        clock.Advance(TimeSpan.FromDays(4.9));
        using (var early = await portal.SignedInAsync(DemoPeople.Chen))
        {
            Assert.True((await early.OpenAsync("/push/deadlines")).Says("没有临近或超过"));
        }

        clock.Advance(TimeSpan.FromDays(0.2));
        await UntilAsync(portal, DemoPeople.Chen, NotificationKind.Deadline);
        clock.Advance(TimeSpan.FromDays(2));
        await UntilAsync(portal, DemoPeople.Chen, NotificationKind.Deadline, count: 2);
        clock.Advance(TimeSpan.FromDays(1));

        // somebody whose menu has not been counted yet
        using var zhou = await portal.SignedInAsync(DemoPeople.Zhou);
        var list = await zhou.OpenAsync("/push/deadlines");
        Assert.True(list.Says("超过七日，第 9 天") && list.Has("nav a[href='/push/deadlines'] .count"), list.Text);
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        Assert.True((await zhang.OpenAsync($"/applications/{supplement.Id}")).Says("已经超过，省厅正在处理"));
        Assert.Equal(2, (await zhang.OpenAsync("/notifications")).Texts(".notes .tag").Count(t => t == "七日时限"));
    }

    [Fact]
    public async Task APortThatIsAboutToExpire_IsToldOfInTime()
    {
        var clock = new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc));
        await using var portal = await PortalHost.StartAsync(new() { Clock = clock, Settings = new Dictionary<string, string?>(Settings) { ["Sync:Dispatches"] = "false" } });
        await using var office = await Office.OpenAsync(portal.Database);
        await new SupplementCase(office).PortOpenedAsync();

        await UntilAsync(portal, DemoPeople.Zhang, NotificationKind.Port);
        clock.Advance(TimeSpan.FromDays(25));
        await UntilAsync(portal, DemoPeople.Zhang, NotificationKind.Port, count: 2);
    }

    private static async Task<Guid> NotificationAsync(PortalHost portal, DemoPerson person)
    {
        await using var db = portal.OpenDatabase();
        return await db.Notifications.Where(n => n.UserId == person.Id).Select(n => n.Id).SingleAsync();
    }

    private static Task<int> UntilAsync(PortalHost portal, DemoPerson person, NotificationKind kind, int count = 1) =>
        portal.UntilAsync(db => db.Notifications.CountAsync(n => n.UserId == person.Id && n.Kind == kind), told => told == count);
}
