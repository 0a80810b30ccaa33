using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Letters;

/// <summary>Notices, templates, taking back, and the paper a stranger checks.</summary>
public sealed class LetterKindsTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ARejection_IsWrittenAsANotice_WhichItsEnterpriseReads()
    {
        var rejected = await office.NewCase().SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目不在补录范围");
        var pile = await office.OpenAsync(DemoPeople.Wang, "/letters?view=decided");
        var page = await pile.Form($"form:has(input[value='{rejected.Id}'])").SubmitAsync("拟稿");
        Assert.Contains(page.Texts(".paper p"), p => p.Contains("该项目不在补录范围", StringComparison.Ordinal));
        Assert.Contains("作废这份告知书", page.Buttons);
        page = await page.FormWith("送签").SubmitAsync("送签");
        page = await (await office.OpenAsync(DemoPeople.Li, page.Address.AbsolutePath)).FormWith("签发").SubmitAsync("签发");
        Assert.True(page.Says("企业现在可以在门户里看到") && page.Says("收回这份告知书"), page.Text);

        var read = await office.OpenAsync(DemoPeople.Zhang, "/letters");
        Assert.True(read.Says("不予通过的告知书"), read.Text);
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, page.Address.AbsolutePath)).Says("告知书信息"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, page.Address.AbsolutePath)).Status);
        Assert.DoesNotContain("收回", (await office.OpenAsync(DemoPeople.Zhang, page.Address.AbsolutePath)).Buttons);
    }

    [Fact]
    public async Task TakingBack_NeedsAReason_AndStaysInTheRowOfNumbers()
    {
        var (sent, page) = await SignedAsync();
        page = await page.FormWith("收回").SubmitAsync("收回");
        Assert.True(page.Says("请写明收回的理由"), page.Text);
        page = await page.FormWith("收回").With("Reason", "附件漏了一个项目").SubmitAsync("收回");

        Assert.True(page.Says("这封函已收回，文号作废"), page.Text);
        Assert.Equal(Stage.CityLetter, (await sent.ReadAsync()).Stage);
        var row = await office.OpenAsync(DemoPeople.Wang, "/letters?view=signed");
        Assert.True(row.Says("收回：附件漏了一个项目"), row.Text);
        Assert.DoesNotContain("收回", (await office.OpenAsync(DemoPeople.Wang, page.Address.AbsolutePath)).Buttons);
    }

    [Fact]
    public async Task TheAdministratorsTemplate_IsWhatTheNextDraftStartsWith_AndOthersMayOnlyLook()
    {
        var page = await office.OpenAsync(DemoPeople.Shen, "/letters/templates/supplementrequest");
        page = await page.FormWith("存为新版").With("Body", "共{项目总数}个项目。").SubmitAsync("存为新版");
        Assert.True(page.Says("没有“{项目总数}”这一项事实"), page.Text);
        page = await page.FormWith("存为新版").With("Body", "我局核实了{项目数}个项目。").SubmitAsync("存为新版");
        Assert.True(page.Says("已存为第 1 版"), page.Text);
        Assert.True((await office.OpenAsync(DemoPeople.Shen, "/letters/templates/supplementrequest/print")).Says("我局核实了2个项目。"));

        var colleague = await office.OpenAsync(DemoPeople.Qian, "/letters/templates/supplementrequest");
        Assert.True(colleague.Says("模板由本单位管理员（沈屹）修改，您可以查看和试打印。"), colleague.Text);
        Assert.DoesNotContain("存为新版", colleague.Buttons);
        Assert.True((await office.OpenAsync(DemoPeople.Qian, "/letters/templates")).Says("模板由本单位管理员（沈屹）修改"));
        // a form made by hand is refused, whoever may sign
        Assert.Equal(HttpStatusCode.Forbidden, await SaveByHandAsync(DemoPeople.Qian));
        Assert.Equal(HttpStatusCode.Forbidden, await SaveByHandAsync(DemoPeople.Li));
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Shen, "/letters/templates/confirmation")).Status);
    }

    [Fact]
    public async Task AFactThatIsNotKnown_StopsTheSending()
    {
        var page = await DraftAsync();
        page = await page.FormWith("送签").With("Body", "共{项目总数}个项目。").SubmitAsync("送签");
        Assert.True(page.Says("正文里的“{项目总数}”没有对应的事实"), page.Text);
        page = await page.FormWith("送签").With("Title", "关于{项目总数}个项目的函").With("Body", "正文").SubmitAsync("送签");
        Assert.Equal("标题里的“{项目总数}”没有对应的事实，请改成文字后再送签。", Assert.Single(page.Texts("div.is-err:has(#Title) .err")));
        page = await page.FormWith("还原为模板").SubmitAsync("还原为模板");
        Assert.DoesNotContain("项目总数", page.FormWith("送签")["Body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileThePdfIsOwed_ThePageSaysSo_AndOffersThePage()
    {
        var (_, page) = await SignedAsync();

        Assert.True(page.Says("函件已经生效"), page.Text);
        Assert.Equal(page.Address.AbsolutePath, (await office.OpenAsync(DemoPeople.Li, page.Address.AbsolutePath + "/pdf")).Address.AbsolutePath);
        var sheets = await office.OpenAsync(DemoPeople.Li, page.Address.AbsolutePath + "/print");
        Assert.True(sheets.Says("扫码核验本函真伪"), sheets.Text);
        Assert.True(sheets.Has("main .check svg"), sheets.Text);
        // the title is broken where its sense allows it
        Assert.Equal(["南京市城乡建设委员会", "关于申请开通勘察设计业绩补录端口的函"], sheets.Texts("h1 > span"));
        Assert.Equal(["关于申请开通", "勘察设计业绩补录端口的函"], sheets.Texts("h1 > span:last-child > span"));
    }

    [Fact]
    public async Task AStampedScan_FindsItsLetterByCodeOrNumber_AndLiesBesideIt()
    {
        var (_, letter) = await SignedAsync();
        var code = letter.Texts("a[href^='/verify/']").First(t => t.Contains('-', StringComparison.Ordinal));
        var page = await (await office.OpenAsync(DemoPeople.Wang, "/letters/scans")).FormWith("上传").With("code", "宁建设函〔2026〕9999号").With("file", Sample.Pdf(text: "stamped")).SubmitAsync("上传");
        Assert.True(page.Says("没有核验码或文号是"), page.Text);
        page = await (await office.OpenAsync(DemoPeople.Wang, "/letters/scans")).FormWith("上传").With("code", code).With("file", Sample.ProgramNamedPdf()).SubmitAsync("上传");
        Assert.True(page.Says("扫描件只接受 PDF、JPG、PNG"), page.Text);

        page = await (await office.OpenAsync(DemoPeople.Wang, "/letters/scans")).FormWith("上传").With("code", $"https://portal.example/verify/{code}").With("file", Sample.Pdf(text: "stamped")).SubmitAsync("上传");

        Assert.Equal(letter.Address.AbsolutePath, page.Address.AbsolutePath);
        Assert.True(page.Says("按核验码对应"), page.Text);
        var scan = page["iframe.scan"].GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(DemoPeople.Chen, scan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, scan)).Status);
        page = await (await office.OpenAsync(DemoPeople.Qian, "/letters/scans")).FormWith("上传").With("code", code).With("file", Sample.Pdf(text: "other")).SubmitAsync("上传");
        Assert.True(page.Says("没有核验码或文号是"), page.Text);
    }

    [Fact]
    public async Task AScanOfAnotherLetter_IsRefused_WhateverIsTyped()
    {
        var ((_, one), (_, other)) = (await SignedAsync(), await SignedAsync());
        var (typed, onPaper) = (one.Heading, other.Texts("a[href^='/verify/']").First(t => t.Contains('-', StringComparison.Ordinal)));

        var page = await (await office.OpenAsync(DemoPeople.Wang, "/letters/scans")).FormWith("上传").With("code", typed).With("read", onPaper).With("file", Sample.Pdf(text: "of the other")).SubmitAsync("上传");

        Assert.True(page.Says($"扫描件上的二维码是 {onPaper}，不是 {typed} 的"), page.Text);
        Assert.False((await office.OpenAsync(DemoPeople.Wang, one.Address.AbsolutePath)).Has(".scan"));
        page = await (await office.OpenAsync(DemoPeople.Wang, "/letters/scans")).FormWith("上传").With("code", other.Heading).With("read", onPaper).With("file", Sample.Pdf(text: "of the other")).SubmitAsync("上传");
        Assert.Equal(other.Address.AbsolutePath, page.Address.AbsolutePath);
    }

    [Fact]
    public async Task WhatIsTypedIntoATemplate_IsPrintedAsATest_BeforeItIsSaved()
    {
        var page = await office.OpenAsync(DemoPeople.Shen, "/letters/templates/correctionrequest");

        var sheets = await page.FormWith("存为新版").With("Title", "{发文机关}试印的函").With("Body", "还没有存的{项目数}个项目。").SubmitAsync("试打印");

        Assert.True(sheets.Says("苏州市住房和城乡建设局试印的函") && sheets.Says("还没有存的2个项目。") && sheets.Says("样 张"), sheets.Text);
        Assert.False((await office.OpenAsync(DemoPeople.Shen, "/letters/templates/correctionrequest")).Says("还没有存的"));
    }

    [Fact]
    public async Task WhoeverHoldsThePaper_ChecksItWithoutSigningIn()
    {
        var (sent, page) = await SignedAsync();
        await using var db = office.Portal.OpenDatabase();
        var letter = await db.Letters.FindAsync(Guid.Parse(page.Address.Segments[^1])) ?? throw new InvalidOperationException("no letter");
        using var stranger = office.Portal.Visitor();

        var found = await stranger.OpenAsync($"/verify/{letter.Code}");
        Assert.True(found.Says("有效"), found.Text);
        Assert.True(found.Says(letter.Number!) && found.Says(sent.ProjectName) && found.Says("南京市城乡建设委员会"), found.Text);
        Assert.False(found.Says("王珺") || found.Says("李翀") || found.Says(letter.Body), found.Text);

        Assert.True((await stranger.OpenAsync("/verify?code=2222-2222-2222")).Says("查无此码"));
        Assert.True((await stranger.OpenAsync("/verify?code=7K2M")).Says("查无此码"));
        await page.FormWith("收回").With("Reason", "附件漏了一个项目").SubmitAsync("收回");
        var withdrawn = await stranger.OpenAsync($"/verify/{letter.Code!.ToLowerInvariant()}");
        Assert.True(withdrawn.Says("是真的，但已收回"), withdrawn.Text);
        Assert.False(withdrawn.Says("附件漏了一个项目"), withdrawn.Text);

        Page last = withdrawn;
        for (var i = 0; i < 10; i++)
        {
            last = await stranger.OpenAsync("/verify?code=2222-2222-2222");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.True(last.Says("请稍后再试"), last.Text);
        Assert.Equal(HttpStatusCode.OK, (await stranger.OpenAsync("/verify")).Status);
    }

    private async Task<Page> DraftAsync()
    {
        var verified = await office.NewCase().VerifiedAsync();
        var page = await office.OpenAsync(DemoPeople.Wang, "/letters");
        return await page.FormWith("拟稿").Without("cases").With("cases", verified.Id.ToString()).SubmitAsync("拟稿");
    }

    private async Task<(SupplementCase Case, Page Page)> SignedAsync()
    {
        var sent = await office.NewCase().AtProvinceAsync();
        await using var db = office.Portal.OpenDatabase();
        var id = await db.LetterCases.Where(c => c.ApplicationId == sent.Id).Select(c => c.LetterId).SingleAsync();
        return (sent, await office.OpenAsync(DemoPeople.Li, $"/letters/{id}"));
    }

    private async Task<HttpStatusCode> SaveByHandAsync(DemoPerson person)
    {
        var page = await office.OpenAsync(person, "/letters/templates/supplementrequest");
        using var answer = await (await office.AsAsync(person)).Http.PostAsync(new Uri(page.Address, page.Address.AbsolutePath), new FormUrlEncodedContent(
        [
            new("Version", "0"), new("Layout", "Letter"), new("Title", "标题"), new("Addressee", "省厅"), new("Body", "正文"),
            new("__RequestVerificationToken", page["input[name=__RequestVerificationToken]"].GetAttribute("value")!),
        ]));
        return answer.StatusCode;
    }
}
