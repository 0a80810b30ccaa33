using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>我的申报: an enterprise's filings, and the progress of each.</summary>
[Authorize(Policy = Policies.Enterprise)]
[Route("applications")]
public sealed class ApplicationsController(
    FilingList list, FilingReader filings, StepTaker steps, NavigationCounts counts, DeadlineCalculator deadlines, CurrentActor actor) : Controller
{
    /// <param name="view">Its own address per view; none for those under way.</param>
    /// <param name="q">Part of a name or number.</param>
    [HttpGet("{view:regex(^(todo|drafts|closed)$)?}")]
    public async Task<IActionResult> Index(string? view, string? q, CancellationToken cancellation)
    {
        var shown = FilingsPage.ViewOf(view);
        return View(new FilingsPage(shown, q, await list.PageAsync(actor.Value, shown, q, Cursor.Times(Request.Query), cancellation), deadlines.Today));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Status(Guid id, CancellationToken cancellation) => View("Status", await PageAsync(id, cancellation));

    [HttpPost("{id:guid}/withdraw")]
    public Task<IActionResult> Withdraw(Guid id, int version, CancellationToken cancellation) =>
        TakeAsync(new(id, Act.Withdraw, version), "已撤回，现在可以修改；改好后请重新提交。", cancellation);

    [HttpPost("{id:guid}/abandon")]
    public Task<IActionResult> Abandon(Guid id, int version, string? opinion, CancellationToken cancellation) =>
        TakeAsync(new(id, Act.Abandon, version, opinion), "已放弃申报。内容和办理经过仍可查看。", cancellation);

    private async Task<IActionResult> TakeAsync(TakeStep step, string done, CancellationToken cancellation)
    {
        switch (await steps.TakeAsync(step, actor.Value, cancellation))
        {
            case StepResult.Taken:
                counts.Forget(actor.Value);
                this.SayDone(done);
                break;
            case StepResult.Refused refused:
                return View("Status", await PageAsync(step.ApplicationId, cancellation) with { Breaches = refused.Breaches, Reason = step.Opinion });
            case StepResult.Stale { Latest: { } latest } when latest.Act != step.Act:
                this.SayWarning($"您打开页面之后，{latest.OrganisationName}已“{latest.Act.Chinese()}”，您刚才的操作没有生效。下面是最新的情况。");
                break;
            case StepResult.Stale { Latest: null }:
                this.SayWarning("您打开页面之后，内容又改过，您刚才的操作没有生效。下面是最新的情况。");
                break;
        }

        return Redirect(ApplicationUrls.Of(step.ApplicationId));
    }

    private async Task<StatusPage> PageAsync(Guid id, CancellationToken cancellation) =>
        StatusPage.Of(await filings.ReadAsync(id, actor.Value, cancellation), actor.Value, deadlines);
}
