using System.Text;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>Requests and answers as the desk may show them: no identity number, no telephone number of a person.</summary>
public static partial class PayloadMask
{
    private const int MaxLength = 8_000;

    public static string Of(ReadOnlySpan<byte> payload) => Of(Encoding.UTF8.GetString(payload));

    public static string Of(string text)
    {
        var shown = text.Length > MaxLength ? text[..MaxLength] + "…" : text;
        shown = Named().Replace(shown, m => m.Groups[1].Value + IdNumber.Mask(m.Groups[2].Value));
        return Anywhere().Replace(shown, m => IdNumber.Mask(m.Value));
    }

    [GeneratedRegex("(\"(?:IDCard|UserPhone|PrjHeadPhone)\":\")([^\"]+)")]
    private static partial Regex Named();

    // refusals repeat what was sent
    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex Anywhere();
}
