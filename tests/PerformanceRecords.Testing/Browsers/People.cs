using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;

namespace PerformanceRecords.Testing.Browsers;

/// <summary>People in front of a window.</summary>
public static class People
{
    public static async Task SignInAsync(this IPage page, DemoPerson person)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("[name=userName]").FillAsync(person.UserName);
        await page.Locator("[name=password]").FillAsync(PortalHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }
}
