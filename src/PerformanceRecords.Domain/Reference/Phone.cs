using System.Text.RegularExpressions;

namespace PerformanceRecords.Domain.Reference;

/// <summary>联系电话: a mobile number, or a landline with its area code.</summary>
public static partial class Phone
{
    public static string Normalize(string? text)
    {
        var number = TypedText.Compact(text).Replace("(", "", StringComparison.Ordinal).Replace(')', '-');
        var national = number.StartsWith("+86", StringComparison.Ordinal) ? number[3..].TrimStart('-') : number;
        var digits = national.Replace("-", "", StringComparison.Ordinal);
        return IsMobile(digits) ? digits : national;
    }

    public static bool IsMobile(string text) => Mobile().IsMatch(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the number is right.</summary>
    public static string? Problem(string text) => IsMobile(text) || Landline().IsMatch(text)
        ? null
        : "应为 11 位手机号，或带区号的固定电话，如 025-51868000";

    [GeneratedRegex(@"^1[3-9]\d{9}\z", RegexOptions.ECMAScript)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^0\d{2,3}-?\d{7,8}\z", RegexOptions.ECMAScript)]
    private static partial Regex Landline();
}
