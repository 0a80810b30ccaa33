using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>时间都花在哪里: the working days an application lay with one level without a break.</summary>
public sealed record TimeSpent(Level Level, int Workdays, bool Now)
{
    /// <param name="events">Oldest first.</param>
    public static IReadOnlyList<TimeSpent> Of(Application application, IReadOnlyList<ApplicationEvent> events, DateOnly today)
    {
        var route = Routes.Of(application.RouteCode);
        var spans = new List<TimeSpent>();
        for (var i = 0; i < events.Count; i++)
        {
            if (route.HolderAt(events[i].To) is not { } level)
            {
                continue;
            }

            var last = i == events.Count - 1;
            var until = last ? today : ChinaClock.DateInChina(events[i + 1].At);
            var days = WorkingCalendar.WorkdaysBetween(ChinaClock.DateInChina(events[i].At), until);
            if (spans is [.., var before] && before.Level == level)
            {
                spans[^1] = new(level, before.Workdays + days, last);
            }
            else
            {
                spans.Add(new(level, days, last));
            }
        }

        return spans;
    }
}
