using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.Sync.Platforms;
using PerformanceRecords.Testing;

namespace PerformanceRecords.Sync.Tests.Sandbox;

/// <summary>The stand-in platforms on a loopback port, and a caller that signs by hand.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    public const string Secret = "development-only-secret-of-the-sandbox";
    private readonly WebApplication app;
    private readonly HttpClient http;
    private int calls;

    private SandboxServer(WebApplication app, FakeClock clock) =>
        (this.app, Clock, http) = (app, clock, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    public FakeClock Clock { get; }

    public SandboxState State => app.Services.GetRequiredService<SandboxState>();

    public static async Task<SandboxServer> StartAsync(string? journal = null)
    {
        var clock = new FakeClock();
        var app = SandboxApp.Create("http://127.0.0.1:0", o => o.Journal = journal, clock);
        await app.StartAsync();
        return new SandboxServer(app, clock);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> PutAsync(string section, byte[] body, string key, Action<HttpRequestMessage>? tamper = null, string? nonce = null) =>
        SendAsync(HttpMethod.Put, $"/api/v1/projects/{SyncBench.Project}/sections/{section}", body, key, tamper, nonce);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[] body, string key, Action<HttpRequestMessage>? tamper = null, string? nonce = null)
    {
        using var request = new HttpRequestMessage(method, path);
        var time = Clock.Now.ToString("O", CultureInfo.InvariantCulture);
        nonce ??= "0123456789abcdef" + Interlocked.Increment(ref calls);
        request.Headers.Add("X-Key-Id", "JS-DEV-1");
        request.Headers.Add("X-Time", time);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Contract-Version", "2026.1");
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("X-Signature", RequestSigning.Sign(Secret, method.Method, path, time, nonce, key, body));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        tamper?.Invoke(request);
        return await http.SendAsync(request);
    }

    /// <summary>Fills in a form of the control desk and sends it, as its button would.</summary>
    public async Task<string> SendFormAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await http.GetStringAsync(new Uri("/control", UriKind.Relative));
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
