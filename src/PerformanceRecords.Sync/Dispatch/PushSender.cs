using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>What became of one message, and what was done to find out.</summary>
/// <param name="Answer">Null when its turn did not come: it goes back into the line.</param>
internal sealed record PushOutcome(PushMessage Message, PlatformAnswer? Answer, IReadOnlyList<PushAttempt> Attempts, string? Digest)
{
    public static PushOutcome Unsent(ClaimedMessage claimed) => new(claimed.Message, null, [], null) { PerhapsSent = claimed.TakenOver };

    public bool PerhapsSent { get; private init; }
}

/// <summary>Sends one message; asks first where an earlier sending may have arrived. Touches no database.</summary>
internal sealed class PushSender(PlatformClients clients, SectionPayload payloads, TimeProvider clock, ILogger<PushSender> log)
{
    public async Task<PushOutcome> SendAsync(ClaimedMessage claimed)
    {
        var message = claimed.Message;
        var client = clients.Of(message.Destination);
        var attempts = new List<PushAttempt>(2);
        if (claimed.TakenOver || message.Problem == PushProblem.Unanswered)
        {
            var started = Stopwatch.GetTimestamp();
            var asked = await client.AskAsync(message);
            attempts.Add(Attempt(message, PushAct.Ask, asked, started, request: null));
            if (!asked.NeverSeen)
            {
                // not knowing whether it arrived is no reason to forget that it may have
                var answer = asked.Problem == PushProblem.Soon ? asked with { Problem = PushProblem.Unanswered } : asked;
                return new PushOutcome(message, answer, attempts, null);
            }
        }

        var contract = ContractSection.Of(message.Section);
        var from = Stopwatch.GetTimestamp();
        if (Payload(message) is not { } payload)
        {
            var unwritable = new PlatformAnswer(PushProblem.Person, "内容无法写成数据标准的格式，没有发出");
            attempts.Add(Attempt(message, PushAct.Send, unwritable, from, request: null));
            return new PushOutcome(message, unwritable, attempts, null);
        }

        var sent = await client.SendAsync(message, contract.Slug, payload);
        attempts.Add(Attempt(message, PushAct.Send, sent, from, $"PUT …/projects/{message.ProjectNumber}/sections/{contract.Slug}\n{PayloadMask.Of(payload)}"));
        return new PushOutcome(message, sent, attempts, Convert.ToHexStringLower(SHA256.HashData(payload)));
    }

    // content nobody can write is one record's trouble, not the channel's
    private byte[]? Payload(PushMessage message)
    {
        try
        {
            return payloads.Write(message);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or CryptographicException)
        {
            log.LogError(e, "Message {Message} cannot be written in the data standard", message.IdempotencyKey);
            return null;
        }
    }

    private PushAttempt Attempt(PushMessage message, PushAct act, PlatformAnswer answer, long started, string? request) => new()
    {
        MessageId = message.Id,
        At = clock.GetUtcNow().UtcDateTime,
        Act = act,
        Result = answer.Text.Length > 2000 ? answer.Text[..2000] : answer.Text,
        Problem = answer.Problem,
        Status = answer.Status,
        Milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        Request = request,
        Answer = answer.Body is { Length: > 0 } body ? PayloadMask.Of(body) : null,
    };
}
