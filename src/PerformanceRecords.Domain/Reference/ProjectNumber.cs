using System.Globalization;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Domain.Reference;

/// <summary>项目编号: region (6) + yyMMdd (6) + serial (4), where older numbers begin the serial with the 项目分类. It has no check digit.</summary>
public static class ProjectNumber
{
    public static string Normalize(string? text) => TypedText.Compact(text);

    /// <summary>What is wrong and what to do, as the rest of a sentence that begins with the field's name; null when the number is right.</summary>
    public static string? Problem(string text, DateOnly today) => Finding(text, today) switch
    {
        null => null,
        var finding when Suggest(text, today) is { } meant => $"{finding}。是 {meant} 吗？",
        var finding => $"{finding}，请对照项目登记信息核对",
    };

    /// <summary>The number that was probably meant, where letters or full-width characters were typed for its digits.</summary>
    public static string? Suggest(string text, DateOnly today) => Finding(text, today) is null
        ? null
        : Slip.Find(text, number => Finding(number, today) is null, "0123456789", checkDigit: false)?.Text;

    /// <summary>A doubt that does not block: the category inside an older number differs from the chosen one.</summary>
    public static string? Warning(string number, string prjType) =>
        number.Length == 16 && number[12..14] is "01" or "02" or "99" && CodeTables.Find("prjType", prjType) is { } chosen && number[12..14] != prjType
            ? $"项目编号第 13–14 位是 {number[12..14]}（{CodeTables.NameOf("prjType", number[12..14])}），与所选项目分类“{chosen.Name}”不同，请核对"
            : null;

    /// <summary>The date inside the number; null where there is none.</summary>
    public static DateOnly? DateOf(string number) =>
        number.Length == 16 && DateOnly.TryParseExact("20" + number[6..12], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Finding(string text, DateOnly today)
    {
        if (text.Length != 16)
        {
            return $"应为 16 位数字，现在是 {text.Length} 位";
        }

        if (!TypedText.IsDigits(text))
        {
            return "应全部为数字";
        }

        if (!Regions.IsKnown(text[..6]))
        {
            return text.StartsWith("32", StringComparison.Ordinal)
                ? $"前 6 位 {text[..6]} 不是江苏省现有或已撤销的行政区划代码"
                : $"前 6 位 {text[..6]} 不在江苏省，本平台只受理项目所在地在江苏省的业绩";
        }

        return DateOf(text) switch
        {
            null => $"第 7–12 位 {text[6..12]} 不是有效的日期（年月日各两位）",
            var date when date > today => $"第 7–12 位 {text[6..12]} 晚于今天",
            _ => text[12..] == "0000" ? "末 4 位流水号不能是 0000" : null,
        };
    }
}
