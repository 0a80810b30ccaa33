namespace PerformanceRecords.Domain.Reference;

/// <summary>北京时间: what is kept is UTC; what people read, and what "today" means for a deadline, is UTC+8 all year round.</summary>
public static class ChinaClock
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly TodayInChina(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime + Offset);

    public static DateTime ToChina(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateOnly DateInChina(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The UTC moment at which a day begins in China, for "from this day on".</summary>
    public static DateTime StartOfDay(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);
}
