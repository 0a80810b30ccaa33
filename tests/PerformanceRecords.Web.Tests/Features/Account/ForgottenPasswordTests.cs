using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>忘记密码: somebody who can vouch for the person gives out a one-time password, and it opens nothing but the page for choosing another.</summary>
public sealed class ForgottenPasswordTests
{
    private const string Check = "电话回拨登记手机号，报出信用代码";
    private const string Own = "chosen-by-me-2026";

    [Fact]
    public async Task TheSignInPage_SaysWhomToAsk()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.Visitor();

        var page = await (await visitor.OpenAsync("/account/sign-in")).FollowAsync("忘记密码");

        Assert.True(page.Says("企业用户：找注册地设区市主管部门"), page.Text);
        Assert.True(page.Says(DemoPeople.Nanjing.Name), page.Text);
        Assert.True(page.Says(DemoPeople.Suzhou.Name), page.Text);
        Assert.True(page.Says("主管部门人员：找系统管理员"), page.Text);
    }

    [Fact]
    public async Task TheCity_HelpsItsEnterprise_WhichChoosesAPasswordOfItsOwnBeforeAnythingElse()
    {
        await using var portal = await PortalHost.StartAsync();
        using var elsewhere = await portal.SignedInAsync(DemoPeople.Zhang);
        using var zhang = portal.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(zhang, "not-the-one-1");
        }

        var given = await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang);

        Assert.Equal("/account/sign-in", (await elsewhere.OpenAsync("/")).Address.AbsolutePath);
        Assert.True((await SignInAsync(zhang, PortalHost.Password)).Says("用户名或密码不对"));
        var page = await SignInAsync(zhang, given, "/records");
        Assert.True(page.Says("设置自己的密码"), page.Text);
        Assert.Equal("/account/sign-in", (await zhang.OpenAsync("/records")).Address.AbsolutePath);

        page = await page.FormWith("设好并登录").With("New", Own).With("Again", Own).SubmitAsync();
        Assert.Equal("/records", page.Address.AbsolutePath);
        Assert.True(page.Says("密码已设好"), page.Text);
        using var later = portal.Visitor();
        Assert.True((await SignInAsync(later, given)).Says("用户名或密码不对"));
        Assert.Equal("/", (await SignInAsync(later, Own)).Address.AbsolutePath);
        await using var db = portal.OpenDatabase();
        var kept = await db.AuditEntries.SingleAsync(a => a.Action == "account.one-time-password");
        Assert.Equal((DemoPeople.Wang.FullName, $"{DemoPeople.Hengyue.Name} 张堃：{Check}"), (kept.UserName, kept.Detail));
        Assert.DoesNotContain(given, string.Join('\n', await db.AuditEntries.Select(a => a.Detail).ToListAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "请填写新密码")]
    [InlineData(Own, "another-one-2026", "两次填写的新密码不一样")]
    [InlineData("short-1", "short-1", "密码至少 10 位")]
    [InlineData("my-zhangkun-1", "my-zhangkun-1", "密码里不要有用户名或手机号")]
    public async Task AnUnfitPassword_IsRefusedBesideItsField_AndMayBeTriedAgain(string chosen, string again, string words)
    {
        await using var portal = await PortalHost.StartAsync();
        using var zhang = portal.Visitor();
        var page = await SignInAsync(zhang, await GiveAsync(portal, DemoPeople.Luo, DemoPeople.Zhang));

        page = await page.FormWith("设好并登录").With("New", chosen).With("Again", again).SubmitAsync();

        Assert.Contains(page.Texts(".err"), text => text.Contains(words, StringComparison.Ordinal));
        page = await page.FormWith("设好并登录").With("New", Own).With("Again", Own).SubmitAsync();
        Assert.Equal("/", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task TheOneTimePasswordItself_IsNotChosen()
    {
        await using var portal = await PortalHost.StartAsync();
        using var zhang = portal.Visitor();
        var given = await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang);

        var page = await (await SignInAsync(zhang, given)).FormWith("设好并登录").With("New", given).With("Again", given).SubmitAsync();

        Assert.Contains(page.Texts(".err"), text => text.Contains("这就是那个一次性密码", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANewerPassword_EndsAChoiceThatWasBegunWithTheOlderOne()
    {
        await using var portal = await PortalHost.StartAsync();
        using var zhang = portal.Visitor();
        var page = await SignInAsync(zhang, await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang));
        await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang);

        page = await page.FormWith("设好并登录").With("New", Own).With("Again", Own).SubmitAsync();

        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        Assert.True(page.Says("请重新登录"), page.Text);
    }

    [Fact]
    public async Task AOneTimePassword_RunsOutAfterAWeek()
    {
        var clock = new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc));
        await using var portal = await PortalHost.StartAsync(new() { Clock = clock });
        using var zhang = portal.Visitor();
        var given = await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang);

        clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        var page = await SignInAsync(zhang, given);
        Assert.True(page.Says("一次性密码已在 2026-11-27 10:00 过期"), page.Text);
    }

    [Fact]
    public async Task WhoDoesNotSayHowThePersonWasRecognised_GivesNothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var wang = await portal.SignedInAsync(DemoPeople.Wang);

        var page = await (await wang.OpenAsync(AddressOf(DemoPeople.Zhang))).FormWith("发一次性密码").SubmitAsync();

        Assert.Contains(page.Texts(".err"), text => text.Contains("请写明怎样核对了本人", StringComparison.Ordinal));
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
    }

    [Fact]
    public async Task AnotherCitysEnterprise_AndABureausPeople_AreNotACitysToHelp()
    {
        await using var portal = await PortalHost.StartAsync();
        using var wang = await portal.SignedInAsync(DemoPeople.Wang);

        Assert.Equal(HttpStatusCode.NotFound, (await wang.OpenAsync(AddressOf(DemoPeople.Gu))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await wang.OpenAsync(AddressOf(DemoPeople.Li))).Status);
        Assert.DoesNotContain("忘记密码", (await (await portal.SignedInAsync(DemoPeople.Chen)).OpenAsync($"/enterprises/{DemoPeople.Hengyue.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDialogOfAnEndedSession_TakesNoOneTimePassword_AndSaysWhereToGo()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.Visitor();
        var given = await GiveAsync(portal, DemoPeople.Wang, DemoPeople.Zhang);
        var dialog = await visitor.OpenAsync("/account/session-ended");
        using var request = dialog.Form("form").With("userName", DemoPeople.Zhang.UserName).With("password", given).Request();
        request.Headers.Add("Accept", "application/json");

        using var answer = await visitor.Http.SendAsync(request);

        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(said.GetProperty("ok").GetBoolean());
        Assert.Contains("设好自己的密码", said.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", (await visitor.OpenAsync("/")).Address.AbsolutePath);
    }

    private static string AddressOf(DemoPerson person) => $"/accounts/{person.Id}/password";

    private static async Task<string> GiveAsync(PortalHost portal, DemoPerson helper, DemoPerson person)
    {
        using var visitor = await portal.SignedInAsync(helper);
        var page = await (await visitor.OpenAsync(AddressOf(person))).FormWith("发一次性密码").With("Check", Check).SubmitAsync();
        return page[".banner.flash"].TextContent.Split("一次性密码是 ")[1][..14];
    }

    private static async Task<Page> SignInAsync(Visitor visitor, string password, string back = "/")
    {
        var page = await visitor.OpenAsync("/account/sign-in?returnUrl=" + back);
        return await page.FormWith("登录").With("userName", DemoPeople.Zhang.UserName).With("password", password).SubmitAsync();
    }
}
