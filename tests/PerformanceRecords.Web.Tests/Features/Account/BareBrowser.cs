using System.Net;
using System.Text.RegularExpressions;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>Sends the cookies it is told to, and keeps none: for asking what a copied cookie is worth.</summary>
internal sealed partial class BareBrowser(Uri portal) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal };

    /// <summary>The Set-Cookie lines of the last answer.</summary>
    public IReadOnlyList<string> Cookies { get; private set; } = [];

    /// <summary>Signs in and returns the session's cookie.</summary>
    public async Task<string> SignInAsync(string userName, string password)
    {
        using var page = await http.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        var formCookie = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal-form=", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        request.Headers.Add("Cookie", formCookie.Split(';')[0]);
        request.Content = new FormUrlEncodedContent(
        [
            new("userName", userName),
            new("password", password),
            new("__RequestVerificationToken", Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value),
        ]);
        using var answer = await http.SendAsync(request);
        Cookies = [formCookie, .. answer.Headers.GetValues("Set-Cookie")];
        return Cookies.Single(c => c.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];
    }

    public async Task<HttpStatusCode> StatusAsync(string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task PostAsync(string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
