using System.Globalization;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Dates and times as people read them, in China time.</summary>
public static class DateText
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>2026-11-20, for tables.</summary>
    public static string Day(DateTime utc) => Day(ChinaClock.DateInChina(utc));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11-20（周五）, under a deadline.</summary>
    public static string ShortDay(DateOnly day) =>
        $"{day.ToString("MM-dd", CultureInfo.InvariantCulture)}（周{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>11月20日（周五）, in sentences; with the year where it is not this one.</summary>
    public static string InSentence(DateOnly day, DateOnly today) =>
        $"{(day.Year == today.Year ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日（周{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>2026年11月20日 星期五, under a title.</summary>
    public static string Long(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日 星期{Weekdays[(int)day.DayOfWeek]}";

    /// <summary>2026-11-20 10:24</summary>
    public static string Minute(DateTime utc) => ChinaClock.ToChina(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20 10:24:12</summary>
    public static string Second(DateTime utc) => ChinaClock.ToChina(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>10:24:12</summary>
    public static string Time(DateTime utc) => ChinaClock.ToChina(utc).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>上午好, 下午好, 晚上好.</summary>
    public static string Greeting(DateTime utc) => ChinaClock.ToChina(utc).Hour switch
    {
        >= 5 and < 12 => "上午好",
        >= 12 and < 18 => "下午好",
        _ => "晚上好",
    };
}
