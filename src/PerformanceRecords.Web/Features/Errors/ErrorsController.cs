using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Hosting;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Errors;

/// <summary>Stands in for a page that could not be shown. Somebody else's application and a wrong address look the same.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(TimeProvider clock) : Controller
{
    [Route("/errors/{status:int}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show(int status)
    {
        var page = new ErrorPage(
            // an exception has its own status: a stale page is no fault of ours
            Known(HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: var failure } ? FailureStatus.Of(failure) : status),
            Activity.Current?.TraceId.ToString()[..12] ?? HttpContext.TraceIdentifier,
            clock.GetUtcNow().UtcDateTime,
            PageBefore(),
            TypedTexts.Of(Request));
        Response.StatusCode = page.Status;
        return Request.WantsJson() ? Json(new { page.Words.Title, message = page.Words.Text, page.Reference }) : View("Error", page);
    }

    // a form's own address cannot be opened; the page that showed the form can
    private string PageBefore() =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value
            ? page.PathAndQuery
            : HttpMethods.IsGet(Request.Method) ? HttpContext.PagePath() : "/";

    private static int Known(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => StatusCodes.Status404NotFound,
        >= 400 and < 600 => status,
        _ => StatusCodes.Status404NotFound,
    };
}
