namespace PerformanceRecords.Domain.Reference;

/// <summary>A typing slip that explains why an identifier is wrong: what was probably meant, and what happened.</summary>
internal sealed record Slip(string Text, string Cause)
{
    // no identifier is nearly as long; a pasted page is not worth guessing at
    private const int LongestTyped = 60;

    /// <summary>
    /// The one likely repair. Blanks and full-width characters come first, then letters taken for digits, then two neighbours
    /// swapped; where several swaps would do and none is at the end, nothing is guessed.
    /// </summary>
    public static Slip? Find(string typed, Func<string, bool> isValid, string alphabet, bool checkDigit)
    {
        if (typed.Length > LongestTyped)
        {
            return null;
        }

        var compact = TypedText.Compact(typed);
        if (compact != typed && isValid(compact))
        {
            return new(compact, "含有空格、小写或全角字符");
        }

        var plain = string.Concat(compact.Select(c => alphabet.Contains(c, StringComparison.Ordinal) ? c : DigitLike(c) ?? c));
        if (plain != compact && isValid(plain))
        {
            return new(plain, Replaced(compact, plain));
        }

        return checkDigit ? Swap(compact, isValid) ?? Misread(compact, isValid) : null;
    }

    private static Slip? Swap(string text, Func<string, bool> isValid)
    {
        var swaps = Enumerable.Range(0, Math.Max(0, text.Length - 1)).Reverse()
            .Where(i => text[i] != text[i + 1])
            .Select(i => (At: i, Text: text[..i] + text[i + 1] + text[i] + text[(i + 2)..]))
            .Where(s => isValid(s.Text))
            .ToList();
        if (swaps is [var (at, atEnd), ..] && at == text.Length - 2)
        {
            return new(atEnd, "末两位可能录反了");
        }

        return swaps is [var only] ? new(only.Text, $"第 {only.At + 1}、{only.At + 2} 位可能录反了") : null;
    }

    private static Slip? Misread(string text, Func<string, bool> isValid)
    {
        var readings = Enumerable.Range(0, text.Length)
            .Where(i => DigitLike(text[i]) is not null)
            .Select(i => text[..i] + DigitLike(text[i]) + text[(i + 1)..])
            .Where(isValid)
            .ToList();
        return readings is [var only] ? new(only, Replaced(text, only)) : null;
    }

    private static char? DigitLike(char letter) => letter switch
    {
        'I' or 'L' => '1',
        'O' or 'Q' or 'D' => '0',
        'S' => '5',
        'Z' => '2',
        'B' => '8',
        'G' => '6',
        _ => null,
    };

    private static string Replaced(string from, string to)
    {
        var at = Enumerable.Range(0, from.Length).First(i => from[i] != to[i]);
        return $"第 {at + 1} 位可能把 {to[at]} 录成了 {from[at]}";
    }
}
