using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>核对并提交</summary>
[Feature("Applications")]
[Authorize(Policy = Policies.Enterprise)]
[Route("applications/{id:guid}")]
public sealed class SubmissionController(
    FilingReader filings, FilingCheck check, AdvisorDesk advisor, DuplicateFinder duplicates, PersonnelNotes people, StepTaker steps, NavigationCounts counts, DeadlineCalculator deadlines, CurrentActor actor) : Controller
{
    /// <summary>While it may be written the last look before submitting, afterwards what was submitted.</summary>
    [HttpGet("check")]
    public async Task<IActionResult> Check(Guid id, CancellationToken cancellation) => View("Check", await PageAsync(id, cancellation));

    [HttpPost("submit")]
    public async Task<IActionResult> Submit(Guid id, int version, bool promise, CancellationToken cancellation)
    {
        if (!promise)
        {
            return View("Check", await PageAsync(id, cancellation) with { PromiseMissing = true });
        }

        await advisor.RefreshAsync(id, actor.Value, cancellation);
        var result = await steps.TakeAsync(new TakeStep(id, Act.Submit, version), actor.Value, cancellation);
        counts.Forget(actor.Value);
        switch (result)
        {
            case StepResult.Taken:
            // pressed twice: the first press did it
            case StepResult.Stale { Latest: { Act: Act.Submit } latest } when latest.OrganisationId == actor.Value.OrganisationId && !await MayWriteAsync(id, cancellation):
                return Redirect(ApplicationUrls.Submitted(id));
            case StepResult.Stale:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("Check", await PageAsync(id, cancellation) with { Changed = true });
            default:
                return View("Check", await PageAsync(id, cancellation));
        }
    }

    [HttpGet("submitted")]
    public async Task<IActionResult> Submitted(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        return details.Application.Stage.IsEnterprises() || details.Application.Stage.IsFinal()
            ? Redirect(ApplicationUrls.Of(id))
            : View("Submitted", StatusPage.Of(details, actor.Value, deadlines));
    }

    private async Task<bool> MayWriteAsync(Guid id, CancellationToken cancellation) =>
        (await filings.ReadAsync(id, actor.Value, cancellation)).Application.Stage.IsEnterprises();

    private async Task<CheckPage> PageAsync(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        var outlook = StatusPage.Of(details, actor.Value, deadlines).AfterSubmission;
        return !details.Application.Stage.IsEnterprises() ? new(details, [], outlook) : new(details, await check.BreachesAsync(details.State, actor.Value, cancellation), outlook)
        {
            Duplicates = await duplicates.FindAsync(id, actor.Value, cancellation),
            People = await people.FindAsync(id, actor.Value, cancellation),
        };
    }
}
