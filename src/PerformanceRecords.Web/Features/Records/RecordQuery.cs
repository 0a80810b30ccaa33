using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>What stands in the address of the list; what is not a known value narrows nothing.</summary>
public sealed class RecordQuery
{
    private const int LongestText = 100;

    public string? View { get; set; }

    public string? Q { get; set; }

    public string? City { get; set; }

    public string? Sector { get; set; }

    public string? Grade { get; set; }

    public RecordFilter Filter => field ??= new(
        Named<RecordView>(View) ?? RecordView.All,
        Q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : null,
        Regions.Find(City ?? "") is { Kind: RegionKind.City } city ? city.Code : null,
        Named<Sector>(Sector),
        Named<DataGrade>(Grade));

    /// <summary>The address with another view or another page.</summary>
    public string Address(RecordView view, (string Name, string? Value) turn = default) => Filtered.Url(
        "/records",
        ("view", view == RecordView.All ? null : view.ToString().ToLowerInvariant()),
        ("q", Filter.Text),
        ("city", Filter.CityCode),
        ("sector", Filter.Sector?.ToString()),
        ("grade", Filter.Grade?.ToString()),
        turn);

    // names only: a number would be taken for any value
    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
