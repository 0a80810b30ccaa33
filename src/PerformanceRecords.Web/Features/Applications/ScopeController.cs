using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>办理范围: what the platforms hold of the project, and which sections, which grade, which kind of works a filing is about.</summary>
[Feature("Applications")]
[Authorize(Policy = Policies.Enterprise)]
[Route("applications/{id:guid}/scope")]
public sealed class ScopeController(FilingReader filings, FilingDesk desk, AdvisorDesk advisor, CurrentActor actor) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        return details.Writable ? View("Scope", Page(details)) : this.NotNow(details);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, [FromForm] StartForm form, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        if (!details.Writable)
        {
            return this.NotNow(details);
        }

        var breaches = await desk.AskAsync(id, form.Sections, form.DataGrade, form.Stated, form.Destinations, actor.Value, cancellation);
        details = await filings.ReadAsync(id, actor.Value, cancellation);
        if (breaches.Count == 0)
        {
            return Redirect(FilingTasks.Of(details).After(ApplicationUrls.Scope(id)).Url);
        }

        var page = Page(details);
        return View("Scope", page with
        {
            Choices = page.Choices with { Asked = form.Sections, Grade = form.DataGrade, Sector = form.Stated, To = form.Destinations ?? page.Choices.To, Breaches = breaches },
        });
    }

    /// <summary>Asks the national platform what it shows by now.</summary>
    [HttpPost("refresh")]
    public async Task<IActionResult> Refresh(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        if (!details.Writable)
        {
            return this.NotNow(details);
        }

        await advisor.RefreshAsync(id, actor.Value, cancellation);
        return Redirect(ApplicationUrls.Scope(id));
    }

    private static ScopePage Page(FilingDetails details) => new(details, Holdings.Of(details.State), new ScopeChoices(details.State.Type)
    {
        Asked = details.Application.Asked,
        Grade = details.Application.AskedGrade,
        Sector = details.Application.StatedSector,
        To = Routes.Of(details.Application.RouteCode).Destinations,
        Settled = details.Application.SubmittedAt is not null,
        Works = details.State.Record?.Sector ?? details.Application.Sector,
    });
}

/// <summary>What the page of the scope shows.</summary>
public sealed record ScopePage(FilingDetails Details, Holdings Holdings, ScopeChoices Choices)
{
    public FilingTasks Tasks { get; } = FilingTasks.Of(Details);
}
