using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Small drawings over the words of an empty list or an error page.</summary>
public static class Art
{
    public static readonly IHtmlContent NotFound = Draw("""<path d="M34 10h36l14 14v50H34z" fill="#fff"/><path d="M70 10v14h14M44 38h22M44 48h16"/><circle cx="80" cy="58" r="13" fill="#f3f5f8"/><path d="m90 68 12 10"/>""");
    public static readonly IHtmlContent Done = Draw("""<path d="M20 46 34 14h52l14 32v28H20z" fill="#fff"/><path d="M20 46h24a16 16 0 0 0 32 0h24"/><path d="m50 28 7 7 14-14" stroke="#17683c" stroke-width="3"/>""");
    public static readonly IHtmlContent Tray = Draw("""<path d="M20 46 34 14h52l14 32v28H20z" fill="#fff"/><path d="M20 46h24a16 16 0 0 0 32 0h24"/>""");
    public static readonly IHtmlContent Filter = Draw("""<path d="M24 14h72L70 44v26l-20 6V44z" fill="#fff"/>""");
    public static readonly IHtmlContent Closed = Draw("""<rect x="34" y="38" width="52" height="36" rx="3" fill="#fff"/><path d="M44 38V28a16 16 0 0 1 32 0v10M60 52v9"/>""");
    public static readonly IHtmlContent Broken = Draw("""<path d="M30 12h60v60H30z" fill="#fff"/><path d="m30 46 14-10 12 12 14-16 20 16M60 58v.5M60 18v.5" /><path d="M60 12 54 30l10 8-8 14 6 20" stroke="#a8200f"/>""");

    private static HtmlString Draw(string shape) => new(
        """<svg class="art" viewBox="0 0 120 84" aria-hidden="true" focusable="false" fill="none" stroke="#8fa6c0" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">"""
        + shape + "</svg>");
}
