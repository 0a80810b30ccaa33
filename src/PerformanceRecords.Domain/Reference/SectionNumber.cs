using System.Text.RegularExpressions;

namespace PerformanceRecords.Domain.Reference;

/// <summary>
/// 环节编号 given by the national platform: project number, letters, serial, such as 3201022010150201-HA-001 for a design contract
/// (design is A, survey is B), or YJ-3201022010150201-001 for a set of technical indicators.
/// </summary>
public static partial class SectionNumber
{
    public static string Normalize(string? text) => TypedText.Compact(text);

    public static bool IsValid(string text) => Form().IsMatch(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the number is right.</summary>
    public static string? Problem(string text) => IsValid(text)
        ? null
        : "应为“项目编号-字母-三位序号”，如 3201022010150201-HA-001；部平台上还没有编号的，留空即可";

    public static string ProjectNumberOf(string number) => number.StartsWith("YJ-", StringComparison.Ordinal) ? number[3..19] : number[..16];

    /// <summary>The letters that say what is numbered: HA, TX, SX, JX, YJ and so on.</summary>
    public static string LettersOf(string number) => number.StartsWith("YJ-", StringComparison.Ordinal) ? "YJ" : number[17..19];

    [GeneratedRegex(@"^(\d{16}-(B[A-EGM]|H[ABCEFGLMZ]|TX|SX|JX)-\d{3}|YJ-\d{16}-\d{3})\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
