using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Io;

namespace PerformanceRecords.Testing.Pages;

/// <summary>A person at a browser without scripts: keeps cookies, follows redirects, reads pages, fills in forms.</summary>
public sealed class Visitor(HttpClient http) : IDisposable
{
    /// <summary>For bare requests, with this visitor's cookies.</summary>
    public HttpClient Http => http;

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
