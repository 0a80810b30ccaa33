using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Web.Features.People;

/// <summary>按证件号查人员. The number travels in the form only: never in an address, never in a log, and masked in the answer.</summary>
[Authorize(Policies.PersonSearcher)]
[Route(PeoplePage.Path)]
public sealed class PeopleController(PersonSearch search, CurrentActor actor) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new PeoplePage(actor.Value));

    [HttpPost("")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Index([FromForm] string? number, CancellationToken cancellation) => View(
        PersonSearch.Problem(number) is { } problem
            ? new PeoplePage(actor.Value) { Typed = number, Breaches = [new("person-number", PeoplePage.Field, problem)] }
            : new PeoplePage(actor.Value) { Found = await search.FindAsync(number!, actor.Value, cancellation) });
}
