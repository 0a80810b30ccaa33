using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>推送记录: the pushes of one project, or of one hour of the chart, delivered ones too.</summary>
[Authorize(Policies.PushReader)]
[Feature("Push")]
public sealed class PushHistoryController(PushHistory history) : Controller
{
    [HttpGet(HistoryQuery.Path)]
    public async Task<IActionResult> History(HistoryQuery query, CancellationToken cancellation) => View(new HistoryPage(query, query switch
    {
        { Hour: { } hour } => await history.OfHourAsync(hour.ToUniversalTime(), query.Act, query.After, cancellation),
        { Record: { } record } => await history.OfRecordAsync(record, query.After, cancellation),
        { Text.Length: > 1 } => await history.FindAsync(query.Text, query.After, cancellation),
        _ => [],
    }));
}

/// <summary>What stands in the address of the list.</summary>
public sealed class HistoryQuery
{
    public const string Path = "/push/history";
    private const int LongestText = 100;

    public string? Q { get; init; }

    public Guid? Record { get; init; }

    public DateTime? Hour { get; init; }

    /// <summary>shown, or else accepted.</summary>
    public string? Did { get; init; }

    public DateTime? AfterTime { get; init; }

    public Guid? AfterId { get; init; }

    public string Text => Q?.Trim() is { } text ? text[..Math.Min(text.Length, LongestText)] : "";

    public PushAct Act => Did == "shown" ? PushAct.See : PushAct.Send;

    public PushKey? After => AfterTime is { } time && AfterId is { } id ? new(time.ToUniversalTime(), id) : null;

    public bool Asks => Hour is not null || Record is not null || Text.Length > 1;

    public static string OfRecord(Guid record) => $"{Path}?record={record}";

    public static string OfHour(DateTime from, PushAct act) =>
        Filtered.Url(Path, ("hour", from.ToString("O", CultureInfo.InvariantCulture)), ("did", act == PushAct.See ? "shown" : "accepted"));

    /// <summary>The address of the same list, from the beginning or after a row.</summary>
    public string Url(PushHistoryRow? after = null) => Filtered.Url(
        Path,
        ("q", Text),
        ("record", Record?.ToString()),
        ("hour", Hour?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        ("did", Hour is null ? null : Did),
        ("afterTime", after?.At.ToString("O", CultureInfo.InvariantCulture)),
        ("afterId", after?.Key.ToString()));
}

/// <summary>推送记录: what the list shows.</summary>
public sealed record HistoryPage(HistoryQuery Query, IReadOnlyList<PushHistoryRow> Found)
{
    public IEnumerable<PushHistoryRow> Rows => Found.Take(PushHistory.PageSize);

    public PushHistoryRow? Last => Found.Count > PushHistory.PageSize ? Found[PushHistory.PageSize - 1] : null;

    public string Lead => Query switch
    {
        { Hour: { } hour } => $"{DateText.Minute(hour.ToUniversalTime())} 起一小时内平台{(Query.Act == PushAct.See ? "已显示" : "已接收")}的，先后为序。",
        { Record: not null } => $"{(Found.Count > 0 ? Found[0].ProjectName : "这个项目")}的全部推送，最近通过的在前。",
        { Asks: true } => $"与“{Query.Text}”相符的项目的全部推送，最近通过的在前。",
        _ => "查一个项目推到哪一步，已经显示的也在内。",
    };
}
