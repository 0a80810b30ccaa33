using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>A clock that tells the story's time, so that what is seeded has a past.</summary>
internal sealed class SeedingClock(DateTime now) : TimeProvider
{
    private DateTime? at;

    private DateTime At => at ?? now;

    public override DateTimeOffset GetUtcNow() => new(At, TimeSpan.Zero);

    /// <summary>To a morning so many days ago; never a weekend, when offices are closed.</summary>
    public void StartOfStory(int daysAgo)
    {
        at = now.Date.AddDays(-daysAgo).AddHours(1).AddMinutes(17 * daysAgo % 50);
        SkipHolidays();
        // a story of a weekend that would go on only after the real present began the working day before
        while (At > now || !WorkingCalendar.IsWorkday(ChinaClock.DateInChina(At)))
        {
            at = At.AddDays(-1);
        }
    }

    /// <summary>Back to the real present.</summary>
    public void Stop() => at = null;

    /// <summary>On by working days and a few hours, but not past the real present.</summary>
    public void On(int workdays, int minutes)
    {
        for (var i = 0; i < workdays; i++)
        {
            at = At.AddDays(1);
            SkipHolidays();
        }

        at = At.AddMinutes(minutes);
        at = At < now ? At : now;
    }

    private void SkipHolidays()
    {
        while (!WorkingCalendar.IsWorkday(ChinaClock.DateInChina(At)))
        {
            at = At.AddDays(1);
        }
    }
}
