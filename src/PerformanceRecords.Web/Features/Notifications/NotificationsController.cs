using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Notifications;

/// <summary>消息: what one should know, read one by one or all at once.</summary>
public sealed class NotificationsController(NotificationList list, NavigationCounts counts, CurrentActor actor) : Controller
{
    private const string Path = "/notifications";

    [HttpGet(Path)]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var page = await list.PageAsync(actor.Value.UserId, Cursor.Times(Request.Query), cancellation);
        var pager = Filtered.Pager(page, "条", Cursor.Of, (turn, cursor) => Filtered.Url(Path, (turn, cursor)));
        return View(new NotificationsPage(page.Rows, pager, (await counts.ForAsync(actor.Value)).GetValueOrDefault(NavigationCounts.Unread)));
    }

    [HttpPost(Path + "/{id:guid}/open")]
    public async Task<IActionResult> Open(Guid id, CancellationToken cancellation)
    {
        var url = await list.OpenAsync(actor.Value.UserId, id, cancellation);
        counts.Forget(actor.Value);
        return LocalRedirect(url);
    }

    [HttpPost(Path + "/read")]
    public async Task<IActionResult> ReadAll(CancellationToken cancellation)
    {
        var read = await list.ReadAllAsync(actor.Value.UserId, cancellation);
        counts.Forget(actor.Value);
        this.Say(read > 0 ? $"{read} 条消息已标为已读。" : "没有未读的消息。");
        return LocalRedirect(Path);
    }
}
