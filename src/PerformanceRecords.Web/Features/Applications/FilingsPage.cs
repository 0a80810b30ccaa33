using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>我的申报, one view and one page of it.</summary>
public sealed record FilingsPage(FilingView View, string? Text, Page<FilingRow, TimeKey> Rows, DateOnly Today)
{
    public static readonly (FilingView View, string Words, string Url)[] Views =
    [
        (FilingView.Open, "在办", "/applications"),
        (FilingView.Mine, "待我处理", "/applications/todo"),
        (FilingView.Drafts, "草稿", "/applications/drafts"),
        (FilingView.Closed, "已办结", "/applications/closed"),
    ];

    public string Url => Array.Find(Views, v => v.View == View).Url;

    public Pager Pager => Filtered.Pager(Rows, "件", Cursor.Of, (turn, at) => Filtered.Url(Url, ("q", Text), (turn, at)));

    public static FilingView ViewOf(string? name) => name switch
    {
        "todo" => FilingView.Mine,
        "drafts" => FilingView.Drafts,
        "closed" => FilingView.Closed,
        _ => FilingView.Open,
    };

    public Tag State(FilingRow row) => row switch
    {
        { Stage: Stage.Draft } => Tag.Quiet("草稿"),
        { Stage: Stage.Amendment } => Tag.Back("退回补正"),
        { Stage: Stage.FillIn } => Tag.Attention("端口已开通，待填报", Icon.Key),
        { Stage: Stage.Completed, ShownAt: not null } => Tag.Done($"{Routes.Of(row.RouteCode).DestinationsInWords}已显示"),
        { Stage: Stage.Completed } => Tag.Waiting($"审核完成，待{Routes.Of(row.RouteCode).DestinationsInWords}显示"),
        { Stage: Stage.Rejected } => Tag.Bad("不予通过"),
        { Stage: Stage.Abandoned } => Tag.Quiet("已放弃"),
        _ => Tag.Waiting(row.Stage.Chinese()),
    };

    /// <summary>What the enterprise would do with it, in one verb.</summary>
    public static (string Verb, string Url) Act(FilingRow row) => row.Stage switch
    {
        Stage.Draft => ("接着填", ApplicationUrls.Check(row.Id)),
        Stage.Amendment => ("补正", ApplicationUrls.Of(row.Id)),
        Stage.FillIn => ("填报", ApplicationUrls.Of(row.Id)),
        _ => ("看进度", ApplicationUrls.Of(row.Id)),
    };
}
