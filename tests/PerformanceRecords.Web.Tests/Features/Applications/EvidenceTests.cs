using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>佐证材料: judged by content, limited in size, refused with a word, and shown to nobody who has no business with it.</summary>
public sealed partial class EvidenceTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string Notice = "bid-notice";

    public static TheoryData<string, SampleFile> Wrong() => new()
    {
        { "Word 文档", Sample.WordNamedPdf() },
        { "Word 文档", Sample.WordNamedOfd() },
        { "程序文件", Sample.ProgramNamedPdf() },
        { "无法识别的文件", Sample.PageWithPdfInside() },
        { "空文件", Sample.Empty() },
    };

    public static TheoryData<string, SampleFile> Right() => new()
    {
        { "PDF", Sample.Pdf() },
        { "OFD", Sample.Ofd() },
        { "JPG", Sample.Jpg() },
        { "PNG", Sample.Png() },
        { "PNG", Sample.Png("其实是图片.pdf") },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public async Task AFileOfAnAcceptedKind_IsTakenForWhatItIs(string kind, SampleFile file)
    {
        var draft = await office.NewCase().DraftedAsync();

        var page = await UploadAsync(draft, Notice, file);

        Assert.Equal($"/applications/{draft.Id}/evidence", page.Address.AbsolutePath);
        Assert.Equal([kind], page.Texts($"#Evidence-{Notice} .f .ic"));
        Assert.Contains(file.Name, page[$"#Evidence-{Notice} .f a"].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AFileOfAnotherKind_IsRefused_AndTheItemSaysWhatItIs(string what, SampleFile file)
    {
        var draft = await office.NewCase().DraftedAsync();

        var page = await UploadAsync(draft, Notice, file);

        Assert.Contains(what, page[$"#Evidence-{Notice} .err"].TextContent, StringComparison.Ordinal);
        Assert.Contains("PDF、OFD、JPG、PNG", page[$"#Evidence-{Notice} .err"].TextContent, StringComparison.Ordinal);
        Assert.False((await OpenAsync(draft)).Has($"#Evidence-{Notice} .f"));
    }

    [Fact]
    public async Task AFileOverTheLimit_IsToldTheLimit_HoweverLongItIs()
    {
        const int Megabyte = 1024 * 1024;
        var draft = await office.NewCase().DraftedAsync();
        foreach (var size in new[] { (20 * Megabyte) + 1, 70 * Megabyte })
        {
            var page = await UploadAsync(draft, Notice, Sample.PdfOfSize(size, "大图.pdf"));
            Assert.Contains("“大图.pdf”超过 20 MB", page[$"#Evidence-{Notice} .err"].TextContent, StringComparison.Ordinal);
        }

        Assert.False((await UploadAsync(draft, Notice, Sample.PdfOfSize(20 * Megabyte, "刚好.pdf"))).Has($"#Evidence-{Notice} .err"));
    }

    [Fact]
    public async Task AScript_GetsTheItemAnew_AndNeedsThePagesToken()
    {
        var draft = await office.NewCase().DraftedAsync();
        var zhang = await office.AsAsync(DemoPeople.Zhang);
        var token = (await OpenAsync(draft)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var taken = await zhang.Http.SendAsync(Script(draft, token));
        using var forged = await zhang.Http.SendAsync(Script(draft, "anything"));

        var item = await taken.Content.ReadAsStringAsync();
        Assert.StartsWith($"<li id=\"Evidence-{Notice}\" class=\"done\"", item.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("没有收到文件", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single((await OpenAsync(draft)).Texts($"#Evidence-{Notice} .f"));
    }

    [Fact]
    public async Task AFileIsReplacedAndRemoved_AndTheFormerOneStaysReadable()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await UploadAsync(draft, Notice, Sample.Pdf("第一版.pdf", "One"));
        var former = page[$"#Evidence-{Notice} .f a"].GetAttribute("href")!;

        page = await page.Form($"#Evidence-{Notice} .f form.upf").With("file", Sample.Pdf("第二版.pdf", "Two")).SubmitAsync();
        Assert.Equal(["第二版.pdf"], page.Texts($"#Evidence-{Notice} .f a"));

        page = await page.Form($"#Evidence-{Notice} .f form[action$='/remove']").SubmitAsync();
        Assert.False(page.Has($"#Evidence-{Notice} .f"));
        Assert.Equal(HttpStatusCode.OK, (await (await office.AsAsync(DemoPeople.Zhang)).Http.GetAsync(former)).StatusCode);
    }

    [Fact]
    public async Task TheFile_IsShownInABoxOfItsOwn_ByRange_AndKeptOnlyByItsReader()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await UploadAsync(draft, Notice, Sample.Png("中标 通知书.png"));
        var (zhang, address) = (await office.AsAsync(DemoPeople.Zhang), page[$"#Evidence-{Notice} .f a"].GetAttribute("href")!);

        using var shown = await zhang.Http.GetAsync(address);
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("中标 通知书.png", shown.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.Private);

        using var again = await zhang.Http.SendAsync(With(address, r => r.Headers.IfNoneMatch.Add(shown.Headers.ETag!)));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var part = await zhang.Http.SendAsync(With(address, r => r.Headers.Range = new RangeHeaderValue(0, 3)));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(4, part.Content.Headers.ContentLength);
        using var saved = await zhang.Http.GetAsync(address + "?download=true");
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task EvidenceOfOthers_IsNotThere_UntilItIsSubmittedToThem()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await UploadAsync(draft, Notice, Sample.Ofd());
        var address = Address().Match(page[$"#Evidence-{Notice} .f a"].GetAttribute("href")!).Value;

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(DemoPeople.Gu, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(DemoPeople.Wang, address));
        await draft.TakeAsync(Act.Submit, SupplementCase.Filer);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(DemoPeople.Wang, address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(DemoPeople.Wu, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(DemoPeople.Qian, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(DemoPeople.Gu, address));

        // a file's id under an application that is one's own does not help either
        var own = await (await office.OpenAsync(DemoPeople.Gu, "/applications/new")).FormWith("开始业绩补录申请").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(DemoPeople.Gu, own.Address.AbsolutePath.Replace("sections/basic", address[(address.IndexOf("evidence", StringComparison.Ordinal))..], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheChecklist_SaysWhatIsMissing_AndWhatIsNotAskedForHere()
    {
        var filing = await office.NewCase().PortOpenedAsync();

        var page = await OpenAsync(filing);

        Assert.True(page.Says("填报了人员时才需要，本件不用交"), page.Text);
        Assert.False(page.Has("#Evidence-personnel-proof input[type=file]"));
        Assert.Contains("412号文附件6", page["#Evidence-contract"].TextContent, StringComparison.Ordinal);
        await filing.WithPersonnelAsync();
        Assert.True((await OpenAsync(filing)).Has("#Evidence-personnel-proof input[type=file]"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/evidence/{Guid.NewGuid()}")).Status);
    }

    private static HttpRequestMessage Script(SupplementCase filing, string token)
    {
        var file = Sample.Pdf();
        var content = new MultipartFormDataContent { { new ByteArrayContent(file.Content), "file", file.Name } };
        return With($"/applications/{filing.Id}/evidence/{Notice}", request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = content;
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        });
    }

    private static HttpRequestMessage With(string address, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        change(request);
        return request;
    }

    private async Task<HttpStatusCode> StatusAsync(DemoPerson person, string address)
    {
        using var answer = await (await office.AsAsync(person)).Http.GetAsync(address);
        return answer.StatusCode;
    }

    private Task<Page> OpenAsync(SupplementCase filing) => office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/evidence");

    private async Task<Page> UploadAsync(SupplementCase filing, string kind, SampleFile file) =>
        await (await OpenAsync(filing)).Form($"#Evidence-{kind} form.upf.row-x").With("file", file).SubmitAsync();

    [GeneratedRegex("^[^?]+")]
    private static partial Regex Address();
}
