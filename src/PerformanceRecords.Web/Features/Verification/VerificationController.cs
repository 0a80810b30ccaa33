using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Verification;

namespace PerformanceRecords.Web.Features.Verification;

/// <summary>真伪核验: anyone who holds a paper can check it, without signing in.</summary>
[AllowAnonymous]
public sealed class VerificationController(Verifier verifier, VerificationLimiter limiter, PortalOptions portal, TimeProvider clock) : Controller
{
    /// <summary>The page that asks for the code; QR codes lead to the second address.</summary>
    [HttpGet("/verify")]
    [HttpGet("/verify/{code}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Verify(string? code)
    {
        var page = new VerificationPage(code?.Trim(), clock.GetUtcNow().UtcDateTime);
        if (string.IsNullOrWhiteSpace(code))
        {
            return View(page);
        }

        if (!limiter.Admits(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return View(page with { TryLater = true });
        }

        return View(page with { Paper = VerificationCode.Read(code) is { } asked ? await verifier.FindAsync(asked, portal.Organiser, HttpContext.RequestAborted) : null });
    }
}
