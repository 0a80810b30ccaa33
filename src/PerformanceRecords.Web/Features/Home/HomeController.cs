using Microsoft.AspNetCore.Mvc;

namespace PerformanceRecords.Web.Features.Home;

public sealed class HomeController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();
}
