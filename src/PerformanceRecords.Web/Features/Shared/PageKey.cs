using System.Globalization;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Where a page of a list ended, as it stands in an address.</summary>
internal static class PageKey
{
    public static string Write(DateTime at, Guid id) => $"{at.Ticks:x}-{id:N}";

    /// <summary>Null for anything that was not written here; the list then begins at its beginning.</summary>
    public static (DateTime At, Guid Id)? Read(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var time)
        && time >= 0 && time <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTime(time, DateTimeKind.Utc), guid)
            : null;
}
