using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>The first page after signing in: what to do next.</summary>
public sealed class HomeController(HomePages pages, Finder finder, NavigationCounts counts, CurrentActor actor) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index() => actor.Value.Level switch
    {
        Level.Enterprise => View("Enterprise", await pages.ForEnterpriseAsync(actor.Value)),
        Level.City or Level.County or Level.Province or Level.Ministry =>
            View("Reviewer", await pages.ForReviewerAsync(actor.Value, await counts.ForAsync(actor.Value))),
        _ => View("Office", actor.Value),
    };

    /// <summary>The search box of the top bar. One hit is opened at once.</summary>
    [HttpGet("/find")]
    public async Task<IActionResult> Find(string? q)
    {
        var text = q?.Trim() ?? "";
        var found = await finder.FindAsync(actor.Value, text);
        return found.Hits is [var only] ? LocalRedirect(only.Url) : View(found with { MayFindPeople = actor.Value.Level != Level.Administrator });
    }
}
