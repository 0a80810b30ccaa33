using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Hosting;
using Xunit;

namespace PerformanceRecords.Web.Tests.Hosting;

/// <summary>The portal starts on its real parts, for people without scripts and for those with a browser.</summary>
public sealed class HostTests(Browser browser) : IClassFixture<Browser>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ADemoPerson_SignsInAndOut(Engine engine)
    {
        await using var portal = await PortalHost.StartAsync(new() { Engine = engine });
        using var wang = await portal.SignedInAsync(DemoPeople.Wang);

        var home = await wang.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("/", home.Address.AbsolutePath);
        await home.FormWith("退出登录").SubmitAsync();
        Assert.Equal("/account/sign-in", (await wang.OpenAsync("/")).Address.AbsolutePath);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ASignNoKeyboardHas_IsNoFaultOfThePortal(Engine engine)
    {
        await using var portal = await PortalHost.StartAsync(new() { Engine = engine });
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);

        foreach (var address in new[] { "/records?q=a%00b", "/find?q=a%00b", "/applications?q=a%00b" })
        {
            Assert.InRange((int)(await zhang.OpenAsync(address)).Status, 200, 499);
        }

        var form = (await zhang.OpenAsync("/organisation")).FormWith("保存").With("ContactName", "张\0堃");
        Assert.InRange((int)(await form.SubmitAsync()).Status, 200, 499);
    }

    [Fact]
    public async Task AWrongPassword_IsRefusedInWords()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.OpenAsync("/account/sign-in");
        page = await page.FormWith("登录").With("userName", DemoPeople.Wang.UserName).With("password", "guessed").SubmitAsync();

        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        Assert.True(page.Has("[role=alert]"), page.Text);
    }

    [BrowserFact]
    public async Task ADemoPerson_SignsInWithABrowser()
    {
        await using var portal = await PortalHost.StartAsync();

        await browser.UseAsync(portal.Address, async page =>
        {
            await page.GotoAsync("/");
            await page.Locator("[name=userName]").FillAsync(DemoPeople.Wang.UserName);
            await page.Locator("[name=password]").FillAsync(PortalHost.Password);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync(portal.Address.AbsoluteUri);
            // a page without its stylesheet would pass every other check
            Assert.NotEqual("\"Times New Roman\"", await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"));
        });
    }
}
