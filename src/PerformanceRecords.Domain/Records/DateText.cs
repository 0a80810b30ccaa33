using System.Globalization;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Reads a date however people write it: 2021-03-01, 2021/3/1, 2021.3.1, 2021年3月1日, 20210301.</summary>
internal static partial class DateText
{
    private const int LongestTyped = 40;

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static FieldReading Read(FieldDefinition field, string text, DateOnly today)
    {
        var typed = TypedText.HalfWidth(text).Trim();
        var match = typed.Length <= LongestTyped ? Form().Match(typed) : Match.Empty;
        if (!match.Success)
        {
            return Wrong(text, "date", $"{field.Label}要填日期，例如 2021-03-01");
        }

        var (year, month, day) = (Part(match, "y"), Part(match, "m"), Part(match, "d"));
        if (year is < 1949 or > 2100)
        {
            return Wrong(text, "date", $"{field.Label}的年份 {year} 不对，请核对");
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Wrong(text, "date", $"{field.Label}不对：没有 {year} 年 {month} 月 {day} 日这一天，请核对");
        }

        var date = new DateOnly(year, month, day);
        return date > today && !field.MayBeFuture
            ? Wrong(Of(date), "future", $"{field.Label}不能晚于今天 {Of(today)}")
            : new(Of(date), date);
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static FieldReading Wrong(string text, string code, string message) => new(text, null, code, message);

    // spreadsheets add a midnight to a date
    [GeneratedRegex(@"^((?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*日?|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))([T\s]+0{1,2}:00(:00(\.0+)?)?Z?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
