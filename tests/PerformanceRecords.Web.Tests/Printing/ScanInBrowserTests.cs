using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Testing.Browsers;
using Xunit;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>盖章扫描件: the code on the paper leads the scan back to its letter.</summary>
public sealed class ScanInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [PaperFact]
    public Task APhotographedSheet_IsFoundByTheCodeOnIt_AndLaidBesideItsText() => FoundAsync((paper, pdf) => paper.ScanAsync(pdf, page: 2), "img.scan");

    [PaperFact]
    public Task AScannedLetter_IsFoundByTheCodeOnOneOfItsSheets() =>
        FoundAsync(async (paper, pdf) => await paper.BoundAsync(await paper.ScanAsync(pdf, page: 1), await paper.ScanAsync(pdf, page: 2)), "iframe.scan");

    [PaperFact]
    public async Task ASheetWithoutACode_IsSaidToHaveNone_AndIsMatchedByItsNumber()
    {
        await using var paper = await PaperPortal.StartAsync();
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());
        var pdf = await paper.PdfAsync(await paper.PrintAsync(letter.Id));
        var sheet = await paper.ScanAsync(pdf, page: 1);

        await browser.UseAsync(paper.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Wang);
            await page.GotoAsync("/letters/scans");
            await page.Locator("#File").SetInputFilesAsync(sheet);
            await Assertions.Expect(page.Locator("[data-read-code-state]")).ToContainTextAsync("请确认扫描了落款那一页，或手填核验码、发文字号");

            await page.Locator("#Code").FillAsync(letter.Number!);
            await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
            await page.WaitForURLAsync($"**/letters/{letter.Id}");
        });
    }

    private async Task FoundAsync(Func<PaperPortal, string, Task<string>> scanned, string shownAs)
    {
        await using var paper = await PaperPortal.StartAsync();
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());
        var pdf = await paper.PdfAsync(await paper.PrintAsync(letter.Id));
        var scan = await scanned(paper, pdf);

        await browser.UseAsync(paper.Portal.Address, async page =>
        {
            await page.SignInAsync(DemoPeople.Wang);
            await page.GotoAsync("/letters/scans");
            await page.Locator("#File").SetInputFilesAsync(scan);
            await Assertions.Expect(page.Locator("[data-read-code-state]")).ToContainTextAsync("已识别二维码");
            Assert.Equal(letter.Code, VerificationCode.Read(await page.Locator("#Code").InputValueAsync()));

            await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
            await page.WaitForURLAsync($"**/letters/{letter.Id}");
            await Assertions.Expect(page.Locator("#main")).ToContainTextAsync($"扫描件已对应到 {letter.Number}");
            await Assertions.Expect(page.Locator(shownAs)).ToBeVisibleAsync();
        });
    }
}
