using System.Globalization;
using System.Text;

namespace PerformanceRecords.Domain.Reference;

/// <summary>What keyboards, pasted cells and scanners leave in a text, taken out before the text is judged.</summary>
public static class TypedText
{
    private const int LongestShown = 30;
    private static readonly HashSet<string> Placeholders = ["无", "无数据", "/", "／"];

    /// <summary>Whether the text only says that there is nothing, as older systems made people type.</summary>
    public static bool IsPlaceholder(string text) => Placeholders.Contains(text);

    /// <summary>Trimmed, with line ends as \n and without invisible characters.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>Full-width letters, digits and signs as half-width ones, every kind of dash as a hyphen.</summary>
    public static string HalfWidth(string text) => string.Create(text.Length, text, static (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            into[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0),
                '\u3000' => ' ',
                >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                var other => other,
            };
        }
    });

    /// <summary>A code as it was meant: half-width, upper case, without blanks.</summary>
    public static string Compact(string? text) =>
        string.Concat(HalfWidth(Clean(text)).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>A text short enough to be repeated in a message.</summary>
    public static string Brief(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
