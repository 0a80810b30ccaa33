using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Letters;

/// <summary>函件: one drafts, another signs; what the letter covers moves at the signature, and only that.</summary>
public sealed class LettersTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ALetter_IsDraftedByOne_SignedByAnother_AndMovesExactlyItsCases()
    {
        var (covered, left) = (await office.NewCase().VerifiedAsync(), await office.NewCase().VerifiedAsync());
        var page = await DraftAsync(covered);
        Assert.DoesNotContain("签发", page.Buttons);
        page = await page.FormWith("送签").With("Title", "关于申请开通补录端口的函").SubmitAsync("送签");
        Assert.DoesNotContain("签发", page.Buttons);
        Assert.True(page.Says("等待 李翀 签发"), page.Text);

        page = await office.OpenAsync(DemoPeople.Li, page.Address.AbsolutePath);
        page = await page.FormWith("签发").SubmitAsync("签发");

        Assert.Matches("宁建设函〔2026〕[0-9]+号", page.Heading);
        Assert.True(page.Says("关于申请开通补录端口的函"), page.Text);
        Assert.True(page.Says("文本摘要"), page.Text);
        Assert.Equal(Stage.ProvinceReview, (await covered.ReadAsync()).Stage);
        Assert.Equal(Stage.CityLetter, (await left.ReadAsync()).Stage);
    }

    [Fact]
    public async Task TheDrafter_CannotSign_EvenByAForgedRequest()
    {
        var verified = await office.NewCase().VerifiedAsync();
        // someone who may sign drafts this one
        var page = await DraftAsync(verified, DemoPeople.Li);
        page = await page.FormWith("送签").SubmitAsync("送签");
        Assert.DoesNotContain("签发", page.Buttons);
        var form = page.FormWith("作废这封函");
        form.Element.SetAttribute("action", page.Address.AbsolutePath + "/sign");

        var answer = await form.SubmitAsync();

        Assert.True(answer.Says("函件由您拟稿，须由本单位另一位签发人签发。"), answer.Text);
        Assert.Equal(Stage.CityLetter, (await verified.ReadAsync()).Stage);
    }

    [Fact]
    public async Task WhoHasNoRightToSign_CannotSign()
    {
        var verified = await office.NewCase().VerifiedAsync();
        var page = await DraftAsync(verified, DemoPeople.Li);
        page = await page.FormWith("送签").SubmitAsync("送签");
        var address = page.Address.AbsolutePath;

        var seen = await office.OpenAsync(DemoPeople.Wang, address);
        Assert.Empty(seen.Buttons.Intersect(["签发", "退回拟稿人", "作废这封函"]));
        var answer = await PostAsync(DemoPeople.Wang, address + "/sign", ("Version", page.FormWith("作废这封函")["Version"]!));

        Assert.Contains("您没有签发权限", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.CityLetter, (await verified.ReadAsync()).Stage);
    }

    [Fact]
    public async Task SendingBack_NeedsARemark_WhichTheDrafterReads()
    {
        var verified = await office.NewCase().VerifiedAsync();
        var page = await DraftAsync(verified);
        page = await page.FormWith("送签").SubmitAsync("送签");
        var address = page.Address.AbsolutePath;

        page = await office.OpenAsync(DemoPeople.Li, address);
        page = await page.FormWith("退回拟稿人").With("Remark", " ").SubmitAsync();
        Assert.True(page.Says("请写明要拟稿人改什么。"), page.Text);
        page = await page.FormWith("退回拟稿人").With("Remark", "请写明省平台也没有信息。").SubmitAsync();
        Assert.True(page.Says("已退回拟稿人"), page.Text);

        page = await office.OpenAsync(DemoPeople.Wang, address);
        Assert.True(page.Says("请写明省平台也没有信息。"), page.Text);
        Assert.Contains("送签", page.Buttons);
    }

    [Fact]
    public async Task TakingACaseOut_RecountsTheText_AndLetsTheCaseWaitForAnotherLetter()
    {
        var (first, second) = (await office.NewCase().VerifiedAsync(), await office.NewCase().VerifiedAsync());
        var page = await DraftAsync([first, second], DemoPeople.Wang);
        Assert.Contains(page.Texts(".paper p"), p => p.Contains("申请补录的2个项目", StringComparison.Ordinal));

        page = await page.Form($"form[action$='/remove']:has(input[value='{second.Id}'])").SubmitAsync();
        Assert.Contains(page.Texts(".paper p"), p => p.Contains("申请补录的1个项目", StringComparison.Ordinal));
        Assert.Equal(2, page.Texts(".paper tbody tr").Count); // one row in each annex

        page = await page.Form($"form[action$='/add']:has(input[value='{second.Id}'])").SubmitAsync();
        Assert.Equal(4, page.Texts(".paper tbody tr").Count);
        page = await page.FormWith("作废这封函").SubmitAsync();
        Assert.True(page.Says("函件已作废"), page.Text);
        var waiting = await office.OpenAsync(DemoPeople.Wang, "/letters");
        Assert.True(waiting.Has($"input[name=cases][value='{first.Id}']"), waiting.Text);
        Assert.True(waiting.Has($"input[name=cases][value='{second.Id}']"), waiting.Text);
    }

    [Fact]
    public async Task ACase_LiesInOneUnsignedLetterOnly()
    {
        var verified = await office.NewCase().VerifiedAsync();
        var before = await office.OpenAsync(DemoPeople.Li, "/letters");
        await DraftAsync(verified);

        var page = await Picked(before, verified).SubmitAsync("拟稿");

        Assert.True(page.Says($"“{verified.ProjectName}”已在另一份未签发的函件里"), page.Text);
    }

    [Fact]
    public async Task ATextThatCannotBeTaken_StaysInItsFields()
    {
        var page = await DraftAsync(await office.NewCase().VerifiedAsync());

        page = await page.FormWith("送签").With("Title", "").With("Body", "我写了很久的正文。").SubmitAsync("送签");

        Assert.True(page.Says("请填写标题。"), page.Text);
        Assert.Equal("我写了很久的正文。", page.FormWith("送签")["Body"]);
        page = await page.FormWith("送签").With("Title", "我写了很久的标题").With("Body", "").SubmitAsync("送签");
        Assert.True(page.Says("请填写正文。"), page.Text);
        Assert.Equal(("我写了很久的标题", ""), (page.FormWith("送签")["Title"], page.FormWith("送签")["Body"]?.Trim()));
    }

    [Fact]
    public async Task Autosave_AnswersWithTheNewVersion_AndTellsWhenSomebodyElseSaved()
    {
        var page = await DraftAsync(await office.NewCase().VerifiedAsync());
        var form = page.FormWith("送签").With("Title", "自动保存的标题");

        using var saved = await AutosaveAsync(page, form);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var answer = await saved.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("version").GetInt32() > 0);

        using var stale = await AutosaveAsync(page, form);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("自动保存的标题", (await office.OpenAsync(DemoPeople.Wang, page.Address.AbsolutePath)).FormWith("送签")["Title"]);
    }

    [Fact]
    public async Task ThePreview_ShowsWhatIsTyped_WithItsFacts_AndSavesNothing()
    {
        var page = await DraftAsync(await office.NewCase().VerifiedAsync());
        var request = page.FormWith("送签").With("Title", "关于{项目数}个项目的函").With("Body", "还没有保存的正文。").Request("送签");
        request.RequestUri = new Uri(office.Portal.Address, page.Address.AbsolutePath + "/preview");

        var sheets = await (await office.AsAsync(DemoPeople.Wang)).SendAsync(request);

        Assert.True(sheets.Says("还没有保存的正文。") && sheets.Says("关于1个项目的函"), sheets.Text);
        Assert.True(sheets.Has("#checks[hx-swap-oob]") && sheets.Says("文种与标题一致，都是函"), sheets.Text);
        Assert.False((await office.OpenAsync(DemoPeople.Wang, page.Address.AbsolutePath)).Says("还没有保存的正文。"));
    }

    [Fact]
    public async Task APetitionThatIsWordedAsALetter_IsPointedOutBeforeItIsSent()
    {
        var page = await DraftAsync(await office.NewCase().VerifiedAsync());
        Assert.True(page.Says("文种与标题一致，都是函"), page.Text);

        page = await page.FormWith("送签").With("Layout", "Petition").With("Body", "").SubmitAsync("送签");
        Assert.True(page.Says("文种是请示，标题没有以“请示”结尾") && page.Says("请示一般以“妥否，请批示。”结尾"), page.Text);
        page = await page.FormWith("送签").With("Title", "关于开通补录端口的请示").With("Body", "妥否，请批示。").SubmitAsync("送签");
        Assert.True(page.Says("已送签"), page.Text);
        Assert.True((await office.OpenAsync(DemoPeople.Li, page.Address.AbsolutePath)).Says("文种与标题一致，都是请示"));
    }

    [Fact]
    public async Task TheSigner_SeesWhatWasChangedAgainstTheTemplate_AndGoesOnToTheNextLetter()
    {
        var (first, second) = (await DraftAsync(await office.NewCase().VerifiedAsync()), await DraftAsync(await office.NewCase().VerifiedAsync()));
        first = await first.FormWith("送签").SubmitAsync("送签");
        var body = second.FormWith("送签")["Body"]!;
        second = await second.FormWith("送签").With("Body", body + "\n特此函达。").SubmitAsync("送签");

        var untouched = await office.OpenAsync(DemoPeople.Li, first.Address.AbsolutePath);
        Assert.True(untouched.Says("没有改动，只填入了事实。"), untouched.Text);
        Assert.True(untouched.Has($"a[href='{second.Address.AbsolutePath}']"), untouched.Text);
        var changed = await office.OpenAsync(DemoPeople.Li, second.Address.AbsolutePath);
        Assert.Equal(["特此函达。"], changed.Texts("ins"));
        Assert.True(changed.Has($"a[href='{first.Address.AbsolutePath}']"), changed.Text);
    }

    [Fact]
    public async Task ASignedLetter_SaysForEverWhatItSaid()
    {
        var opened = await office.NewCase().FilledInAsync();
        await opened.SaveAsync(Sections.Basic, (await opened.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.PrjName) ? "填报时改过的名字" : text));
        Assert.IsType<StepResult.Taken>(await opened.TakeAsync(Act.Submit, SupplementCase.Filer));
        Assert.Equal("填报时改过的名字", (await opened.ReadAsync()).ProjectName);
        await using var db = office.Portal.OpenDatabase();
        var letter = await db.LetterCases.Where(c => c.ApplicationId == opened.Id).Select(c => c.LetterId).SingleAsync();

        var page = await office.OpenAsync(DemoPeople.Chen, $"/letters/{letter}");

        Assert.True(page.Says(opened.ProjectName), page.Text);
        Assert.False(page.Says("填报时改过的名字"), page.Text);
    }

    [Fact]
    public async Task ADraft_IsSeenByItsOwnBureau_AndByNobodyElse()
    {
        var page = await DraftAsync(await office.NewCase().VerifiedAsync());
        var address = page.Address.AbsolutePath;

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Chen, address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, address)).Status);
        var colleague = await office.OpenAsync(DemoPeople.Li, address);
        Assert.Equal(HttpStatusCode.OK, colleague.Status);
        Assert.DoesNotContain("送签", colleague.Buttons);
    }

    private Task<Page> DraftAsync(SupplementCase over, DemoPerson? by = null) => DraftAsync([over], by ?? DemoPeople.Wang);

    private async Task<Page> DraftAsync(SupplementCase[] over, DemoPerson by) =>
        await Picked(await office.OpenAsync(by, "/letters"), over).SubmitAsync("拟稿");

    private static Form Picked(Page page, params SupplementCase[] over)
    {
        var form = page.FormWith("拟稿").Without("cases");
        foreach (var picked in over)
        {
            form.With("cases", picked.Id.ToString());
        }

        return form;
    }

    private async Task<Page> PostAsync(DemoPerson person, string address, params (string Name, string Value)[] fields)
    {
        var visitor = await office.AsAsync(person);
        var token = (await visitor.OpenAsync("/account/password"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        });
    }

    private async Task<HttpResponseMessage> AutosaveAsync(Page page, Form form)
    {
        var request = form.Request("送签");
        request.RequestUri = new Uri(office.Portal.Address, page.Address.AbsolutePath + "/save");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        request.Headers.Add("Accept", "application/json");
        return await (await office.AsAsync(DemoPeople.Wang)).Http.SendAsync(request);
    }
}
