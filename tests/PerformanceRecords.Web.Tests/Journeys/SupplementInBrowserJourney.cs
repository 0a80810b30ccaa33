using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>二.1 业绩补录, clicked through in Chromium as its people do.</summary>
public sealed class SupplementInBrowserJourney(SharedPortal portal, Browser browser) : IClassFixture<SharedPortal>, IClassFixture<Browser>
{
    private readonly SampleProject project = new(21);
    private readonly PortalHost host = portal.Host;
    private string application = "";
    private string letter = "";

    [BrowserFact]
    public async Task ASupplement_IsClickedThrough_FromTheApplicationToTheNationalPlatform()
    {
        await AsAsync(DemoPeople.Zhang, ApplyAsync);
        await AsAsync(DemoPeople.Wang, async page =>
        {
            await DecideAsync(page, Act.Verify);
            await page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByText("报省函件").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "拟稿" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "送签" }).ClickAsync();
            letter = new Uri(page.Url).AbsolutePath;
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true })).ToHaveCountAsync(0);
        });
        await AsAsync(DemoPeople.Li, async page =>
        {
            await page.GotoAsync(letter);
            await page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("宁建设函〔");
        });
        await AsAsync(DemoPeople.Chen, page => DecideAsync(page, Act.OpenPort));
        await AsAsync(DemoPeople.Zhang, FillInAsync);
        await AsAsync(DemoPeople.Wang, page => DecideAsync(page, Act.Confirm));
        await AsAsync(DemoPeople.Zhang, async page =>
        {
            await page.GotoAsync(application);
            var facts = page.Locator(".facts", new() { HasText = "部平台已显示" });
            for (var tries = 0; tries < 60 && await facts.GetByText("还没有，显示后自动标明").IsVisibleAsync(); tries++)
            {
                await page.WaitForTimeoutAsync(500);
                await page.ReloadAsync();
            }

            await Assertions.Expect(facts).ToContainTextAsync("审核完成");
            await Assertions.Expect(facts).ToContainTextAsync("起");
        });
        await browser.UseAsync(host.Sandbox.Address, async page =>
        {
            await page.GotoAsync("?q=" + project.Number);
            await Assertions.Expect(page.GetByText(project.Name).First).ToBeVisibleAsync();
        });
    }

    [BrowserFact]
    public async Task WhatWasTyped_IsThereAgain_AfterTheWindowIsClosedWithoutSaving() =>
        await AsAsync(
            DemoPeople.Zhang,
            async page =>
            {
                await StartAsync(page);
                var form = page.Url;
                await page.Locator("[name='Basic.PrjName']").FillAsync("没有按保存的项目");
                await page.Locator("[name='Basic.AllInvest']").FillAsync("9,32o");
                await page.Locator("[name='Basic.AllInvest']").BlurAsync();
                await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");
                await page.GotoAsync("about:blank");
                await page.GotoAsync(form);
                await Assertions.Expect(page.Locator("[name='Basic.PrjName']")).ToHaveValueAsync("没有按保存的项目");
                await Assertions.Expect(page.Locator("[name='Basic.AllInvest']")).ToHaveValueAsync("9,32o");
            },
            mayComplain: "409"); // what was sent on leaving may arrive while the page opens again

    [BrowserFact]
    public async Task WhatWasKeptOnThisComputer_IsSentAgain_UntilItArrives_AndNothingElseInItsPlace() => await AsAsync(
        DemoPeople.Zhang,
        async page =>
        {
            // the computer goes down: nothing is sent on leaving
            await page.AddInitScriptAsync("addEventListener('pagehide', event => event.stopImmediatePropagation(), true)");
            await StartAsync(page);
            var form = page.Url;
            var answers = false;
            await page.RouteAsync("**/sections/basic/autosave", route => answers ? route.ContinueAsync() : route.AbortAsync());
            await page.Locator("[name='Basic.PrjName']").FillAsync("断网时填的项目");
            await page.Locator("[name='Basic.PrjName']").BlurAsync();
            await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("已存本机");

            await page.Clock.InstallAsync();
            await page.GotoAsync(form);
            await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("已存本机");
            await page.Clock.FastForwardAsync("00:20");
            await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("已存本机");
            answers = true;
            await page.Clock.FastForwardAsync("00:20");
            await Assertions.Expect(page.Locator("[name='Basic.PrjName']")).ToHaveValueAsync("断网时填的项目");
        },
        mayComplain: "net::ERR_");

    [BrowserFact]
    public async Task OnAPhone_NoPageOfAFiling_ScrollsSideways() => await browser.UseAsync(
        host.Address,
        async page =>
        {
            await page.SignInAsync(DemoPeople.Zhang);
            await StartAsync(page);
            var filing = page.Url[..page.Url.IndexOf("/sections", StringComparison.Ordinal)];
            foreach (var address in new[] { "/", "/applications", filing, filing + "/sections/basic", filing + "/evidence", filing + "/check" })
            {
                await page.GotoAsync(address);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
            }
        },
        Screen.Phone);

    private async Task ApplyAsync(IPage page)
    {
        await StartAsync(page);
        application = page.Url[..page.Url.IndexOf("/sections", StringComparison.Ordinal)];
        await TypeAsync(page, Sections.Basic, project.Basic);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存，去下一节" }).ClickAsync();
        foreach (var rule in Supplement.Type.PlanAt(Stage.Draft).Evidence.Where(r => !r.Optional))
        {
            var file = Sample.Pdf($"{rule.Title}.pdf", rule.Title);
            await page.GetByLabel("选择文件：" + rule.Title).SetInputFilesAsync(new FilePayload { Name = file.Name, MimeType = file.ContentType, Buffer = file.Content });
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = file.Name })).ToBeVisibleAsync();
        }

        await SubmitAsync(page);
    }

    private async Task FillInAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Row, new() { NameString = project.Name }).GetByRole(AriaRole.Link, new() { Name = "填报" }).ClickAsync();
        foreach (var (section, values) in new[]
        {
            (Sections.Contract, project.Contract), (Sections.DrawingReview, project.DrawingReview), (Sections.Acceptance, project.Acceptance),
        })
        {
            await page.GotoAsync($"{application}/sections/{section.ToString().ToLowerInvariant()}");
            await TypeAsync(page, section, values);
            await page.GetByRole(AriaRole.Button, new() { Name = "保存，去下一节" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains($"/sections/{section}", StringComparison.OrdinalIgnoreCase));
        }

        await SubmitAsync(page);
    }

    private async Task SubmitAsync(IPage page)
    {
        await page.GotoAsync($"{application}/check");
        await page.GetByLabel("以上信息与所附材料真实、有效").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/submitted", StringComparison.Ordinal));
    }

    private async Task DecideAsync(IPage page, Act act)
    {
        await page.GotoAsync("/reviews?q=" + Uri.EscapeDataString(project.Name));
        await page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = project.Name }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = act.Chinese(), Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private static async Task StartAsync(IPage page)
    {
        await page.GotoAsync("/applications/new/supplement");
        await page.GetByRole(AriaRole.Button, new() { Name = $"开始{Supplement.Type.Title}申请" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/sections/", StringComparison.Ordinal));
    }

    private static async Task TypeAsync(IPage page, Sections section, SectionValues values)
    {
        var definition = SectionDefinitions.Of(section);
        for (var row = 0; row < values.Rows.Count; row++)
        {
            foreach (var (key, text) in values.Rows[row].Where(f => f.Value.Length > 0))
            {
                var field = page.Locator($"#section-form [name='{(definition.Repeats ? $"{section}[{row}].{key}" : $"{section}.{key}")}']");
                await EnterAsync(page, field, definition.Fields.Single(f => f.Key == key).Kind, text);
            }
        }
    }

    private static async Task EnterAsync(IPage page, ILocator field, FieldKind kind, string text)
    {
        if (kind == FieldKind.Region)
        {
            await page.GetByLabel("设区市").SelectOptionAsync(new SelectOptionValue { Label = Regions.CityOf(text)!.Name });
            await field.SelectOptionAsync(text);
        }
        else if (kind == FieldKind.YesNo)
        {
            await page.Locator($"[value='{text}']").And(field).CheckAsync();
        }
        else if (kind != FieldKind.Code)
        {
            await field.FillAsync(text);
        }
        else if (await field.IsVisibleAsync())
        {
            await field.SelectOptionAsync(text);
        }
        else
        {
            var box = page.Locator($"#{(await field.GetAttributeAsync("id"))!.Replace("-native", "", StringComparison.Ordinal)}");
            await box.FillAsync(text);
            await box.PressAsync("Enter");
        }
    }

    private Task AsAsync(DemoPerson person, Func<IPage, Task> act, string? mayComplain = null) => browser.UseAsync(
        host.Address,
        async page =>
        {
            await page.SignInAsync(person);
            await act(page);
        },
        mayComplain: mayComplain);
}
