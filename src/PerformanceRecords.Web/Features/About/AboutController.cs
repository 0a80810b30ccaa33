using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PerformanceRecords.Web.Features.About;

/// <summary>What the portal says about itself.</summary>
[AllowAnonymous]
public sealed class AboutController : Controller
{
    [HttpGet("/about/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("/about/privacy")]
    public IActionResult Privacy() => View();
}
