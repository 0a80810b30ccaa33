using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PerformanceRecords.Sync.Tests;

/// <summary>A platform that answers whatever a test tells it to, on a loopback port: what no contract would allow included.</summary>
internal sealed class StrangePlatform : IAsyncDisposable
{
    private readonly WebApplication app;

    private StrangePlatform(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First() + "/");

    public static async Task<StrangePlatform> StartAsync(Func<HttpRequest, (int Status, string Body)> answer, string contentType = "application/json")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Run(async http =>
        {
            var (status, body) = answer(http.Request);
            http.Response.StatusCode = status;
            http.Response.ContentType = contentType;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
        });
        await app.StartAsync();
        return new StrangePlatform(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
