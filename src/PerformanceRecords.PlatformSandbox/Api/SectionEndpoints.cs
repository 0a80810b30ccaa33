using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PerformanceRecords.PlatformSandbox.Calls;
using PerformanceRecords.DataStandard;
using PerformanceRecords.PlatformSandbox.Facts;
using PerformanceRecords.PlatformSandbox.Faults;

namespace PerformanceRecords.PlatformSandbox.Api;

/// <summary>The signed interface of both platforms.</summary>
internal static class SectionEndpoints
{
    private const int MaxBody = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app, string prefix, string channel)
    {
        var api = app.MapGroup(prefix + "/api/v1").DisableAntiforgery();
        api.MapPut("/projects/{prjNum}/sections/{section}", (HttpContext http, string prjNum, string section) => Seen(http, FaultCall.Submit, channel, prjNum, section, body => Put(http, channel, prjNum, section, body)));
        api.MapGet("/projects/{prjNum}", (HttpContext http, string prjNum, string? source) => Seen(http, FaultCall.Show, channel, prjNum, null, _ => Project(http, channel, prjNum, source)));
        api.MapGet("/submissions/{key}", (HttpContext http, string key) => Seen(http, FaultCall.Ask, channel, null, null, _ => OnFile(http, channel, p => p.ByKey(key), "平台没有接收过这个幂等键")));
        api.MapGet("/receipts/{number}", (HttpContext http, string number) => Seen(http, FaultCall.Ask, channel, null, null, _ => OnFile(http, channel, p => p.ByReceipt(number), "平台没有给出过这个回执")));
        api.MapGet("/status", (HttpContext http) => Seen(http, null, channel, null, null, _ => Status(http)));
    }

    /// <summary>Reads, verifies, lets the faults strike, answers, and keeps a note of it.</summary>
    private static async Task Seen(HttpContext http, FaultCall? call, string channel, string? prjNum, string? section, Func<byte[], Answer> answer)
    {
        var state = http.RequestServices.GetRequiredService<SandboxState>();
        var started = Stopwatch.GetTimestamp();
        var struck = http.RequestServices.GetRequiredService<FaultDesk>().Strike(call, channel, section, prjNum);
        var given = await AnswerAsync(http, struck, answer);
        state.Calls.Add(new Call
        {
            At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
            Channel = channel,
            Method = http.Request.Method,
            Path = http.Request.Path,
            PrjNum = prjNum,
            Section = section,
            IdempotencyKey = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null,
            KeyId = http.Request.Headers["X-Key-Id"],
            Nonce = http.Request.Headers["X-Nonce"],
            Status = given.Result is null ? 0 : given.Status,
            Outcome = given.Outcome,
            Milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        });
        if (given.Result is null)
        {
            http.Abort();
            return;
        }

        await given.Result.ExecuteAsync(http);
    }

    private static async Task<Answer> AnswerAsync(HttpContext http, IReadOnlyList<Fault> struck, Func<byte[], Answer> answer)
    {
        if (struck.FirstOrDefault(f => f.Kind == FaultKind.Latency) is { } slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(slow.Seconds), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (FaultAnswers.Before(struck, http) is { } instead)
        {
            return instead;
        }

        if (await BodyAsync(http.Request) is not { } body)
        {
            return new Answer(413, "too-large", Problems.Of(413, "too-large", "请求过大"));
        }

        if (http.RequestServices.GetRequiredService<SignatureCheck>().Fault(http.Request, body) is { } kind)
        {
            return new Answer(401, kind, Problems.Unsigned(kind));
        }

        var given = answer(body);
        if (given.Status < 300 && struck.FirstOrDefault(f => f.Kind is FaultKind.TimeoutAfterAcceptance or FaultKind.DropAnswer) is { } lost)
        {
            var held = lost.Kind == FaultKind.TimeoutAfterAcceptance ? lost.Seconds : 0;
            await Task.Delay(TimeSpan.FromSeconds(held), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return given with { Result = null };
        }

        return given;
    }

    private static Answer Put(HttpContext http, string channel, string prjNum, string section, byte[] body)
    {
        var services = http.RequestServices;
        var options = services.GetRequiredService<IOptionsMonitor<SandboxOptions>>().CurrentValue;
        if (!options.ContractVersions.Contains(http.Request.Headers["X-Contract-Version"].ToString()))
        {
            return new Answer(400, "contract-version", Problems.Of(400, "contract-version", "合约版本不受支持", $"支持的版本：{string.Join("、", options.ContractVersions)}"));
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is < 8 or > 120 || SectionNames.Find(section) is not { } name || Parse(body) is not { } json)
        {
            return new Answer(400, "malformed", Problems.Of(400, "malformed", "请求不完整", "需要幂等键（8–120 个字符）、已知的环节和 JSON 正文"));
        }

        var errors = ContractCheck.Run(services.GetRequiredService<ContractSchemas>(), section, prjNum, json);
        if (errors.Count > 0)
        {
            return new Answer(422, "field-errors", Problems.Of(422, "field-errors", "数据不符合标准", $"共 {errors.Count} 处", errors));
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var struck = (FaultAnswers.During)http.Items[nameof(FaultAnswers.During)]!;
        var sent = new Facts.Submission(prjNum, name, key, Convert.ToHexStringLower(SHA256.HashData(body)), json);
        var verdict = services.GetRequiredService<SandboxState>().Of(channel).Submit(sent, now, options.ShowDelay + struck.Late);
        if (verdict is Verdict.Accepted(var taken))
        {
            services.GetRequiredService<Announcer>().Announce(taken);
        }

        if (verdict is Verdict.Accepted && struck.Alter is { } alter)
        {
            services.GetRequiredService<SandboxState>().Of(channel).Alter(prjNum, section, sent.Source, f => Alterations.Change(f, alter.Field));
        }

        return verdict switch
        {
            Verdict.Accepted(var fact) => new Answer(202, "accepted", TypedResults.Json(Receipt.Of(fact, now, duplicate: false), statusCode: 202)),
            Verdict.Known(var fact, var sameKey) => new Answer(200, sameKey ? "same-key" : "same-fact", TypedResults.Ok(Receipt.Of(fact, now, duplicate: true))),
            Verdict.Refused r => new Answer(r.Status, r.Kind, Problems.Of(r.Status, r.Kind, r.Title, r.Detail, r.Errors)),
            _ => throw new NotSupportedException($"A verdict of an unknown kind: {verdict}"),
        };
    }

    private static Answer Project(HttpContext http, string channel, string prjNum, string? source)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (http.RequestServices.GetRequiredService<SandboxState>().Of(channel).Show(prjNum, now) is not { } project)
        {
            return new Answer(404, "unknown-project", Problems.Of(404, "unknown-project", "平台上没有这个项目"));
        }

        var seen = source is null ? project : project with { Sections = [.. project.Sections.Where(s => s.Source.Length == 0 || s.Source == source)] };
        return new Answer(200, "shown", TypedResults.Ok(seen));
    }

    private static Answer OnFile(HttpContext http, string channel, Func<Platform, Fact?> find, string unknown)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var platform = http.RequestServices.GetRequiredService<SandboxState>().Of(channel);
        return find(platform) is { } fact
            ? new Answer(200, "on-file", TypedResults.Ok(Receipt.Of(fact, now, duplicate: false, platform.IsSuperseded(fact, now))))
            : new Answer(404, "unknown-submission", Problems.Of(404, "unknown-submission", unknown));
    }

    private static Answer Status(HttpContext http) =>
        new(200, "up", TypedResults.Ok(new { status = "up", contractVersions = http.RequestServices.GetRequiredService<IOptionsMonitor<SandboxOptions>>().CurrentValue.ContractVersions }));

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk)) > 0)
        {
            if (buffer.Length + read > MaxBody)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
