using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow;

namespace PerformanceRecords.Web.Hosting;

/// <summary>Which status an exception stands for. People's mistakes are no exceptions; these are forged, stale or broken requests.</summary>
internal static class FailureStatus
{
    // PostgreSQL keeps every sign but U+0000, which no keyboard has
    private const string UnstorableText = "22021";

    public static int Of(Exception failure) => failure switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        StaleException or DbUpdateConcurrencyException or StepRefusedException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        DbException { SqlState: UnstorableText } or DbUpdateException { InnerException: DbException { SqlState: UnstorableText } } => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The page that stands in for the one that failed; expected failures are not logged as errors.</summary>
    public static ExceptionHandlerOptions Pages() => new()
    {
        ExceptionHandlingPath = "/errors/500",
        StatusCodeSelector = Of,
        SuppressDiagnosticsCallback = context => Of(context.Exception) < 500,
    };
}
