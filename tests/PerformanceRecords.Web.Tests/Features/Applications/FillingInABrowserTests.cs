using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Testing.Work;
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
    public async Task TheHeading_FollowsTheProjectsName_OnceItIsSaved()
    {
        var draft = await office.NewCase().DraftedAsync();
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Zhang);
            await page.GotoAsync($"/applications/{draft.Id}/sections/basic");
            await page.Locator("[name='Basic.PrjName']").FillAsync("");
            await page.Locator("[name='Basic.PrjName']").BlurAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("业绩补录（未填项目名称）");

            await page.Locator("[name='Basic.PrjName']").FillAsync(" 江北新区科创中心勘察 ");
            await page.Locator("[name='Basic.PrjName']").BlurAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("江北新区科创中心勘察");
            await Assertions.Expect(page.Locator(".crumb")).ToContainTextAsync("江北新区科创中心勘察");
            await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^基本信息 - 江北新区科创中心勘察"));
        });
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

    [BrowserFact]
    public async Task TheTextOfTheIndicators_FollowsEveryFigure_HoweverOftenItIsSavedInBetween()
    {
        var record = await RecordStories.CompleteAsync(office.Office, 951);
        Guid filing = default;
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Zhang);
            await page.GotoAsync($"/applications/new/correction?record={record}");
            await page.Locator("[name=asked][value=Indicators]").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "开始修正勘误申请" }).ClickAsync();
            await page.WaitForURLAsync(url => url.EndsWith("/sections/indicators", StringComparison.Ordinal));
            filing = Guid.Parse(page.Url.Split('/')[4]);
            foreach (var (figure, text) in new[] { ("BuildArea", "13000"), ("SubBuildHeight", "31.5") })
            {
                var saved = page.WaitForResponseAsync(r => r.Url.EndsWith("/autosave", StringComparison.Ordinal));
                await page.Locator($"[name='Indicators[0].{figure}']").FillAsync(text);
                await page.Locator($"[name='Indicators[0].{figure}']").BlurAsync();
                Assert.Equal(200, (await saved).Status);
                await Assertions.Expect(page.Locator("[name='Indicators[0].TechParamInfo']")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($" {text} "));
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "保存，去下一" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith("/sections/indicators", StringComparison.Ordinal));
        });

        await using var db = office.Portal.OpenDatabase();
        var kept = await db.ApplicationSections.SingleAsync(s => s.ApplicationId == filing && s.Section == Sections.Indicators);
        Assert.Contains("建筑面积 13000 ㎡；建筑高度 31.5 米", kept.Values["TechParamInfo"], StringComparison.Ordinal);
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
