using Microsoft.AspNetCore.Diagnostics;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Security;

/// <summary>What pages ask about the request they belong to.</summary>
public static class HttpContextActor
{
    private static readonly object Key = new();

    /// <summary>Who is signed in; null on public pages.</summary>
    public static Actor? Actor(this HttpContext context) => context.Items[Key] as Actor;

    internal static void SetActor(this HttpContext context, Actor actor) => context.Items[Key] = actor;

    /// <summary>The address that was asked for, also on an error page that stands in its place.</summary>
    public static string PagePath(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Request.Path.Value
        ?? "/";
}
