namespace PerformanceRecords.Domain.Reference;

/// <summary>统一社会信用代码 (GB 32100-2015, 18 characters) and the 组织机构代码 (GB 11714) it replaced, still found on old documents.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string LegacyAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] LegacyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The code as it was meant; a legacy code written without its hyphen gets it back.</summary>
    public static string Normalize(string? text)
    {
        var code = TypedText.Compact(text);
        return code.Length == 9 && !code.Contains('-', StringComparison.Ordinal) ? $"{code[..8]}-{code[8]}" : code;
    }

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the code is right.</summary>
    public static string? Problem(string text, bool legacy = false) => text switch
    {
        _ when IsValid(text) || (legacy && IsLegacy(text)) => null,
        _ when legacy && text.Length is 9 or 10 => "应为 8 位加横线加 1 位校验码，如 58181204-9；校验不符，请对照组织机构代码证核对",
        _ when Repair(text) is { } slip => $"{Finding(text)}，{slip.Cause}。是 {slip.Text} 吗？",
        _ => $"{Finding(text)}，请对照营业执照核对{(legacy ? "；旧证照可填组织机构代码，如 58181204-9" : "")}",
    };

    /// <summary>The code that was probably meant, where a usual typing slip explains the wrong one.</summary>
    public static string? Suggest(string text) => IsValid(text) ? null : Repair(text)?.Text;

    public static bool IsValid(string text) =>
        text.Length == 18 && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && TypedText.IsDigits(text.AsSpan(2, 6)) && text[17] == CheckDigit(text);

    public static bool IsLegacy(string text) =>
        text.Length == 10 && text[8] == '-' && text[..8].All(c => LegacyAlphabet.Contains(c, StringComparison.Ordinal)) && text[9] == LegacyCheckDigit(text);

    /// <summary>The legacy code inside a credit code: characters 9 to 16, hyphen, character 17.</summary>
    public static string LegacyOf(string creditCode) => $"{creditCode[8..16]}-{creditCode[16]}";

    private static Slip? Repair(string text) => Slip.Find(text, IsValid, Alphabet, checkDigit: true);

    private static string Finding(string text)
    {
        if (text.Length != 18)
        {
            return $"应为 18 位，现在是 {text.Length} 位";
        }

        var foreign = text.ToList().FindIndex(c => !Alphabet.Contains(c, StringComparison.Ordinal));
        if (foreign >= 0)
        {
            return $"第 {foreign + 1} 位“{text[foreign]}”不是代码用的字符（只用数字和大写字母，不含 I、O、S、V、Z）";
        }

        return TypedText.IsDigits(text.AsSpan(2, 6)) ? "第 18 位校验不符" : "第 3–8 位应为数字";
    }

    // the outer remainder matters: the sum may be a multiple of 31, and the digit is then 0
    private static char CheckDigit(string text) =>
        Alphabet[(31 - (Weights.Select((w, i) => w * Alphabet.IndexOf(text[i], StringComparison.Ordinal)).Sum() % 31)) % 31];

    private static char LegacyCheckDigit(string text) =>
        (11 - (LegacyWeights.Select((w, i) => w * LegacyAlphabet.IndexOf(text[i], StringComparison.Ordinal)).Sum() % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
}
