using System.Security.Cryptography;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>What was sent, as the history shows it. Of a sending that went well only a digest is kept; the message gives the same bytes again.</summary>
public sealed class SentRequest(SectionPayload payloads)
{
    private const string Mark = "sha256:";

    /// <summary>Masked, and null where nothing was sent.</summary>
    public string? Of(PushMessage message, PushAttempt attempt)
    {
        if (attempt.Request is not { } kept || !kept.StartsWith(Mark, StringComparison.Ordinal))
        {
            return attempt.Request;
        }

        var payload = payloads.Write(message);
        return Reference(Convert.ToHexStringLower(SHA256.HashData(payload))) == kept
            ? Text(message, payload)
            : $"发送时的正文摘要 {kept[Mark.Length..]}；门户升级后正文写法有变，原文不再重现。";
    }

    internal static string Reference(string digest) => Mark + digest;

    internal static string Text(PushMessage message, ReadOnlySpan<byte> payload) =>
        $"PUT …/projects/{message.ProjectNumber}/sections/{ContractSection.Of(message.Section).Slug}\n{PayloadMask.Of(payload)}";
}
