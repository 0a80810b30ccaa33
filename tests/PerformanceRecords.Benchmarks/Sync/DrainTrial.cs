using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>How fast the dispatcher drains a backlog, beside a bare client that posts the same payloads and keeps no books.</summary>
internal static class DrainTrial
{
    private const int Concurrency = 16;

    // rounds at most until it counts, and the share of the processors' time below which a process is warm
    private const int Warming = 15;
    private const double StillCompiling = 0.02;

    /// <summary>Sent per second by the dispatcher over sent per second by the floor; the median of interleaved rounds.</summary>
    public static async Task<double> RatioAsync(TrialDatabase database, int messages, int rounds)
    {
        await using var bare = SandboxApp.Create("http://127.0.0.1:0");
        await bare.StartAsync();
        await using var sandbox = SandboxApp.Create("http://127.0.0.1:0");
        await sandbox.StartAsync();
        using var host = SyncWorker.Build(SyncWorker.Settings(database, new Uri(sandbox.Urls.First() + "/"), Concurrency));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(bare.Urls.First()) };
        var ratios = new List<double>();
        var warm = false;
        // the same process, connections and statements go on from round to round; what is compiled meanwhile is no part of a drain
        for (var round = 1; ratios.Count < rounds; round++)
        {
            await Backlog.WriteAsync(database, messages, firstProject: round * messages);
            await database.AnalyzeAsync();
            var (started, compiled) = (Stopwatch.GetTimestamp(), JitInfo.GetCompilationTime());
            var floor = await FloorAsync(database, host.Services, http);
            var ours = await DispatcherAsync(host.Services);
            var compiling = (JitInfo.GetCompilationTime() - compiled) / Stopwatch.GetElapsedTime(started) / Environment.ProcessorCount;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {database.Name} {(warm ? "round" : "warming")} {round}: floor {floor:0}/s, dispatcher {ours:0}/s, {compiling:P1} of the processors compiling"));
            if (warm)
            {
                ratios.Add(ours / floor);
            }

            warm |= compiling < StillCompiling || round >= Warming;
        }

        return ratios.Order().ElementAt(ratios.Count / 2);
    }

    /// <summary>How long a claim takes, in milliseconds, while so many messages wait; the median.</summary>
    public static async Task<double> ClaimAsync(TrialDatabase database, int waiting)
    {
        await Backlog.WriteAsync(database, waiting, firstProject: 2_000_000);
        await database.AnalyzeAsync();
        using var host = SyncWorker.Build(SyncWorker.Settings(database, new Uri("http://127.0.0.1:9/"), Concurrency));
        var claims = host.Services.GetRequiredService<PushClaims>();
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var claimed = await claims.SendableAsync(Destination.NationalPlatform, Concurrency * 2, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (claimed.Count == 0)
            {
                throw new InvalidOperationException("Nothing was claimed, so nothing was measured.");
            }
        }

        return times.Skip(10).Order().ElementAt(25);
    }

    private static async Task<double> DispatcherAsync(IServiceProvider services)
    {
        var started = Stopwatch.GetTimestamp();
        var sent = await services.GetRequiredService<PushDispatcher>().SendDueAsync();
        return sent / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> FloorAsync(TrialDatabase database, IServiceProvider services, HttpClient http)
    {
        List<PushMessage> messages;
        await using (var db = database.Open())
        {
            messages = await db.PushMessages.AsNoTracking().Where(m => m.State == PushState.Waiting).OrderBy(m => m.RecordId).ThenBy(m => m.Sequence).ToListAsync();
        }

        var writer = services.GetRequiredService<SectionPayload>();
        var payloads = messages.GroupBy(m => m.RecordId).Select(g => g.Select(m => (Message: m, Body: writer.Write(m))).ToList()).ToList();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(payloads, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (line, cancellation) =>
        {
            foreach (var (message, body) in line)
            {
                using var answer = await http.SendAsync(Request(message, body), cancellation);
                await answer.Content.ReadAsStringAsync(cancellation);
                answer.EnsureSuccessStatusCode();
            }
        });
        return messages.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // the platform takes nothing unsigned, so the floor signs too
    private static HttpRequestMessage Request(PushMessage message, byte[] body)
    {
        var path = $"/api/v1/projects/{message.ProjectNumber}/sections/{ContractSection.Of(message.Section).Slug}";
        var (time, nonce) = (DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture), Guid.NewGuid().ToString("N"));
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", message.IdempotencyKey);
        request.Headers.Add("X-Contract-Version", message.ContractVersion);
        request.Headers.Add("X-Key-Id", "JS-DEV-1");
        request.Headers.Add("X-Time", time);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Signature", RequestSigning.Sign("development-only-secret-of-the-sandbox", "PUT", path, time, nonce, message.IdempotencyKey, body));
        return request;
    }
}
