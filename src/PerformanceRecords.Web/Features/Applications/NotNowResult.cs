using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>What people see who want to write on a filing when it is not for writing.</summary>
internal static class NotNowResult
{
    /// <summary>A closed port has a page of its own, because something can be done about it; anything else leads to the filing's progress.</summary>
    public static IActionResult NotNow(this Controller controller, FilingDetails details)
    {
        if (details.Application.Stage == Stage.FillIn)
        {
            controller.Response.StatusCode = HttpMethods.IsGet(controller.Request.Method) ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
            return controller.View("PortClosed", details);
        }

        controller.Say("这一件现在不能修改，下面是它的进度。");
        return controller.Redirect(ApplicationUrls.Of(details.Application.Id));
    }
}
