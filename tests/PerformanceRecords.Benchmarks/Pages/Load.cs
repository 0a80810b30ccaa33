using System.Diagnostics;
using System.Net;

namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>Sixteen people who never stop to read: each asks for the next page as soon as the last one is there.</summary>
internal sealed class Load : IDisposable
{
    private const int Connections = 16;
    private readonly HttpClient http;
    private readonly Uri[] pages;
    private readonly string? cookie;
    private int next;

    public Load(Uri server, IEnumerable<string> pages, string? cookie = null)
    {
        this.pages = [.. pages.Select(page => new Uri(server, page))];
        this.cookie = cookie;
        http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = Connections,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        });
    }

    public async Task<Slice> RunAsync(TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var people = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(clock, duration))));
        return new Slice(clock.Elapsed.TotalSeconds, [.. people.SelectMany(times => times)]);
    }

    public void Dispose() => http.Dispose();

    private async Task<List<double>> AskAsync(Stopwatch clock, TimeSpan duration)
    {
        var times = new List<double>();
        var buffer = new byte[64 * 1024];
        while (clock.Elapsed < duration)
        {
            var page = pages[(uint)Interlocked.Increment(ref next) % (uint)pages.Length];
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            if (cookie is not null)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookie);
            }

            var asked = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            while (await body.ReadAsync(buffer) > 0)
            {
            }

            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{page} answered {(int)response.StatusCode}.");
            }
        }

        return times;
    }
}
