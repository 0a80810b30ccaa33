using System.Globalization;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Audit;

/// <summary>What the audit log shows.</summary>
public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, Pager Pager, bool MayFollow)
{
    public const string Path = "/audit";

    public bool IsFiltered => Filter != new AuditFilter();

    public static AuditFilter FilterOf(IQueryCollection query) => new(
        Day(query["from"]),
        Day(query["to"]),
        Filtered.Word(query, "person"),
        AuditWords.Kinds.Any(k => k.Prefix == query["action"]) ? query["action"].ToString() : null);

    public static string Url(AuditFilter filter, string turn, string cursor) => Filtered.Url(
        Path, ("from", Text(filter.From)), ("to", Text(filter.To)), ("person", filter.Person), ("action", filter.Action), (turn, cursor));

    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2200 ? day : null;
}
