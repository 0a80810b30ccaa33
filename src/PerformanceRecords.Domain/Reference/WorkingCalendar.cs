using System.Collections.Frozen;
using System.Globalization;

namespace PerformanceRecords.Domain.Reference;

/// <summary>
/// 工作日历: working days with the State Council's holidays and make-up days. A day it announces overrides Monday to Friday;
/// a year not yet announced falls back to Monday to Friday, and <see cref="IsAnnounced"/> says so.
/// </summary>
public static class WorkingCalendar
{
    private static readonly Lazy<Announcement> Announced = new(Announcement.Load);

    public static bool IsAnnounced(int year) => Announced.Value.Years.Contains(year);

    public static bool IsWorkday(DateOnly date) =>
        Announced.Value.Days.TryGetValue(date, out var workday) ? workday : IsWeekday(date);

    /// <summary>The n-th working day after a date (before it where n is negative); the date itself for zero.</summary>
    public static DateOnly AddWorkdays(DateOnly date, int workdays)
    {
        var direction = Math.Sign(workdays);
        for (var left = Math.Abs(workdays); left > 0;)
        {
            date = date.AddDays(direction);
            left -= IsWorkday(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative where it lies before.</summary>
    public static int WorkdaysBetween(DateOnly from, DateOnly to) => CountUpTo(to) - CountUpTo(from);

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    // asked for every row of a queue: weekdays by arithmetic (day 0 was a Monday), then what the announced days add or take away
    private static int CountUpTo(DateOnly date)
    {
        var days = date.DayNumber + 1;
        return (days / 7 * 5) + Math.Min(days % 7, 5) + Announced.Value.ShiftUpTo(date);
    }

    private sealed class Announcement
    {
        private readonly DateOnly[] dates;
        private readonly int[] shifts;

        private Announcement(FrozenSet<int> years, FrozenDictionary<DateOnly, bool> days)
        {
            (Years, Days) = (years, days);
            var overriding = days.Where(d => d.Value != IsWeekday(d.Key)).OrderBy(d => d.Key).ToList();
            dates = [.. overriding.Select(d => d.Key)];
            shifts = new int[dates.Length + 1];
            for (var i = 0; i < overriding.Count; i++)
            {
                shifts[i + 1] = shifts[i] + (overriding[i].Value ? 1 : -1);
            }
        }

        public FrozenSet<int> Years { get; }

        public FrozenDictionary<DateOnly, bool> Days { get; }

        public static Announcement Load()
        {
            using var file = ReferenceFile.Open("holidays.json");
            return new(
                file.RootElement.GetProperty("announced").EnumerateArray().Select(y => y.GetInt32()).ToFrozenSet(),
                file.RootElement.GetProperty("days").EnumerateArray().ToFrozenDictionary(
                    d => DateOnly.ParseExact(d.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    d => d.GetProperty("workday").GetBoolean()));
        }

        public int ShiftUpTo(DateOnly date)
        {
            var at = Array.BinarySearch(dates, date);
            return shifts[at >= 0 ? at + 1 : ~at];
        }
    }
}
