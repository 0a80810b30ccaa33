using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>What just happened, said on top of the next page: set before a redirect, shown once.</summary>
public sealed record Banner(string Kind, string Text)
{
    /// <summary>Name of the cookie that carries the banner across the redirect.</summary>
    public const string Cookie = "portal-said";

    private const string Key = "banner";

    public IHtmlContent Symbol => Kind switch
    {
        "good" => Icon.Check,
        "bad" or "warn" => Icon.Warning,
        _ => Icon.Info,
    };

    public bool IsAlert => Kind is "bad" or "warn";

    /// <summary>Takes the banner out, so that it is not shown again.</summary>
    public static Banner? Take(HttpContext context, ITempDataDictionary data) =>
        // touching the data costs a cookie on every answer, so only where there is something
        context.Request.Cookies.ContainsKey(Cookie) && data[Key] is string text && text.Split('|', 2) is [var kind, var words] ? new(kind, words) : null;

    internal static void Put(ITempDataDictionary data, string kind, string text) => data[Key] = $"{kind}|{text}";
}

/// <summary>How controllers say what happened.</summary>
public static class BannerExtensions
{
    /// <summary>It worked: 已提交，南京市建委 5 个工作日内核实。</summary>
    public static void SayDone(this Controller controller, string text) => Banner.Put(controller.TempData, "good", text);

    /// <summary>It did not happen, and why.</summary>
    public static void SayRefused(this Controller controller, string text) => Banner.Put(controller.TempData, "bad", text);

    /// <summary>It happened, but something wants attention.</summary>
    public static void SayWarning(this Controller controller, string text) => Banner.Put(controller.TempData, "warn", text);

    /// <summary>Good to know.</summary>
    public static void Say(this Controller controller, string text) => Banner.Put(controller.TempData, "", text);
}
