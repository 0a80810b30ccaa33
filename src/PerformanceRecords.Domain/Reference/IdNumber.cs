using System.Globalization;

namespace PerformanceRecords.Domain.Reference;

/// <summary>居民身份证号 (GB 11643-1999). Its region may be long retired, so it is not checked against today's list.</summary>
public static class IdNumber
{
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string Normalize(string? text) => TypedText.Compact(text);

    public static bool IsValid(string text) =>
        text.Length == 18 && TypedText.IsDigits(text.AsSpan(0, 17)) && BirthDate(text) is { Year: >= 1880 } && text[17] == CheckDigit(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the number is right.</summary>
    public static string? Problem(string text) => text switch
    {
        _ when IsValid(text) => null,
        { Length: 15 } when TypedText.IsDigits(text) => "是 15 位旧号，请填 18 位公民身份号码",
        _ when Repair(text) is { } slip => $"{Finding(text)}，{slip.Cause}。是 {slip.Text} 吗？",
        _ => $"{Finding(text)}，请对照身份证核对",
    };

    /// <summary>The number that was probably meant, where a usual typing slip explains the wrong one.</summary>
    public static string? Suggest(string text) => IsValid(text) ? null : Repair(text)?.Text;

    /// <summary>Date of birth, digits 7 to 14; null where they are no date.</summary>
    public static DateOnly? BirthDate(string text) =>
        text.Length == 18 && DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The 17th digit is odd for men.</summary>
    public static bool IsMale(string text) => (text[16] - '0') % 2 == 1;

    /// <summary>How a number is shown: 3201**********1217; other documents keep two characters at either end.</summary>
    public static string Mask(string text) => text.Length switch
    {
        0 => "",
        >= 15 => $"{text[..4]}{new string('*', text.Length - 8)}{text[^4..]}",
        > 4 => $"{text[..2]}{new string('*', text.Length - 4)}{text[^2..]}",
        var length => new string('*', length),
    };

    private static Slip? Repair(string text) => Slip.Find(text, IsValid, "0123456789X", checkDigit: true);

    private static string Finding(string text)
    {
        if (text.Length != 18)
        {
            return $"应为 18 位，现在是 {text.Length} 位";
        }

        if (!TypedText.IsDigits(text.AsSpan(0, 17)))
        {
            return "前 17 位应为数字";
        }

        return BirthDate(text) is { Year: >= 1880 } ? "第 18 位校验不符" : $"第 7–14 位 {text[6..14]} 不是有效的出生日期";
    }

    private static char CheckDigit(string text) => CheckDigits[Weights.Select((w, i) => w * (text[i] - '0')).Sum() % 11];
}
