using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Workflow.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Permits;

/// <summary>Class fixture: a portal that a permit-issuing system may send to.</summary>
public sealed class PermitPortal : IAsyncLifetime
{
    public const string Sender = "施工许可系统";
    public const string Key = "a-key-only-for-tests";
    private PortalHost? host;

    public PortalHost Host => host ?? throw new InvalidOperationException("The portal has not been started.");

    /// <summary>The setting by which a portal knows the sender.</summary>
    public static IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["PermitApi:Senders:0:Name"] = Sender,
        ["PermitApi:Senders:0:KeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
    };

    /// <summary>Sends a batch as the other system does, and reads the answer.</summary>
    public static async Task<(HttpResponseMessage Response, JsonElement Answer)> SendAsync(PortalHost host, params PermitRow[] rows) =>
        await SendAsync(host, JsonContent.Create(new { permits = rows }, options: new(JsonSerializerDefaults.Web)));

    public static async Task<(HttpResponseMessage Response, JsonElement Answer)> SendAsync(PortalHost host, HttpContent content, string key = Key)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/construction-permits") { Content = content };
        request.Headers.Add("X-Api-Key", key);
        var response = await http.SendAsync(request);
        return (response, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task InitializeAsync() => host = await PortalHost.StartAsync(new() { Settings = Settings });

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
