using System.Text;
using System.Text.Json;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Text from outside, as every database takes it: no NUL or other control characters, no half of a character, no longer than its column.</summary>
internal static class ForeignText
{
    public static string Storable(string text, int atMost)
    {
        if (text.Length <= atMost && !text.Any(c => char.IsSurrogate(c) || IsUnwanted(c)))
        {
            return text;
        }

        var kept = new StringBuilder(Math.Min(text.Length, atMost));
        // halves of characters come as the replacement character here
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.IsBmp && IsUnwanted((char)rune.Value) ? Rune.ReplacementChar : rune;
            if (kept.Length + character.Utf16SequenceLength > atMost)
            {
                break;
            }

            kept.Append(character);
        }

        return kept.ToString();
    }

    public static bool IsStorable(string text, int atMost) => Storable(text, atMost) == text;

    /// <summary>A JSON text, also one that escapes half a character, which nothing else can read.</summary>
    public static string Of(JsonElement text, int atMost)
    {
        try
        {
            return Storable(text.GetString() ?? "", atMost);
        }
        catch (InvalidOperationException)
        {
            return Storable(text.GetRawText()[1..^1], atMost);
        }
    }

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
