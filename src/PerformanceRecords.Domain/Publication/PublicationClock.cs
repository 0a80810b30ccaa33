using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Publication;

/// <summary>How the seven days stand.</summary>
public enum PublicationUrgency
{
    InTime,

    /// <summary>From the fifth day on: somebody should look.</summary>
    Close,

    /// <summary>The seven days are over.</summary>
    Overdue,
}

/// <summary>七日时限: from the last approval the enterprise must be able to see its data outside within seven days. The age counts, not how often it was tried.</summary>
public static class PublicationClock
{
    public static readonly TimeSpan Limit = TimeSpan.FromDays(7);

    public static readonly TimeSpan Warning = TimeSpan.FromDays(5);

    public static DateTime DueAt(DateTime approvedAt) => approvedAt + Limit;

    /// <summary>The last day, as people here count days.</summary>
    public static DateOnly LastDay(DateTime approvedAt) => ChinaClock.DateInChina(DueAt(approvedAt));

    public static PublicationUrgency Urgency(DateTime approvedAt, DateTime now) => (now - approvedAt) switch
    {
        var age when age >= Limit => PublicationUrgency.Overdue,
        var age when age >= Warning => PublicationUrgency.Close,
        _ => PublicationUrgency.InTime,
    };

    /// <summary>第几天: the day of approval is the first.</summary>
    public static int Day(DateTime approvedAt, DateTime now) => (int)(now - approvedAt).TotalDays + 1;
}
