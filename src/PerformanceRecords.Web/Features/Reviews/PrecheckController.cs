using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>预检: what the platforms would say to a case, fetched after its page so that the page does not wait for it.</summary>
[Authorize(Policies.ReviewReader)]
public sealed class PrecheckController(Precheck precheck, CurrentActor actor) : Controller
{
    [HttpGet("/reviews/{id:guid}/precheck")]
    public async Task<IActionResult> Index(Guid id, CancellationToken cancellation)
    {
        var result = await precheck.LookAsync(id, actor.Value, cancellation);
        return Request.IsFromScript() ? PartialView("/Features/Reviews/_Precheck.cshtml", result) : View("/Features/Reviews/Precheck.cshtml", new PrecheckPage(id, result));
    }
}

/// <summary>The result on a page of its own, for whoever has no scripts.</summary>
public sealed record PrecheckPage(Guid Id, PrecheckResult Result);
