using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Io;
using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Testing.Pages;

/// <summary>A person at a browser without scripts: keeps cookies, follows redirects, reads pages, fills in forms.</summary>
public sealed class Visitor(HttpClient http) : IDisposable
{
    /// <summary>For bare requests, with this visitor's cookies.</summary>
    public HttpClient Http => http;

    /// <summary>Signs a demo person in through the sign-in page.</summary>
    public async Task<Visitor> SignInAsync(DemoPerson person, string password)
    {
        var page = await OpenAsync("/account/sign-in");
        page = await page.FormWith("登录").With("userName", person.UserName).With("password", password).SubmitAsync();
        return page.Address.AbsolutePath != "/account/sign-in"
            ? this
            : throw new InvalidOperationException($"{person.FullName} could not sign in: {page.Text}");
    }

    public Task<Page> OpenAsync(string address) => SendAsync(new HttpRequestMessage(System.Net.Http.HttpMethod.Get, address));

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await http.SendAsync(request);
            var address = response.RequestMessage!.RequestUri!;
            var content = await response.Content.ReadAsStringAsync();
            var document = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(content).Address(address.AbsoluteUri).Header(HeaderNames.ContentType, "text/html; charset=utf-8"));
            return new Page(this, response.StatusCode, address, (IHtmlDocument)document);
        }
    }

    public void Dispose() => http.Dispose();
}
