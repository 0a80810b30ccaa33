using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Audit;

/// <summary>操作日志: who did what, when, why. Read by auditor and administrator, changed by nobody.</summary>
[Authorize(Policies.AuditReader)]
public sealed class AuditController(AuditTrail trail) : Controller
{
    [HttpGet("/audit")]
    public async Task<IActionResult> Index()
    {
        var filter = AuditPage.FilterOf(Request.Query);
        var page = await trail.PageAsync(filter, Cursor.Times(Request.Query), HttpContext.RequestAborted);
        var pager = Filtered.Pager(page, "条", Cursor.Of, (turn, cursor) => AuditPage.Url(filter, turn, cursor));
        return View(new AuditPage(filter, page.Rows, pager, MayFollow: HttpContext.Actor()!.Level == Level.Auditor));
    }
}
