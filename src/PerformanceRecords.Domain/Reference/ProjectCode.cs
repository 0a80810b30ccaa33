using System.Text.RegularExpressions;

namespace PerformanceRecords.Domain.Reference;

/// <summary>项目代码 of the investment approval platform: year, region, industry, kind of approval, serial; 24 characters, no check digit.</summary>
public static partial class ProjectCode
{
    public static string Normalize(string? text)
    {
        var code = TypedText.Compact(text);
        return code.Length == 20 && TypedText.IsDigits(code) ? $"{code[..4]}-{code[4..10]}-{code[10..12]}-{code[12..14]}-{code[14..]}" : code;
    }

    public static bool IsValid(string text) => Form().IsMatch(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the code is right.</summary>
    public static string? Problem(string text) => text switch
    {
        _ when IsValid(text) => null,
        _ when Suggest(text) is { } meant => $"的写法不对。是 {meant} 吗？",
        _ => $"应为 24 位，如 2020-320102-48-01-528817，现在是 {text.Length} 位；请从立项批复或备案证上照抄",
    };

    /// <summary>The code that was probably meant, where its hyphens are missing or other characters stand for its digits.</summary>
    public static string? Suggest(string text)
    {
        if (IsValid(text))
        {
            return null;
        }

        return Normalize(text) is var normal && IsValid(normal) ? normal : Slip.Find(text, IsValid, "0123456789-", checkDigit: false)?.Text;
    }

    [GeneratedRegex(@"^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
