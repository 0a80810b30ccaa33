using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Browsers;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>三.2 修正勘误 and 五 升级, clicked through in Chromium by everybody they pass.</summary>
[Collection(Journeys.Name)]
public sealed class ThreeLevelsInBrowserJourney(JourneyPortal portal, Browser browser) : IClassFixture<Browser>
{
    private string application = "";

    private string Case => application.Replace("/applications/", "/reviews/", StringComparison.Ordinal);

    [BrowserFact]
    public async Task ACorrection_IsClickedThrough_FromTheEnterpriseToTheMinistry()
    {
        var record = await portal.CompleteAsync();
        await AsAsync(DemoPeople.Zhang, async page =>
        {
            await page.GotoAsync($"/applications/new/correction?record={record}");
            await page.Locator("[name=asked][value=Contract]").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "开始修正勘误申请" }).ClickAsync();
            await page.WaitForURLAsync(url => url.EndsWith("/sections/contract", StringComparison.Ordinal));
            Started(page);
            await page.Locator("[name='Contract[0].ContractMoney']").FillAsync("186.5");
            await page.GetByRole(AriaRole.Button, new() { Name = "保存，去下一" }).ClickAsync();
            await UploadAsync(page, Correction.Type.PlanAt(Stage.Draft).Evidence.Select(r => r.AnyOf[0]));
            await page.GotoAsync(application + "/changes");
            await Assertions.Expect(page.Locator("#changes-form ins")).ToContainTextAsync("186.50");
            await page.Locator("[name='Changes[0].Reason']").FillAsync("补充协议调整了金额");
            await page.Locator("[name='Changes[0].Evidence']").SelectOptionAsync(new SelectOptionValue { Label = "修正依据：修正依据.pdf" });
            await page.GetByRole(AriaRole.Button, new() { Name = "保存，去下一" }).ClickAsync();
            await SubmitAsync(page);
        });
        await AsAsync(DemoPeople.Wang, async page =>
        {
            await page.GotoAsync(Case);
            await Assertions.Expect(page.Locator("table.changes")).ToContainTextAsync("补充协议调整了金额");
            // the proof of a change opens beside it
            await page.Locator("table.changes").GetByRole(AriaRole.Link, new() { Name = "看依据" }).ClickAsync();
            await Assertions.Expect(page.Locator("#evidence [aria-current=true]")).ToContainTextAsync("修正依据");
            await Assertions.Expect(page.Locator("#similar")).ToContainTextAsync("疑似重复和人员提示");
            await DecideAsync(page, "核实通过");
        });
        await LetterAsync(DemoPeople.Wang, DemoPeople.Li);
        await AsAsync(DemoPeople.Chen, page => DecideAsync(page, "核实通过"));
        await LetterAsync(DemoPeople.Chen, DemoPeople.Zhou);
        await AsAsync(DemoPeople.He, async page =>
        {
            await page.GotoAsync("/");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("修正勘误");
            await DecideAsync(page, "审核通过");
        });
        await portal.ShowsAsync(record, Sections.Contract);
        Assert.Equal("186.5", (await portal.ReadAsync(record))[Sections.Contract]!.Values["ContractMoney"]);
    }

    [BrowserFact]
    public async Task AnUpgrade_IsClickedThrough_FromTheEnterpriseToTheProvincesConfirmation()
    {
        var record = await portal.SupplementedAsync();
        await AsAsync(DemoPeople.Zhang, async page =>
        {
            await page.GotoAsync($"/applications/new/upgrade?record={record}");
            await page.Locator("[name=asked][value=DrawingReview]").CheckAsync();
            await page.Locator("[name=grade][value=B]").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "开始数据等级升级申请" }).ClickAsync();
            await page.WaitForURLAsync(url => url.EndsWith("/evidence", StringComparison.Ordinal));
            Started(page);
            await UploadAsync(page, [EvidenceKind.PlatformScreenshot, EvidenceKind.MainDrawings]);
            await SubmitAsync(page);
        });
        await AsAsync(DemoPeople.Wang, async page =>
        {
            await page.GotoAsync(Case);
            await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "施工图审查" })).ToContainTextAsync("升到 B 级");
            await DecideAsync(page, "核实通过");
        });
        await LetterAsync(DemoPeople.Wang, DemoPeople.Li);
        await AsAsync(DemoPeople.Chen, page => DecideAsync(page, "核实通过"));
        await LetterAsync(DemoPeople.Chen, DemoPeople.Zhou);
        await portal.ShowsAsync(record, Sections.DrawingReview, DataGrade.B);
    }

    [BrowserFact]
    public async Task OnAPhone_NoPageOfAReviewer_ScrollsSideways()
    {
        var record = await portal.SupplementedAsync();
        await AsAsync(DemoPeople.Zhang, async page =>
        {
            await page.GotoAsync($"/applications/new/upgrade?record={record}");
            await page.Locator("[name=asked][value=DrawingReview]").CheckAsync();
            await page.Locator("[name=grade][value=B]").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "开始数据等级升级申请" }).ClickAsync();
            await page.WaitForURLAsync(url => url.EndsWith("/evidence", StringComparison.Ordinal));
            Started(page);
            await UploadAsync(page, [EvidenceKind.PlatformScreenshot, EvidenceKind.MainDrawings]);
            await SubmitAsync(page);
        });
        await browser.UseAsync(
            portal.Host.Address,
            async page =>
            {
                await page.SignInAsync(DemoPeople.Wang);
                foreach (var address in new[] { "/reviews", Case, Case + "/similar", "/permits", "/permits/new" })
                {
                    await page.GotoAsync(address);
                    Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
                }
            },
            Screen.Phone);
    }

    private void Started(IPage page)
    {
        var address = new Uri(page.Url).AbsolutePath;
        application = address[..(address.IndexOf('/', "/applications/".Length) is var end && end > 0 ? end : address.Length)];
    }

    private async Task UploadAsync(IPage page, IEnumerable<EvidenceKind> kinds)
    {
        await page.GotoAsync(application + "/evidence");
        foreach (var kind in kinds)
        {
            var file = Sample.Pdf($"{kind.Title}.pdf", kind.Code);
            await page.GetByLabel("选择文件：" + kind.Title).SetInputFilesAsync(new FilePayload { Name = file.Name, MimeType = file.ContentType, Buffer = file.Content });
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = file.Name })).ToBeVisibleAsync();
        }
    }

    private async Task SubmitAsync(IPage page)
    {
        await page.GotoAsync(application + "/check");
        await page.GetByLabel("以上信息与所附材料真实、有效").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/submitted", StringComparison.Ordinal));
    }

    private async Task DecideAsync(IPage page, string button)
    {
        await page.GotoAsync(Case);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private async Task LetterAsync(DemoPerson drafter, DemoPerson signer)
    {
        var letter = "";
        await AsAsync(drafter, async page =>
        {
            await page.GotoAsync("/letters?view=waiting");
            var id = application["/applications/".Length..];
            var pile = page.Locator("form", new() { Has = page.Locator($"[name=cases][value='{id}']") });
            await pile.Locator($"[name=cases][value='{id}']").CheckAsync();
            await pile.GetByRole(AriaRole.Button, new() { Name = "拟稿" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "送签" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true })).ToHaveCountAsync(0);
            letter = new Uri(page.Url).AbsolutePath;
        });
        await AsAsync(signer, async page =>
        {
            await page.GotoAsync(letter);
            await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("〔");
        });
    }

    private Task AsAsync(DemoPerson person, Func<IPage, Task> act) => browser.UseAsync(portal.Host.Address, async page =>
    {
        await page.SignInAsync(person);
        await act(page);
    });
}
