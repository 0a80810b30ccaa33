using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>The calls of the contract to one platform. Never throws over what a platform does; that is an answer too.</summary>
public sealed class PlatformClient : IDisposable
{
    private const long LargestAnswer = 16 * 1024 * 1024;
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);
    private readonly Destination destination;
    private readonly IOptionsMonitor<SyncOptions> options;
    private readonly HttpClient http;

    public PlatformClient(Destination destination, IOptionsMonitor<SyncOptions> options, TimeProvider clock)
    {
        (this.destination, this.options) = (destination, options);
        var wire = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        http = new HttpClient(new RequestSigning(destination, options, clock) { InnerHandler = wire }) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    /// <param name="digest">SHA-256 of the payload in lower-case hex, which the signature needs too.</param>
    public Task<PlatformAnswer> SendAsync(PushMessage message, string slug, byte[] payload, string digest)
    {
        var content = new ByteArrayContent(payload);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        var request = new HttpRequestMessage(HttpMethod.Put, Address($"api/v1/projects/{Uri.EscapeDataString(message.ProjectNumber)}/sections/{slug}")) { Content = content };
        request.Options.Set(RequestSigning.BodyDigest, digest);
        request.Headers.Add("Idempotency-Key", message.IdempotencyKey);
        request.Headers.Add("X-Contract-Version", message.ContractVersion);
        return CallAsync(request, AnswerReader.Read);
    }

    /// <summary>Whether a message arrived, as far as the platform knows.</summary>
    public Task<PlatformAnswer> AskAsync(PushMessage message) => CallAsync(
        new HttpRequestMessage(HttpMethod.Get, Address("api/v1/submissions/" + Uri.EscapeDataString(message.IdempotencyKey))),
        (status, body, retryAfter) => status == HttpStatusCode.NotFound
            ? new PlatformAnswer(null, "平台没有收到过，重新发送", 404, body) { NeverSeen = true }
            : AnswerReader.Read(status, body, retryAfter));

    /// <summary>What became of something the platform gave a receipt for.</summary>
    public Task<PlatformAnswer> FollowAsync(string receipt) => CallAsync(
        new HttpRequestMessage(HttpMethod.Get, Address("api/v1/receipts/" + Uri.EscapeDataString(receipt))),
        (status, body, retryAfter) => status == HttpStatusCode.NotFound
            ? new PlatformAnswer(null, "平台不认识自己给出的回执", 404, body) { NeverSeen = true }
            : AnswerReader.Read(status, body, retryAfter));

    /// <summary>What the public sees of a project, as far as one of our records brought it.</summary>
    public Task<ShownAnswer> ShowAsync(string projectNumber, Guid recordId) => ShowAsync(projectNumber, $"?source={recordId:N}");

    /// <summary>What the public sees of a project, whoever brought it.</summary>
    public Task<ShownAnswer> ShowAsync(string projectNumber) => ShowAsync(projectNumber, "");

    private async Task<ShownAnswer> ShowAsync(string projectNumber, string query)
    {
        ShownProject? project = null;
        var answer = await CallAsync(
            new HttpRequestMessage(HttpMethod.Get, Address($"api/v1/projects/{Uri.EscapeDataString(projectNumber)}{query}")),
            (status, body, retryAfter) =>
            {
                if (status == HttpStatusCode.NotFound)
                {
                    return new PlatformAnswer(null, "平台还没有显示这个项目", 404, body);
                }

                if (status == HttpStatusCode.OK)
                {
                    project = Parse(body);
                    return new PlatformAnswer(project is null ? PushProblem.Soon : null, project is null ? "平台的应答看不懂" : "", 200, body);
                }

                return AnswerReader.Read(status, body, retryAfter);
            });
        return new ShownAnswer(answer, project);
    }

    /// <summary>立即试探: whether the platform answers, and takes our signature.</summary>
    public Task<PlatformAnswer> ProbeAsync() => CallAsync(
        new HttpRequestMessage(HttpMethod.Get, Address("api/v1/status")),
        (status, body, retryAfter) => status == HttpStatusCode.OK
            ? new PlatformAnswer(null, "平台应答正常", 200, body)
            : AnswerReader.Read(status, body, retryAfter));

    public void Dispose() => http.Dispose();

    private Uri Address(string path) => new(options.CurrentValue.Of(destination).BaseAddress!, path);

    private async Task<PlatformAnswer> CallAsync(HttpRequestMessage request, Func<HttpStatusCode, string, TimeSpan?, PlatformAnswer> read)
    {
        var limit = options.CurrentValue.Of(destination).Timeout;
        // its own time limit only: a portal that shuts down still waits for the answer, rather than wonder about it afterwards
        using var timeout = new CancellationTokenSource(limit);
        using var call = request;
        try
        {
            using var response = await http.SendAsync(call, HttpCompletionOption.ResponseContentRead, timeout.Token);
            // JSON is UTF-8, whatever the answer calls itself
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(timeout.Token));
            return read(response.StatusCode, body, RetryAfter(response));
        }
        catch (OperationCanceledException)
        {
            return new PlatformAnswer(PushProblem.Unanswered, $"{limit.TotalSeconds:0.#} 秒内没有应答");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // nothing was sent, so nothing can have arrived
            return new PlatformAnswer(PushProblem.Soon, "连不上平台");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new PlatformAnswer(PushProblem.Unanswered, "连接在应答前断开");
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Bounded(delta),
        { Date: { } date } when response.Headers.Date is { } sent => Bounded(date - sent),
        _ => null,
    };

    // a platform that asks for a year means tomorrow at the latest, seen from the seven days
    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestRest ? LongestRest : wait;

    private static ShownProject? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ShownProject>(body, JsonSerializerOptions.Web) is { Sections: not null } project
                && project.Sections.All(s => s is { Section: not null, Grade: not null, Receipt: not null, Rows.ValueKind: JsonValueKind.Array }
                    && s.Rows.EnumerateArray().All(r => r.ValueKind == JsonValueKind.Object))
                ? project
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The clients of all platforms.</summary>
public sealed class PlatformClients(IOptionsMonitor<SyncOptions> options, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<Destination, PlatformClient> clients =
        Enum.GetValues<Destination>().ToDictionary(d => d, d => new PlatformClient(d, options, clock));

    public PlatformClient Of(Destination destination) => clients[destination];

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }
}
