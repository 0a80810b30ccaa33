using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Web.Security;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>What only a browser can show of filling in: the session that ends under one's hands, the upload that takes its time.</summary>
public sealed class FillingInABrowserTests(ReviewingPortal office, Browser browser) : IClassFixture<ReviewingPortal>, IClassFixture<Browser>
{
    [BrowserFact]
    public async Task ASessionThatEndsWhileTyping_IsRenewedInPlace_AndWhatWasTypedIsSaved()
    {
        var draft = await office.NewCase().DraftedAsync();
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Zhang);
            await page.GotoAsync($"/applications/{draft.Id}/sections/basic");
            await EndSessionsAsync();

            await page.Locator("[name='Basic.PrjSize']").FillAsync("超时之后才写完的规模");
            await page.Locator("[name='Basic.PrjSize']").BlurAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await Assertions.Expect(dialog).ToContainTextAsync("登录已超时");
            await dialog.Locator("[name=userName]").FillAsync(DemoPeople.Zhang.UserName);
            await dialog.Locator("[name=password]").FillAsync("not-the-password");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "登录并继续" }).ClickAsync();
            await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await dialog.Locator("[name=password]").FillAsync(Testing.Hosting.PortalHost.Password);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "登录并继续" }).ClickAsync();

            await Assertions.Expect(dialog).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");
            await Assertions.Expect(page.Locator("[name='Basic.PrjSize']")).ToHaveValueAsync("超时之后才写完的规模");
        }, mayComplain: "401");

        await using var db = office.Portal.OpenDatabase();
        var kept = await db.ApplicationSections.SingleAsync(s => s.ApplicationId == draft.Id);
        Assert.Equal("超时之后才写完的规模", kept.Values["PrjSize"]);
    }

    [BrowserFact]
    public async Task AnUpload_ShowsHowFarItIs_AndThenTheDigestOfTheFile()
    {
        var draft = await office.NewCase().DraftedAsync();
        var file = Sample.Pdf("中标通知书扫描件.pdf", "通知书");
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Zhang);
            await page.GotoAsync($"/applications/{draft.Id}/evidence");
            var arrived = new TaskCompletionSource();
            await page.RouteAsync("**/evidence/bid-notice", async route =>
            {
                // the line is slow
                await arrived.Task;
                await route.ContinueAsync();
            });

            await page.GetByLabel("选择文件：中标通知书").SetInputFilesAsync(new FilePayload { Name = file.Name, MimeType = file.ContentType, Buffer = file.Content });
            var item = page.Locator("#Evidence-bid-notice");
            await Assertions.Expect(item.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
            await Assertions.Expect(item.GetByRole(AriaRole.Button, new() { Name = "取消" })).ToBeVisibleAsync();
            arrived.SetResult();

            await Assertions.Expect(item.GetByRole(AriaRole.Link, new() { Name = file.Name })).ToBeVisibleAsync();
            await Assertions.Expect(item.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
            await Assertions.Expect(item.Locator($"[title='{Convert.ToHexStringLower(SHA256.HashData(file.Content))}']")).ToBeVisibleAsync();
        });
    }

    private async Task EndSessionsAsync()
    {
        await office.Portal.InScopeAsync<Sessions, bool>(async sessions =>
        {
            await sessions.CloseAllAsync(DemoPeople.Zhang.Id);
            return true;
        });
    }
}
