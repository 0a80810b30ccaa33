using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Testing.Hosting;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Advisor;

/// <summary>What the scripts add to the guide and to the form of the indicators; both work without them too.</summary>
public sealed class GuideInBrowserTests(SharedPortal portal, Browser browser) : IClassFixture<SharedPortal>, IClassFixture<Browser>
{
    [BrowserFact]
    public Task EachAnswer_SwapsTheCard_PushesTheAddress_AndKeepsTheFocus() => browser.UseAsync(portal.Host.Address, async page =>
    {
        await page.GotoAsync("/guide");
        await page.Locator("label:has(#g-sector-Survey)").ClickAsync();
        await page.Locator("label:has(#g-wish-Enter)").ClickAsync();
        await page.Locator("label:has(#g-national-None)").ClickAsync();

        await Assertions.Expect(page.Locator("#answer .name")).ToHaveTextAsync("行业外工程补录");
        Assert.Contains("sector=Survey&wish=Enter&national=None", page.Url, StringComparison.Ordinal);
        Assert.Equal("g-national-None", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#answer .name")).ToHaveTextAsync("行业外工程补录");
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('htmx-history-cache') ?? localStorage.getItem('htmx-history-cache')"));
    });

    [BrowserFact]
    public Task TheGuide_FitsAPhone() => browser.UseAsync(
        portal.Host.Address,
        async page =>
        {
            await page.GotoAsync("/guide?sector=Building&wish=Enter&completed=yes&provincial=no&own=no&national=None&inside=yes&reviewed=yes");
            Assert.Equal(Screen.Phone.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        },
        Screen.Phone);

    [BrowserFact]
    public Task AnIndustryThatIsChosen_BringsItsFigures() => browser.UseAsync(portal.Host.Address, async page =>
    {
        await page.SignInAsync(DemoPeople.Gu);
        await page.GotoAsync("/applications/new/other-industry");
        await page.Locator("label:has([name=sector][value=OtherIndustry])").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始行业外工程补录申请" }).ClickAsync();
        await page.WaitForURLAsync("**/sections/basic");
        await page.GotoAsync(page.Url.Replace("basic", "indicators", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByLabel("最大单跨跨度")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "设计行业" }).FillAsync("A217");
        await page.Locator("[data-value='A217']").ClickAsync();

        await Assertions.Expect(page.GetByLabel("最大单跨跨度")).ToBeVisibleAsync();
    });
}
