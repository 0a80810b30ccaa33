using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Browsers;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Letters;

/// <summary>What only a browser can show of drafting: boxes ticked at once, and a text that cannot be saved as it is.</summary>
public sealed class DraftingInABrowserTests(ReviewingPortal office, Browser browser) : IClassFixture<ReviewingPortal>, IClassFixture<Browser>
{
    [BrowserFact]
    public async Task WaitingCases_AreTickedAllAtOnceOrNone()
    {
        var (first, second) = (await office.NewCase().VerifiedAsync(), await office.NewCase().VerifiedAsync());
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Wang);
            await page.GotoAsync("/letters");
            var boxes = page.Locator("input[name=cases]");
            var all = await boxes.CountAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "全不选" }).ClickAsync();
            Assert.Equal(0, await page.Locator("input[name=cases]:checked").CountAsync());
            await page.Locator($"input[value='{second.Id}']").CheckAsync();
            await Assertions.Expect(page.Locator("[data-picked]")).ToHaveTextAsync("已选 1 件");
            await page.GetByRole(AriaRole.Button, new() { Name = $"全选 {all} 件" }).ClickAsync();
            await page.Locator($"input[value='{first.Id}']").UncheckAsync();
            await Assertions.Expect(page.Locator("[data-picked]")).ToHaveTextAsync($"已选 {all - 1} 件");

            await page.GetByRole(AriaRole.Button, new() { Name = "全选" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "拟稿", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#Cases li")).ToHaveCountAsync(all);
        });
    }

    [BrowserFact]
    public async Task ATextThatCannotBeSavedAsItIs_IsSaidAtOnce_AndComesBackIntoItsFields()
    {
        await office.NewCase().VerifiedAsync();
        await browser.UseAsync(office.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Wang);
            await page.GotoAsync("/letters");
            await page.GetByRole(AriaRole.Button, new() { Name = "拟稿", Exact = true }).First.ClickAsync();
            await page.Locator("#Title").FillAsync("");
            await page.Locator("#Body").FillAsync("写了一半的正文。");
            await page.Locator("#Body").BlurAsync();
            var state = page.Locator("[data-autosave-state]");
            await Assertions.Expect(state).ToHaveTextAsync("还没有保存：请填写标题。");

            await page.ReloadAsync();
            await Assertions.Expect(state).ToHaveTextAsync("还没有保存：请填写标题。");
            await Assertions.Expect(page.Locator("#Body")).ToHaveValueAsync("写了一半的正文。");
            await page.Locator("#Title").FillAsync("关于补录的函");
            await page.GetByRole(AriaRole.Button, new() { Name = "送签" }).ClickAsync();
            await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("已送签");
        }, mayComplain: "422");
    }
}
