using System.Text;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>Requests and answers as the desk may show them: no identity number, no telephone number of a person.</summary>
public static partial class PayloadMask
{
    private const int MaxLength = 8_000;

    // so much more is looked at, so that a number across the end is still seen whole
    private const int Margin = 400;

    public static string Of(ReadOnlySpan<byte> payload) => Of(Encoding.UTF8.GetString(payload));

    public static string Of(string text)
    {
        var looked = text.Length > MaxLength + Margin ? text[..(MaxLength + Margin)] : text;
        var shown = Personal(Named().Replace(looked, m => m.Groups[1].Value + Number(m.Groups[2].Value)));
        return shown.Length > MaxLength ? ForeignText.Storable(shown, MaxLength) + "…" : ForeignText.Storable(shown, MaxLength);
    }

    /// <summary>A sentence of a platform: refusals repeat what was sent.</summary>
    public static string Personal(string text) => Anywhere().Replace(text, m => Number(m.Value));

    public static string Number(string number) => IdNumber.Mask(number);

    /// <summary>Fields of the data standard that hold a number of a person.</summary>
    public static bool IsPersonal(string field) => field is "IDCard" or "UserPhone" or "PrjHeadPhone";

    [GeneratedRegex("(\"(?:IDCard|UserPhone|PrjHeadPhone)\"\\s*:\\s*\"?)([^\",\\s}][^\",}]*)")]
    private static partial Regex Named();

    // identity numbers, new and old, and mobile telephones; the credit code of an enterprise begins with a nine and is no secret
    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:[1-8][0-9]{14}(?:[0-9]{2}[0-9Xx])?|1[3-9][0-9]{9})(?![0-9A-Za-z])")]
    private static partial Regex Anywhere();
}
