using System.Globalization;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The place in a list that a page's address names. What cannot be read means the first page.</summary>
public static class Cursor
{
    private const string Day = "yyyyMMdd";

    public static string Of(QueueKey key) => $"{key.DueOn.ToString(Day, CultureInfo.InvariantCulture)}-{key.Id:N}";

    public static string Of(PortKey key) => $"{key.ExpiresOn.ToString(Day, CultureInfo.InvariantCulture)}-{key.Id:N}";

    public static string Of(TimeKey key) => $"{key.At.Ticks:x}-{key.Id:N}";

    public static PageTurn<QueueKey> Queue(IQueryCollection query) =>
        new(DayOf(query["after"]) is var (a, b) ? new(a, b) : null, DayOf(query["before"]) is var (c, d) ? new(c, d) : null);

    public static PageTurn<PortKey> Ports(IQueryCollection query) =>
        new(DayOf(query["after"]) is var (a, b) ? new(a, b) : null, DayOf(query["before"]) is var (c, d) ? new(c, d) : null);

    public static PageTurn<TimeKey> Times(IQueryCollection query) => new(TimeOf(query["after"]), TimeOf(query["before"]));

    private static (DateOnly Day, Guid Id)? DayOf(string? text) =>
        text is { Length: 41 }
        && DateOnly.TryParseExact(text.AsSpan(0, 8), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && Guid.TryParseExact(text.AsSpan(9), "N", out var id)
            ? (day, id)
            : null;

    private static TimeKey? TimeOf(string? text) =>
        text?.Split('-') is [var at, var rest]
        && long.TryParse(at, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
        && ticks > 0 && ticks < DateTime.MaxValue.Ticks
        && Guid.TryParseExact(rest, "N", out var id)
            ? new(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
}
