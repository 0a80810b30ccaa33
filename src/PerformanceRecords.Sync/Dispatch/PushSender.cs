using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

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
                return new PushOutcome(message, asked, attempts, null) { Unanswered = asked.Problem is not null };
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

        var digest = Convert.ToHexStringLower(SHA256.HashData(payload));
        var sent = await client.SendAsync(message, contract.Slug, payload, digest);
        // what went well can be written again from the message; what went wrong is kept as it was
        attempts.Add(Attempt(message, PushAct.Send, sent, from, sent.IsGood ? SentRequest.Reference(digest) : SentRequest.Text(message, payload)));
        return new PushOutcome(message, sent, attempts, digest);
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
        Result = answer.Text,
        Problem = answer.Problem,
        Status = answer.Status,
        Milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        Request = request,
        Answer = answer.Body is { Length: > 0 } body ? PayloadMask.Of(body) : null,
    };
}
