using System.Globalization;

namespace PerformanceRecords.Domain.Reference;

/// <summary>施工许可证编号: 18 digits on electronic licences (region, yyyyMMdd, serial, class of works); older certificates carry any text.</summary>
public static class PermitNumber
{
    public static string Normalize(string? text) =>
        TypedText.Compact(text) is var code && code.Length > 0 && TypedText.IsDigits(code) ? code : TypedText.Clean(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the number is right.</summary>
    public static string? Problem(string text) => text switch
    {
        { Length: < 4 or > 100 } => $"应为 4–100 个字，现在是 {text.Length} 个；请照许可证填写",
        { Length: 18 } when TypedText.IsDigits(text) && !HasDate(text) => $"第 7–14 位 {text[6..14]} 不是有效的发证日期，请对照许可证核对",
        _ => null,
    };

    /// <summary>A doubt that does not block: a number of digits only, but not of 18.</summary>
    public static string? Warning(string text) => text.Length is > 14 and < 22 and not 18 && TypedText.IsDigits(text)
        ? $"电子证照的施工许可证编号为 18 位数字，现在是 {text.Length} 位，请核对"
        : null;

    private static bool HasDate(string text) =>
        DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
