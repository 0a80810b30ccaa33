using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Tests.Features.Account;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Shared;

/// <summary>What every page has around it: menu, headers that browsers obey, words instead of bare errors.</summary>
public sealed partial class FrameTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    public static TheoryData<string> Everybody => [.. DemoPeople.All.DistinctBy(p => p.Organisation.Level).Select(p => p.UserName)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task TheFirstPage_OpensForEveryLevel_WithItsOwnMenu(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        using var visitor = await portal.Host.SignedInAsync(person);

        var page = await visitor.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith(person.FullName, page.Heading, StringComparison.Ordinal);
        var menu = Navigation.For(person.Organisation.Level).SelectMany(g => g.Items).ToList();
        Assert.Equal(menu.Select(i => i.Url), page.Document.QuerySelectorAll("nav.side a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/", page["nav.side a[aria-current=page]"].GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task EveryLineOfTheMenu_LeadsToAPage(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        using var visitor = await portal.Host.SignedInAsync(person);

        foreach (var line in Navigation.For(person.Organisation.Level).SelectMany(g => g.Items))
        {
            var page = await visitor.OpenAsync(line.Url);
            Assert.True(page.Status == HttpStatusCode.OK, $"{line.Text} {line.Url}: {page.Status}");
            Assert.True(page.Has("h1"), $"{line.Url} has no heading");
        }
    }

    [Fact]
    public async Task EveryWidthOfTheTimeLedger_IsInTheStylesheet()
    {
        using var visitor = portal.Host.Visitor();
        var address = (await visitor.OpenAsync("/account/sign-in"))["link[rel=stylesheet]"].GetAttribute("href")!;
        var css = await visitor.Http.GetStringAsync(new Uri(address, UriKind.Relative));
        foreach (var days in Enumerable.Range(1, 30))
        {
            using var written = new StringWriter();
            new TimeLedger([new(Level.Ministry, days, Now: false)], null).WriteTo(written, HtmlEncoder.Default);
            var width = WidthClass().Match(written.ToString()).Value;
            Assert.True(Regex.IsMatch(css, $@"\.{width}\s*\{{"), $"{days} days: .{width} has no rule");
        }
    }

    [Theory]
    [InlineData("/applications/0192", "/applications")]
    [InlineData("/applications/drafts", "/applications/drafts")]
    [InlineData("/applications-of-others", null)]
    [InlineData("/account/password", "/account")]
    public void APage_BelongsToTheLineWithTheLongestAddressItBeginsWith(string path, string? line) =>
        Assert.Equal(line, Navigation.Current(Level.Enterprise, path)?.Url);

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/register")]
    [InlineData("/about/privacy")]
    [InlineData("/nothing-here")]
    public async Task EveryAnswer_TellsBrowsersWhatToRefuse(string address)
    {
        using var visitor = portal.Host.Visitor();

        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotMatch(InlineCode(), html);
    }

    [Fact]
    public async Task Cookies_AreOutOfReachOfScriptsAndOtherSites()
    {
        using var bare = new BareBrowser(portal.Host.Address);
        await bare.SignInAsync(DemoPeople.Wang.UserName, PortalHost.Password);

        Assert.All(bare.Cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(bare.Cookies, cookie => Assert.Matches("samesite=(lax|strict)", cookie));
    }

    [Fact]
    public async Task AFormWithoutItsToken_TakesNoEffect()
    {
        using var visitor = portal.Host.Visitor();
        var page = await visitor.OpenAsync("/account/sign-in");
        page["input[name=__RequestVerificationToken]"].Remove();

        page = await page.FormWith("登录").With("userName", DemoPeople.Wang.UserName).With("password", PortalHost.Password).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Says("这次提交没有生效"), page.Text);
    }

    [Fact]
    public async Task TheTokenOfAForm_IsKeptForItsPerson_AndTakesNoEffectForAnother()
    {
        using var wang = await portal.Host.SignedInAsync(DemoPeople.Wang);
        using var li = await portal.Host.SignedInAsync(DemoPeople.Li);

        var (first, again, others) = (await wang.OpenAsync("/account/password"), await wang.OpenAsync("/account/password"), await li.OpenAsync("/account/password"));

        Assert.Equal(TokenOf(first), TokenOf(again));
        Assert.NotEqual(TokenOf(first), TokenOf(others));
        others["input[name=__RequestVerificationToken]"].SetAttribute("value", TokenOf(first));
        Assert.Equal(HttpStatusCode.BadRequest, (await others.FormWith("修改密码").SubmitAsync()).Status);

        static string TokenOf(Page page) => page["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
    }

    [Fact]
    public async Task AnUnknownAddress_IsNotFound_ForStrangersAndForPeopleSignedIn()
    {
        using var stranger = portal.Host.Visitor();
        using var zhang = await portal.Host.SignedInAsync(DemoPeople.Zhang);

        var outside = await stranger.OpenAsync("/nothing-here");
        var inside = await zhang.OpenAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, outside.Status);
        Assert.Equal(HttpStatusCode.NotFound, inside.Status);
        Assert.True(outside.Says("找不到这个页面") && outside.Says("追踪号"), outside.Text);
        Assert.False(outside.Has("nav.side"));
        Assert.True(inside.Has("nav.side"));
        Assert.True(inside.Has("main form[action='/find']"));
    }

    [Fact]
    public async Task PagesForSignedInPeople_LeadStrangersToTheSignInPageAndBack()
    {
        using var stranger = portal.Host.Visitor();

        var page = await stranger.OpenAsync("/account/password");
        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
        page = await page.FormWith("登录").With("userName", DemoPeople.Chen.UserName).With("password", PortalHost.Password).SubmitAsync();

        Assert.Equal("/account/password", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task TheBundledFiles_CarryAFingerprintInTheirAddress()
    {
        using var visitor = portal.Host.Visitor();
        var page = await visitor.OpenAsync("/account/sign-in");

        foreach (var address in new[] { page["link[rel=stylesheet]"].GetAttribute("href")!, page["script[src]"].GetAttribute("src")! })
        {
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Matches(@"^/dist/app\.[a-z0-9]{10}\.(css|js)$", address);
        }
    }

    [GeneratedRegex(@"(?<=class=""min )d\d+")]
    private static partial Regex WidthClass();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
