using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>待办审核: the queue, the case, the decision.</summary>
[Authorize(Policies.ReviewReader)]
public sealed class ReviewsController(
    ReviewQueue queue, CaseRegister register, CasePages cases, NavigationCounts counts, TimeProvider clock) : Controller
{
    private Actor Me => HttpContext.Actor()!;

    [HttpGet("/reviews")]
    public async Task<IActionResult> Index()
    {
        var cancellation = HttpContext.RequestAborted;
        var (today, query) = (clock.TodayInChina(), Request.Query);
        var request = QueueRequest.From(query, QueuePage.HomeOf(Me.Level));
        if (Me.Level == Level.Auditor)
        {
            request = request with { View = QueueView.All, Due = null };
        }

        IHtmlContent? table = null;
        Pager? pager = null;
        switch (request.View)
        {
            case QueueView.Mine or QueueView.Overdue:
                var mine = await queue.PageAsync(Me, request.Filter(today), Cursor.Queue(query), cancellation);
                (table, pager) = (mine.Rows.Count > 0 ? new QueueTable(mine.Rows, today) : null, Filtered.Pager(mine, "件", Cursor.Of, request.Url));
                break;
            case QueueView.Done:
                var done = await register.DoneAsync(Me, Cursor.Times(query), cancellation);
                (table, pager) = (done.Rows.Count > 0 ? new ActTable(done.Rows) : null, Filtered.Pager(done, "条", Cursor.Of, request.Url));
                break;
            default:
                var others = request.View == QueueView.All
                    ? await register.AllAsync(Me, request.Filter(today), Cursor.Times(query), cancellation)
                    : await register.WithOthersAsync(Me, request.Filter(today), Cursor.Times(query), cancellation);
                (table, pager) = (others.Rows.Count > 0 ? new RegisterTable(others.Rows, today) : null, Filtered.Pager(others, "件", Cursor.Of, request.Url));
                break;
        }

        IReadOnlyList<int> hidden = table is null && request is { IsFiltered: true, View: QueueView.Mine or QueueView.Overdue }
            ? await queue.HiddenByAsync(Me, [.. request.Conditions().Select(c => c.Without.Filter(today))], cancellation)
            : [];
        return View(new QueuePage(request, Me, today, table, pager, hidden));
    }

    [HttpGet("/reviews/{id:guid}")]
    public async Task<IActionResult> Case()
    {
        // read by hand: having the two bound is two hundredths of the whole page
        var id = Guid.Parse(HttpContext.GetRouteValue("id")!.ToString()!);
        Guid? file = Guid.TryParse(Request.Query["file"], out var asked) ? asked : null;

        // a script asks for another file to be shown, nothing else
        return Request.IsFromScript()
            ? PartialView("_Viewer", await cases.GlanceAsync(id, file, Me, HttpContext.RequestAborted))
            : View(await cases.OpenAsync(id, file, Me, HttpContext.RequestAborted));
    }

    /// <summary>疑似重复和人员提示</summary>
    [HttpGet("/reviews/{id:guid}/similar")]
    public async Task<IActionResult> Similar(Guid id, [FromServices] DuplicateFinder duplicates, [FromServices] PersonnelNotes people)
    {
        var cancellation = HttpContext.RequestAborted;
        var page = await cases.GlanceAsync(id, null, Me, cancellation);
        var similar = new SimilarPage(
            id, page.Application.ProjectName, await duplicates.FindAsync(id, Me, cancellation),
            page.File.Submission.Sections.ContainsKey(Sections.Personnel) ? await people.FindAsync(id, Me, cancellation) : []);
        return Request.IsFromScript() ? PartialView("_Similar", similar) : View(similar);
    }

    [HttpGet("/reviews/{id:guid}/next")]
    public Task<IActionResult> Next(Guid id) => NeighbourAsync(id, forwards: true);

    [HttpGet("/reviews/{id:guid}/previous")]
    public Task<IActionResult> Previous(Guid id) => NeighbourAsync(id, forwards: false);

    [Authorize(Policies.Reviewer)]
    [HttpPost("/reviews/{id:guid}/{word}")]
    public async Task<IActionResult> Decide(Guid id, string word, DecisionForm form, [FromServices] StepTaker steps)
    {
        if (ReviewUrls.ActOf(word) is not { } act)
        {
            return NotFound();
        }

        var result = await steps.TakeAsync(new TakeStep(id, act, form.Version, form.Opinion), Me, HttpContext.RequestAborted);
        return await AnswerAsync(id, act, result, form.Opinion, null);
    }

    /// <summary>登记住建部书面答复</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/reviews/{id:guid}/reply/{word}")]
    public async Task<IActionResult> Reply(Guid id, string word, ReplyForm form, [FromServices] ReplyDesk replies)
    {
        if (ReviewUrls.ActOf(word) is not { } act)
        {
            return NotFound();
        }

        await using var content = form.Scan is { Length: > 0 } chosen ? chosen.OpenReadStream() : Stream.Null;
        var scan = form.Scan is { Length: > 0 } file ? new ReplyScan(file.FileName, content) : null;
        var reply = new PaperReply(form.Version, form.Opinion, form.DocumentNumber, form.EvidenceId, scan);
        var result = await replies.RecordAsync(id, act, reply, Me, HttpContext.RequestAborted);
        return await AnswerAsync(id, act, result, form.Opinion, form.DocumentNumber);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Act act, StepResult result, string? opinion, string? documentNumber)
    {
        switch (result)
        {
            case StepResult.Refused refused:
                var page = await cases.OpenAsync(id, null, Me, HttpContext.RequestAborted);
                return View("Case", page with { Opinion = opinion, DocumentNumber = documentNumber, Breaches = refused.Breaches });
            case StepResult.Stale stale:
                Response.StatusCode = StatusCodes.Status409Conflict;
                var now = await cases.GlanceAsync(id, null, Me, HttpContext.RequestAborted);
                return View("Stale", new StalePage(now.File, act, opinion, stale.Latest, clock.GetUtcNow().UtcDateTime));
            case StepResult.Taken taken:
                counts.Forget(Me);
                return await OnwardsAsync(id, taken.Event);
            default:
                throw new InvalidOperationException($"Nothing is known of {result}.");
        }
    }

    // what was done is said on the next case, or over the empty queue
    private async Task<IActionResult> OnwardsAsync(Guid id, ApplicationEvent taken)
    {
        var page = await cases.GlanceAsync(id, null, Me, HttpContext.RequestAborted);
        var next = await queue.NeighbourAsync(Me, PageTurn<QueueKey>.First, HttpContext.RequestAborted);
        this.SayDone(DecisionWords.Of(page, taken) + (next is null ? "" : "下面是下一件。"));
        return LocalRedirect(next is { } following ? ReviewUrls.Of(following) : QueueRequest.Path);
    }

    private async Task<IActionResult> NeighbourAsync(Guid id, bool forwards)
    {
        var application = (await cases.GlanceAsync(id, null, Me, HttpContext.RequestAborted)).Application;
        var here = new QueueKey(application.DueOn ?? DateOnly.MinValue, id);
        var turn = forwards ? new PageTurn<QueueKey>(here, null) : new PageTurn<QueueKey>(null, here);
        if (await queue.NeighbourAsync(Me, turn, HttpContext.RequestAborted) is { } found)
        {
            return LocalRedirect(ReviewUrls.Of(found));
        }

        this.Say(forwards ? "这是待办里的最后一件。" : "这是待办里的第一件。");
        return LocalRedirect(ReviewUrls.Of(id));
    }
}
