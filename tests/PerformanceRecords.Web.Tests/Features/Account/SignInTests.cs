using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

public sealed class SignInTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData("guxue")]
    [InlineData(" GuXue ")]
    [InlineData("19900000002")]
    [InlineData("91320508738162057Y")]
    [InlineData("９１３２０５０８７３８１６２０５７Ｙ")]
    public async Task AnEnterprise_SignsInByNameMobileOrCreditCode(string name)
    {
        using var visitor = portal.Host.Visitor();

        var page = await TryAsync(visitor, name, PortalHost.Password);

        Assert.Equal("/", page.Address.AbsolutePath);
        Assert.Contains("顾雪", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "whatever", "请填写用户名")]
    [InlineData("guxue", "", "请填写密码")]
    public async Task AnEmptyField_IsNamed(string name, string password, string words)
    {
        using var visitor = portal.Host.Visitor();

        var page = await TryAsync(visitor, name, password);

        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        Assert.True(page.Says(words), page.Text);
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_EvenForTheRightOne()
    {
        using var visitor = portal.Host.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(visitor, DemoPeople.Shen.UserName, "wrong-password-1");
        }

        var page = await TryAsync(visitor, DemoPeople.Shen.UserName, PortalHost.Password);

        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        Assert.True(page.Says("已锁定到"), page.Text);
    }

    [Fact]
    public async Task ANameThatDoesNotExist_IsAnsweredLikeOneThatDoes()
    {
        using var visitor = portal.Host.Visitor();
        var answers = new List<string>();
        foreach (var name in new[] { DemoPeople.Tang.UserName, "nobody-of-this-name" })
        {
            for (var i = 0; i < 6; i++)
            {
                var page = await TryAsync(visitor, name, "wrong-password-1");
                answers.Add(page["[role=alert]"].TextContent.Trim().Split("到 ")[0]);
            }
        }

        Assert.Equal(answers[..6], answers[6..]);
        Assert.StartsWith("用户名或密码不对", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("连续输错次数过多", answers[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about/privacy", "/about/privacy")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org", "/")]
    public async Task AfterSigningIn_APersonIsLedBackOnlyWithinThePortal(string back, string lands)
    {
        using var visitor = portal.Host.Visitor();

        var page = await visitor.OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(back));
        page = await page.FormWith("登录").With("userName", DemoPeople.Zhang.UserName).With("password", PortalHost.Password).SubmitAsync();

        Assert.Equal(lands, page.Address.AbsolutePath);
        Assert.Equal(portal.Host.Address.Authority, page.Address.Authority);
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionForACopyOfItsCookieToo()
    {
        using var bare = new BareBrowser(portal.Host.Address);
        var cookie = await bare.SignInAsync(DemoPeople.Zhang.UserName, PortalHost.Password);
        Assert.Equal(HttpStatusCode.OK, await bare.StatusAsync("/account", cookie));

        await bare.PostAsync("/account/sign-out", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, await bare.StatusAsync("/account", cookie));
    }

    [Fact]
    public async Task SigningOutHere_LeavesAnotherDeviceSignedIn()
    {
        using var office = await portal.Host.SignedInAsync(DemoPeople.Zhou);
        using var phone = await portal.Host.SignedInAsync(DemoPeople.Zhou);

        await (await office.OpenAsync("/")).FormWith("退出登录").SubmitAsync();

        Assert.Equal("/", (await phone.OpenAsync("/")).Address.AbsolutePath);
    }

    [Fact]
    public async Task AScriptWithoutASession_GetsUnauthorised_NotASignInPage()
    {
        using var visitor = portal.Host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");

        using var answer = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task TheDialogOfAnEndedSession_SignsInAndSaysWho()
    {
        using var visitor = portal.Host.Visitor();
        var dialog = await visitor.OpenAsync("/account/session-ended");
        using var request = dialog.Form("form").With("userName", DemoPeople.Zhang.UserName).With("password", PortalHost.Password).Request();
        request.Headers.Add("Accept", "application/json");

        using var answer = await visitor.Http.SendAsync(request);

        Assert.Equal($$"""{"ok":true,"user":"{{DemoPeople.Zhang.Id}}"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("/", (await visitor.OpenAsync("/")).Address.AbsolutePath);
    }

    [Fact]
    public async Task TheLastSignIn_IsKept()
    {
        using var visitor = await portal.Host.SignedInAsync(DemoPeople.He);

        await using var db = portal.Host.OpenDatabase();
        Assert.NotNull((await db.Users.SingleAsync(u => u.Id == DemoPeople.He.Id)).LastSignInAt);
    }

    private static async Task<Page> TryAsync(Visitor visitor, string name, string password)
    {
        var page = await visitor.OpenAsync("/account/sign-in");
        return await page.FormWith("登录").With("userName", name).With("password", password).SubmitAsync();
    }
}
