using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.SupplementPorts;

/// <summary>补录端口: opened on the case, watched, extended and closed with a reason.</summary>
public sealed class PortsTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task TheProvince_OpensThePort_AndIsToldBeforehandWhatItOpens()
    {
        var waiting = await office.NewCase().AtProvinceAsync();

        var page = await office.OpenAsync(DemoPeople.Chen, $"/reviews/{waiting.Id}");
        Assert.True(page.Says("将开通的端口"), page.Text);
        Assert.True(page.Says("12月18日（周五）"), page.Text);
        page = await page.FormWith("开通补录端口").SubmitAsync("开通补录端口");

        Assert.True(page.Says($"已为“{waiting.ProjectName}”开通补录端口 DK-2026-"), page.Text);
        Assert.Equal(Stage.FillIn, (await waiting.ReadAsync()).Stage);
        var list = await office.OpenAsync(DemoPeople.Chen, $"/ports?view=untouched&q={Uri.EscapeDataString(waiting.ProjectName)}");
        Assert.True(list.Says("还没有填"), list.Text);
    }

    [Fact]
    public async Task APort_IsSeenByItsEnterprise_ItsCity_AndTheProvince()
    {
        var port = await PortOfAsync(await office.NewCase().PortOpenedAsync());

        foreach (var person in new[] { DemoPeople.Zhang, DemoPeople.Wang, DemoPeople.Chen, DemoPeople.Wu })
        {
            Assert.True((await office.OpenAsync(person, $"/ports/{port.Id}")).Says(port.Number), person.FullName);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/ports/{port.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/ports/{port.Id}")).Status);
        Assert.False((await office.OpenAsync(DemoPeople.Gu, "/ports")).Says(port.Number));
        Assert.DoesNotContain("延期", (await office.OpenAsync(DemoPeople.Wang, $"/ports/{port.Id}")).Buttons);
    }

    [Fact]
    public async Task Extending_NeedsAReason_WhichTheEnterpriseReads()
    {
        var opened = await office.NewCase().PortOpenedAsync();
        var port = await PortOfAsync(opened);

        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("延期").With("Workdays", "5").With("Reason", "").SubmitAsync("延期");
        Assert.True(page.Says("请写明理由，企业会收到。"), page.Text);
        Assert.Equal("5", page.FormWith("延期")["Workdays"]);
        page = await page.FormWith("延期").With("Workdays", "500").With("Reason", "企业申请").SubmitAsync("延期");
        Assert.True(page.Says("延期请填 1 到 60 个工作日。"), page.Text);
        Assert.Equal("企业申请", page.FormWith("延期")["Reason"]);

        page = await page.FormWith("延期").With("Workdays", "5").SubmitAsync("延期");
        Assert.True(page.Says("已延期至 2026-12-25"), page.Text);
        Assert.Equal(new DateOnly(2026, 12, 25), (await opened.ReadAsync()).DueOn);
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/ports/{port.Id}")).Says("企业申请"));
    }

    [Fact]
    public async Task Closing_NeedsAReason_AndEndsTheFillingIn()
    {
        var filled = await office.NewCase().FilledInAsync();
        var port = await PortOfAsync(filled);

        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("提前关闭").SubmitAsync("提前关闭");
        Assert.True(page.Says("请写明理由，企业会收到。"), page.Text);
        page = await page.FormWith("提前关闭").With("Reason", "市级来函有误").SubmitAsync("提前关闭");

        Assert.True(page.Says("已关闭"), page.Text);
        Assert.Empty(page.Buttons.Intersect(["延期", "提前关闭"]));
        Assert.IsType<StepResult.Refused>(await filled.TakeAsync(Act.Submit, SupplementCase.Filer));
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/ports/{port.Id}")).Says("市级来函有误"));
        Assert.True((await office.OpenAsync(DemoPeople.Chen, $"/ports?view=closed&q={port.Number}")).Says(port.Number));
    }

    [Fact]
    public async Task Narrowing_TakesOutWhatIsNeitherAskedForNorWritten_AndRefusesTheRest()
    {
        var opened = await office.NewCase().PortOpenedAsync();
        var port = await PortOfAsync(opened);
        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("缩小范围").With("Reason", "不需要").SubmitAsync("缩小范围");
        Assert.True(page.Says("请至少去掉一节"), page.Text);
        page = await page.FormWith("缩小范围").Without("Remaining").With("Reason", "").SubmitAsync("缩小范围");
        Assert.True(page.Says("请写明理由，企业会收到。"), page.Text);
        Assert.False(page["#r-Personnel"].HasAttribute("checked"));
        Assert.True(page["#r-Basic"].HasAttribute("checked"));
        var kept = await office.Office.DoAsync<PortDesk, Breach?>(desk => desk.NarrowAsync(port.Id, port.Version, Sections.Basic, "不需要", SupplementCase.Province));
        Assert.Equal("narrow-kept", kept!.Code);

        // what must be filled in stays ticked and cannot be unticked
        page = await page.FormWith("缩小范围").Without("Remaining").With("Reason", "人员另行完善").SubmitAsync("缩小范围");

        Assert.True(page.Says("端口范围已缩小"), page.Text);
        Assert.False((await PortAsync(port.Id)).AllowedSections.HasFlag(Sections.Personnel));
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, "/notifications")).Says("人员另行完善"));
        // a request made by hand writes nothing, and is found in the port's log
        await Assert.ThrowsAsync<PortClosedException>(() => opened.SaveAsync(Sections.Personnel, SampleProject.Personnel));
        Assert.True((await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}")).Says("请求写入人员，不在端口范围内"));
    }

    [Fact]
    public async Task AWholeLetter_IsOpenedAtOnce_AndItsPortsAreExtendedAndRemindedTogether()
    {
        var (first, second) = (await office.NewCase().VerifiedAsync(), await office.NewCase().VerifiedAsync());
        var letter = await first.LetterAwaitingSignatureAsync(second);
        var signed = Assert.IsType<LetterResult.Done>(await office.Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer))).Letter;
        var page = await office.OpenAsync(DemoPeople.Chen, "/ports/waiting");
        page = await page.Form($"form[action$='/ports/letters/{signed.Id}/open']").SubmitAsync();
        Assert.True(page.Says("已开通 2 个端口"), page.Text);
        Assert.Equal(Stage.FillIn, (await second.ReadAsync()).Stage);

        var ports = new[] { await PortOfAsync(first), await PortOfAsync(second) };
        page = await office.OpenAsync(DemoPeople.Chen, $"/ports?q={Uri.EscapeDataString(signed.Number!)}");
        Assert.Equal(2, page.Document.QuerySelectorAll("input[form=many]").Length);
        page = await ManyAsync(page, "extend", ("Reason", "企业集中填报"), ("Workdays", "10"), ("Ports", ports[0].Id.ToString()), ("Ports", ports[1].Id.ToString()));
        Assert.True(page.Says("已延期 2 个端口"), page.Text);
        Assert.Equal(ports[0].ExpiresOn.AddDays(14), (await PortAsync(ports[1].Id)).ExpiresOn);
        page = await ManyAsync(page, "extend", ("Workdays", "61"), ("Ports", ports[1].Id.ToString()));
        Assert.Equal(["请写明理由，企业会收到。", "延期请填 1 到 60 个工作日。"], page.Texts("#many .err"));
        Assert.Equal("61", page.Form("#many")["Workdays"]);
        Assert.Equal(ports[1].Id.ToString(), Assert.Single(page.Document.QuerySelectorAll("input[form=many][checked]")).GetAttribute("value"));
        Assert.Equal(2, page.Document.QuerySelectorAll("input[form=many]").Length);
        page = await ManyAsync(page, "remind", ("Reason", "请抓紧填报"));
        Assert.Equal("请先勾选端口。", Assert.Single(page.Texts("#many .err")));
        Assert.Equal("请抓紧填报", page.Form("#many")["Reason"]);
    }

    [Fact]
    public async Task AWholeLetter_IsNarrowedRemindedAndClosed_WithAReasonForEveryEnterprise()
    {
        var (first, second) = (await office.NewCase().VerifiedAsync(), await office.NewCase().VerifiedAsync());
        var letter = await first.LetterAwaitingSignatureAsync(second);
        await office.Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer));
        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/letters/{letter.Id}");
        Assert.True(page.Says("还有 2 个项目等着开通"), page.Text);
        page = await page.Form("form[action$='/open']").SubmitAsync();
        Assert.True(page.Says("已开通 2 个端口"), page.Text);

        page = await page.FormWith("整函缩小范围").SubmitAsync("整函缩小范围");
        Assert.True(page.Says("请至少选一节要去掉的。") && page.Says("请写明理由，企业会收到。"), page.Text);
        Assert.DoesNotContain("基本信息", page.Texts("#Taken label"));
        // what one enterprise has filled in stays in its port, and is said
        office.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.SaveAsync(Sections.Personnel, SampleProject.Personnel);
        page = await page.FormWith("整函缩小范围").With("Taken", "Personnel").With("Reason", "人员另行完善").SubmitAsync("整函缩小范围");
        Assert.True(page.Says("已缩小 1 个端口") && page.Says("企业已经填了，不能去掉"), page.Text);
        Assert.True((await PortOfAsync(first)).AllowedSections.HasFlag(Sections.Personnel));
        Assert.False((await PortOfAsync(second)).AllowedSections.HasFlag(Sections.Personnel));

        page = await page.FormWith("整函延期").With("Workdays", "99").With("Reason", "集中填报").SubmitAsync("整函延期");
        Assert.Equal(("99", "集中填报"), (page.FormWith("整函延期")["Workdays"], page.FormWith("整函延期")["Reason"]));
        page = await page.FormWith("整函延期").With("Workdays", "5").SubmitAsync("整函延期");
        Assert.True(page.Says("已延期 2 个端口"), page.Text);
        page = await page.FormWith("整函提前关闭").With("Reason", "整函作废重报").SubmitAsync("整函提前关闭");
        Assert.True(page.Says("已提前关闭 2 个端口"), page.Text);
        Assert.DoesNotContain("整函延期", page.Buttons);
        Assert.Equal(2, (await office.OpenAsync(DemoPeople.Zhang, "/notifications")).Text.Split("整函作废重报").Length - 1);

        // the city sees what became of its letter; nobody else's city and no enterprise does
        Assert.DoesNotContain("整函延期", (await office.OpenAsync(DemoPeople.Wang, $"/ports/letters/{letter.Id}")).Buttons);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/ports/letters/{letter.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, $"/ports/letters/{letter.Id}")).Status);
    }

    [Fact]
    public async Task TheReport_SaysPortByPort_WhoOpenedWhatForWhom_AndIsTakenAlongAsAFile()
    {
        var opened = await office.NewCase().PortOpenedAsync();
        var port = await PortOfAsync(opened);

        var page = await office.OpenAsync(DemoPeople.Wu, "/ports/report");
        var line = Assert.Single(page.Document.QuerySelectorAll("tbody tr"), tr => tr.TextContent.Contains(port.Number, StringComparison.Ordinal)).TextContent;
        Assert.All(["陈晔", opened.ProjectName, "江苏衡岳建筑设计研究院有限公司", port.LetterNumber!, "7 节", "开通未用"], word => Assert.Contains(word, line, StringComparison.Ordinal));

        using var answer = await (await office.AsAsync(DemoPeople.Wu)).Http.GetAsync("/ports/report/file?from=2026-11-01");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        // without the mark at its beginning spreadsheets take it for something else
        Assert.Equal("\uFEFF"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..3]);
        var rows = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"开通时间\",\"开通人\"", rows[0], StringComparison.Ordinal);
        Assert.Contains($"\"{port.Number}\",\"南京市\",\"江苏衡岳建筑设计研究院有限公司\",\"{opened.ProjectName}\"", Assert.Single(rows, r => r.Contains(port.Number, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single((await (await (await office.AsAsync(DemoPeople.Wu)).Http.GetAsync("/ports/report/file?to=2026-01-01")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task APortThatWasSubmittedThrough_SaysHowOftenItStillMayBe_AndAsksForNothing()
    {
        var filled = await office.NewCase().FilledInAsync();
        var port = await PortOfAsync(filled);
        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("改次数").With("Submissions", "2").With("Reason", "企业申请").SubmitAsync("改次数");
        Assert.True(page.Says("可提交 2 次"), page.Text);
        await filled.TakeAsync(Act.Submit, SupplementCase.Filer);

        foreach (var view in new[] { "used", "open" })
        {
            var list = await office.OpenAsync(DemoPeople.Zhang, $"/ports?view={view}");
            var line = Assert.Single(list.Document.QuerySelectorAll("tbody tr"), tr => tr.TextContent.Contains(port.Number, StringComparison.Ordinal));
            Assert.Contains("已提交 1 次，还可提交 1 次", line.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("去填报", line.TextContent, StringComparison.Ordinal);
        }

        page = await office.OpenAsync(DemoPeople.Zhang, $"/ports/{port.Id}");
        Assert.True(page.Says("已提交 1 次，还可提交 1 次") && page.Says("共可提交") is false, page.Text);
        Assert.DoesNotContain(page.Texts("a"), text => text == "去填报");
    }

    [Fact]
    public async Task AStaleChange_DoesNothing()
    {
        var port = await PortOfAsync(await office.NewCase().PortOpenedAsync());
        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        var late = page.FormWith("提前关闭").With("Reason", "晚了一步");

        await page.FormWith("延期").With("Reason", "企业申请").SubmitAsync("延期");
        var answer = await late.SubmitAsync("提前关闭");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(PortState.Open, (await PortAsync(port.Id)).StateOn(new DateOnly(2026, 11, 20)));
    }

    // the boxes stand in the table and belong to the form above it
    private async Task<Page> ManyAsync(Page page, string change, params (string Name, string Value)[] fields) =>
        await (await office.AsAsync(DemoPeople.Chen)).SendAsync(new HttpRequestMessage(HttpMethod.Post, page.Document.QuerySelector($"#many button[formaction*='/many/{change}']")!.GetAttribute("formaction"))
        {
            Content = new FormUrlEncodedContent(
                [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", page["input[name=__RequestVerificationToken]"].GetAttribute("value")!)]),
        });

    private async Task<SupplementPort> PortOfAsync(SupplementCase opened)
    {
        await using var db = office.Portal.OpenDatabase();
        return await db.SupplementPorts.AsNoTracking().SingleAsync(p => p.ApplicationId == opened.Id);
    }

    private async Task<SupplementPort> PortAsync(Guid id)
    {
        await using var db = office.Portal.OpenDatabase();
        return await db.SupplementPorts.AsNoTracking().SingleAsync(p => p.Id == id);
    }
}
