using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-01-04")]
    [InlineData("2026-02-14")]
    [InlineData("2026-02-28")]
    [InlineData("2026-05-09")]
    [InlineData("2026-09-20")]
    [InlineData("2026-10-10")]
    [InlineData("2025-01-26")]
    [InlineData("2025-02-08")]
    [InlineData("2025-04-27")]
    [InlineData("2025-09-28")]
    [InlineData("2025-10-11")]
    public void AMakeUpDayIsAWorkday_ThoughItIsAWeekend(string date) => Assert.True(WorkingCalendar.IsWorkday(Day(date)));

    [Theory]
    [InlineData("2026-01-01", "2026-01-03")]
    [InlineData("2026-02-15", "2026-02-23")]
    [InlineData("2026-04-04", "2026-04-06")]
    [InlineData("2026-05-01", "2026-05-05")]
    [InlineData("2026-06-19", "2026-06-21")]
    [InlineData("2026-09-25", "2026-09-27")]
    [InlineData("2026-10-01", "2026-10-07")]
    public void NobodyWorksOnTheHolidaysOf2026(string first, string last)
    {
        for (var day = Day(first); day <= Day(last); day = day.AddDays(1))
        {
            Assert.False(WorkingCalendar.IsWorkday(day), $"{day}");
        }
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // Friday to the make-up Saturday
    [InlineData("2026-02-13", 2, "2026-02-24")] // over Spring Festival
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-13", 6, "2026-02-28")]
    [InlineData("2026-02-24", -2, "2026-02-13")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-12-31", 1, "2027-01-01")] // not announced yet: Monday to Friday
    public void WorkdaysAreAdded(string from, int workdays, string to)
    {
        Assert.Equal(Day(to), WorkingCalendar.AddWorkdays(Day(from), workdays));
        Assert.Equal(workdays, WorkingCalendar.WorkdaysBetween(Day(from), Day(to)));
    }

    [Fact]
    public void CountingBetweenTwoDaysIsCountingEachDay()
    {
        var from = Day("2024-12-15");
        var counted = 0;
        for (var day = from; day <= Day("2027-02-01"); day = day.AddDays(1))
        {
            counted += day > from && WorkingCalendar.IsWorkday(day) ? 1 : 0;
            Assert.Equal(counted, WorkingCalendar.WorkdaysBetween(from, day));
            Assert.Equal(-counted, WorkingCalendar.WorkdaysBetween(day, from));
        }
    }

    [Fact]
    public void AYearWithoutANoticeSaysSo()
    {
        Assert.True(WorkingCalendar.IsAnnounced(2025));
        Assert.True(WorkingCalendar.IsAnnounced(2026));
        Assert.False(WorkingCalendar.IsAnnounced(2027));
        Assert.True(WorkingCalendar.IsWorkday(Day("2027-10-01")));
    }

    [Fact]
    public void InChinaTheDayBeginsEightHoursEarlier()
    {
        var utc = new DateTime(2026, 11, 20, 16, 0, 0, DateTimeKind.Utc);
        Assert.Equal(Day("2026-11-21"), ChinaClock.DateInChina(utc));
        Assert.Equal(new DateTime(2026, 11, 21), ChinaClock.ToChina(utc));
        Assert.Equal(utc, ChinaClock.StartOfDay(Day("2026-11-21")));
        Assert.Equal(Day("2026-11-20"), ChinaClock.DateInChina(utc.AddSeconds(-1)));
        Assert.Equal(Day("2026-11-21"), new StoppedClock(utc).TodayInChina());
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc);
    }
}
