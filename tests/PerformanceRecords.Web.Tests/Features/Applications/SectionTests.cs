using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Ports;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>填报: nothing typed is lost, everything wrong is said beside its field, and nobody writes where it is not theirs to write.</summary>
public sealed class SectionTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string SectionForm = "#section-form";

    [Fact]
    public async Task WhatWasTypedWrong_IsSavedAsItIs_AndFoundAgainAfterSigningOut()
    {
        var draft = await office.NewCase().DraftedAsync();
        using (var zhang = await office.Portal.SignedInAsync(DemoPeople.Zhang))
        {
            var form = (await zhang.OpenAsync(Section(draft, "basic"))).Form(SectionForm).With("Basic.AllInvest", "1268o").With("Basic.EDate", "去年年底");
            using var answer = await zhang.Http.SendAsync(Autosave(form));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32() > 1);
            await (await zhang.OpenAsync("/applications")).FormWith("退出登录").SubmitAsync();
        }

        using var again = await office.Portal.SignedInAsync(DemoPeople.Zhang);
        var page = await again.OpenAsync(Section(draft, "basic"));

        Assert.Equal("1268o", page.Form(SectionForm)["Basic.AllInvest"]);
        Assert.Equal("去年年底", page.Form(SectionForm)["Basic.EDate"]);
        Assert.Contains("总投资", page["#Basic-AllInvest-error"].TextContent, StringComparison.Ordinal);
        Assert.Contains("2 处要改", page["#tasks"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoingOn_NamesWhatIsWrong_OnTopAndBesideTheField_AndStays()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await OpenAsync(draft, "basic");

        page = await page.Form(SectionForm).With("Basic.BuildCorpCode", "91320100726058131X").With("Basic.PrjName", "").SubmitAsync("保存，去下一节：佐证材料");

        Assert.Equal(Section(draft, "basic"), page.Address.AbsolutePath);
        Assert.Contains("这一节还有 2 处要改", page[".errsum"].TextContent, StringComparison.Ordinal);
        Assert.Equal(["#Basic-PrjName", "#Basic-BuildCorpCode"], page.Document.QuerySelectorAll(".errsum a").Select(a => a.GetAttribute("href")));
        Assert.Equal("true", page["#Basic-BuildCorpCode"].GetAttribute("aria-invalid"));
        Assert.Equal("9132010072605813X1", page["[data-adopt=Basic-BuildCorpCode]"].GetAttribute("data-value"));
        Assert.Equal("91320100726058131X", page.Form(SectionForm)["Basic.BuildCorpCode"]);

        page = await page.Form(SectionForm).With("Basic.BuildCorpCode", "9132010072605813X1").With("Basic.PrjName", draft.ProjectName).SubmitAsync("保存，去下一节：佐证材料");
        Assert.Equal($"/applications/{draft.Id}/evidence", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task LeavingWithErrors_KeepsThem()
    {
        var draft = await office.NewCase().DraftedAsync();

        var page = await (await OpenAsync(draft, "basic")).Form(SectionForm).With("Basic.PrjNum", "12").SubmitAsync("保存");
        Assert.True(page.Has(".errsum"), page.Text);
        Assert.Equal("12", (await OpenAsync(draft, "basic")).Form(SectionForm)["Basic.PrjNum"]);
    }

    [Fact]
    public async Task APageThatIsOutOfDate_ShowsBothVersions_AndOverwritesNothing()
    {
        var draft = await office.NewCase().DraftedAsync();
        var mine = await OpenAsync(draft, "basic");
        var other = await OpenAsync(draft, "basic");
        await other.Form(SectionForm).With("Basic.Address", "浦口区江浦街道").SubmitAsync("保存，去下一节：佐证材料");

        using var autosave = await (await office.AsAsync(DemoPeople.Zhang)).Http.SendAsync(Autosave(mine.Form(SectionForm).With("Basic.Address", "浦口区桥林街道")));
        var told = await autosave.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Conflict, autosave.StatusCode);
        Assert.Contains("现在是“浦口区江浦街道”，您填的是“浦口区桥林街道”", told.GetProperty("message").GetString(), StringComparison.Ordinal);

        var page = await mine.Form(SectionForm).SubmitAsync("保存，去下一节：佐证材料");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(["项目地址浦口区江浦街道浦口区桥林街道"], page.Texts("table.diff tbody tr"));
        Assert.Equal("浦口区桥林街道", page.Form(SectionForm)["Basic.Address"]);
        Assert.Equal("浦口区江浦街道", (await draft.BasicAsync())["Address"]);

        await page.Form(SectionForm).SubmitAsync("保存，去下一节：佐证材料");
        Assert.Equal("浦口区桥林街道", (await draft.BasicAsync())["Address"]);
    }

    [Fact]
    public async Task EntriesAreAddedAndRemoved_WithoutScripts()
    {
        var filing = await office.NewCase().PortOpenedAsync();
        var page = await OpenAsync(filing, "contract");
        Assert.Equal("江苏衡岳建筑设计研究院有限公司", page.Form(SectionForm)["Contract[0].ContractorCorpName"]);

        page = await page.Form(SectionForm).With("Contract[0].ContractNum", "HY-1").SubmitAsync("再加一份合同");
        page = await page.Form(SectionForm).With("Contract[1].ContractNum", "HY-2").SubmitAsync("再加一份合同");
        Assert.Equal(3, page.Texts(".entry").Count);

        var form = page.Form(SectionForm);
        Assert.Equal(("HY-1", "HY-2"), (form["Contract[0].ContractNum"], form["Contract[1].ContractNum"]));
        page = await form.SubmitAsync("移除");
        Assert.Equal("HY-2", page.Form(SectionForm)["Contract[0].ContractNum"]);
    }

    [Fact]
    public async Task AnIdentityNumberThatIsKept_IsMasked_AndSurvivesASaveThatLeavesItAlone()
    {
        var filing = await (await office.NewCase().PortOpenedAsync()).WithPersonnelAsync();
        var page = await OpenAsync(filing, "personnel");
        var masked = page.Form(SectionForm)["Personnel[0].IDCard"]!;
        Assert.Matches(@"^\d{4}\*{10}[\dX]{4}$", masked);

        page = await page.Form(SectionForm).With("Personnel[0].UserPhone", "13951600000").SubmitAsync("保存，去下一节：佐证材料");
        Assert.Equal($"/applications/{filing.Id}/evidence", page.Address.AbsolutePath);
        Assert.Equal(masked, (await OpenAsync(filing, "personnel")).Form(SectionForm)["Personnel[0].IDCard"]);
        Assert.DoesNotContain("IDCard\":\"3", await StoredAsync(filing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProjectThePortWasOpenedFor_CannotBeExchangedForAnother()
    {
        var filing = await office.NewCase().PortOpenedAsync();
        var page = await OpenAsync(filing, "basic");
        Assert.True(page["#Basic-PrjNum"].HasAttribute("readonly"));

        // a browser does not send this; a forged form may
        var request = page.Form(SectionForm).Request("保存，去下一节：合同信息");
        var body = await request.Content!.ReadAsStringAsync();
        request.Content = new StringContent(body.Replace(filing.ProjectNumber, "3201111801059999", StringComparison.Ordinal), null, "application/x-www-form-urlencoded");
        await (await office.AsAsync(DemoPeople.Zhang)).SendAsync(request);

        Assert.Equal(filing.ProjectNumber, (await filing.BasicAsync())["PrjNum"]);
    }

    [Fact]
    public async Task AClosedPort_SaysWhatToDo_AndTakesNothing()
    {
        var filing = await office.NewCase().PortOpenedAsync();
        var page = await OpenAsync(filing, "basic");
        await CloseAsync(filing);

        using var autosave = await (await office.AsAsync(DemoPeople.Zhang)).Http.SendAsync(Autosave(page.Form(SectionForm)));
        var saved = await page.Form(SectionForm).With("Basic.Address", "迟了").SubmitAsync("保存，去下一节：合同信息");
        var opened = await OpenAsync(filing, "contract");

        Assert.Equal(HttpStatusCode.Gone, autosave.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, saved.Status);
        Assert.All(new[] { saved, opened }, p => Assert.Equal("补录端口现在不可用", p.Heading));
        Assert.True(opened.Says("您填过的内容和上传的材料都还在"), opened.Text);
        Assert.Equal("", (await filing.BasicAsync())["Address"]);
    }

    [Fact]
    public async Task WhatIsSubmitted_CannotBeWrittenAnyMore()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await OpenAsync(draft, "basic");
        await draft.TakeAsync(Act.Submit, SupplementCase.Filer);

        using var autosave = await (await office.AsAsync(DemoPeople.Zhang)).Http.SendAsync(Autosave(page.Form(SectionForm)));
        Assert.Equal(HttpStatusCode.Gone, autosave.StatusCode);
        var late = await page.Form(SectionForm).With("Basic.Address", "浦口区江浦街道文德路某号").SubmitAsync("保存，去下一节：佐证材料");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Says("浦口区江浦街道文德路某号"), "what was typed is shown again");
        Assert.Equal($"/applications/{draft.Id}", (await OpenAsync(draft, "basic")).Address.AbsolutePath);
    }

    [Fact]
    public async Task SomebodyElsesFiling_IsNotThere_AndReviewersDoNotWrite()
    {
        var draft = await office.NewCase().DraftedAsync();
        var form = (await OpenAsync(draft, "basic")).Form(SectionForm);
        foreach (var address in new[] { "", "/sections/basic", "/evidence", "/check", "/submitted" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/applications/{draft.Id}{address}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync(DemoPeople.Wang, $"/applications/{draft.Id}{address}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(draft, "contract")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(draft, "3")).Status);
        var gu = await office.AsAsync(DemoPeople.Gu);
        var own = await (await gu.OpenAsync("/applications/new")).FormWith("开始业绩补录申请").SubmitAsync();
        var forged = own.Form(SectionForm).Request("保存，去下一节：佐证材料");
        forged.RequestUri = new Uri(office.Portal.Address, Section(draft, "basic"));
        Assert.Equal(HttpStatusCode.NotFound, (await gu.SendAsync(forged)).Status);
        Assert.Equal(draft.ProjectName, form["Basic.PrjName"]);
    }

    private static string Section(SupplementCase filing, string section) => $"/applications/{filing.Id}/sections/{section}";

    private static HttpRequestMessage Autosave(Form form)
    {
        var request = form.Request("保存");
        request.RequestUri = new Uri(request.RequestUri!, request.RequestUri!.AbsolutePath + "/autosave");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        return request;
    }

    private Task<Page> OpenAsync(SupplementCase filing, string section) => office.OpenAsync(DemoPeople.Zhang, Section(filing, section));

    private async Task<string> StoredAsync(SupplementCase filing)
    {
        await using var db = office.Portal.OpenDatabase();
        var values = db.ApplicationSections.Where(s => s.ApplicationId == filing.Id && s.Section == Sections.Personnel).Select(s => s.Values).Single();
        return JsonSerializer.Serialize(values);
    }

    private Task CloseAsync(SupplementCase filing) => office.Office.DoAsync<PortDesk>(async desk =>
    {
        SupplementPort port;
        await using (var db = office.Portal.OpenDatabase())
        {
            port = db.SupplementPorts.Single(p => p.ApplicationId == filing.Id);
        }

        Assert.Null(await desk.CloseAsync(port.Id, port.Version, "项目信息有误，请重新申请。", SupplementCase.Province));
    });
}
