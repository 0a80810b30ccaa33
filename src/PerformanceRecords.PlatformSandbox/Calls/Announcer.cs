using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PerformanceRecords.PlatformSandbox.Facts;

namespace PerformanceRecords.PlatformSandbox.Calls;

/// <summary>结果通知: tells the caller, where it wants to be told, that something was accepted and later that it is shown.</summary>
public sealed class Announcer(IOptionsMonitor<SandboxOptions> options, TimeProvider clock) : IDisposable
{
    private const int Tries = 3;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<Announced> announced = [];
    private long sent;
    private long taken;

    /// <summary>What was announced and how it was answered, newest last.</summary>
    public IReadOnlyList<Announced> Recent => [.. announced];

    /// <summary>Calls made, repeats included.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Calls the caller took note of.</summary>
    public long Taken => Interlocked.Read(ref taken);

    public void Announce(Fact fact)
    {
        if (options.CurrentValue.CallbackAddress is not null)
        {
            _ = RunAsync(fact);
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
        http.Dispose();
    }

    private async Task RunAsync(Fact fact)
    {
        try
        {
            await TellAsync(fact, "accepted");
            if (fact.VisibleAt - clock.GetUtcNow().UtcDateTime is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, clock, stopping.Token);
            }

            await TellAsync(fact, "shown");
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // the sandbox ends; its caller looks for itself
            return;
        }
    }

    private async Task TellAsync(Fact fact, string status)
    {
        for (var n = 1; n <= Tries && await PostAsync(fact, status) is not (>= 200 and < 500); n++)
        {
            await Task.Delay(Between, stopping.Token);
        }
    }

    private async Task<int> PostAsync(Fact fact, string status)
    {
        var address = new Uri(options.CurrentValue.CallbackAddress!, fact.Channel);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { number = $"{fact.Receipt}-{status}", idempotencyKey = fact.IdempotencyKey, status, prjNum = fact.PrjNum, section = fact.Section, grade = fact.Grade, receipt = fact.Receipt },
            JsonSerializerOptions.Web);
        using var request = Signed(address, body);
        var answer = 0;
        try
        {
            using var response = await http.SendAsync(request, stopping.Token);
            answer = (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // nobody there: no answer, and tried again
            answer = 0;
        }

        Interlocked.Increment(ref sent);
        Interlocked.Add(ref taken, answer is >= 200 and < 300 ? 1 : 0);
        announced.Enqueue(new Announced(clock.GetUtcNow().UtcDateTime, fact.Channel, fact.PrjNum, fact.Section, status, answer));
        while (announced.Count > 500)
        {
            announced.TryDequeue(out _);
        }

        return answer;
    }

    private HttpRequestMessage Signed(Uri address, byte[] body)
    {
        var key = options.CurrentValue.Keys[^1];
        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var text = string.Join('\n', "POST", address.PathAndQuery, time, nonce, "", Convert.ToHexStringLower(SHA256.HashData(body)));
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add("X-Key-Id", key.Id);
        request.Headers.Add("X-Time", time);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes(text))));
        return request;
    }
}

/// <summary>One announcement and how the caller answered; 0 where it did not.</summary>
public sealed record Announced(DateTime At, string Channel, string PrjNum, string Section, string Status, int Answer);
