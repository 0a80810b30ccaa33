using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Line icons, drawn inline so that they take the colour of the text beside them. They never stand alone: a word says the same.</summary>
public static class Icon
{
    public static readonly IHtmlContent Check = Draw("""<path d="m4 12.5 5 5L20 6.5"/>""");
    public static readonly IHtmlContent Cross = Draw("""<path d="M6 6l12 12M18 6 6 18"/>""");
    public static readonly IHtmlContent Minus = Draw("""<path d="M6 12h12"/>""");
    public static readonly IHtmlContent Plus = Draw("""<path d="M6 12h12M12 6v12"/>""");
    public static readonly IHtmlContent Warning = Draw("""<path d="M12 3 2 20h20zM12 10v4m0 3v.01"/>""");
    public static readonly IHtmlContent Info = Draw("""<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8v.01"/>""");
    public static readonly IHtmlContent Clock = Draw("""<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>""");
    public static readonly IHtmlContent Pause = Draw("""<circle cx="12" cy="12" r="9"/><path d="M10 9v6m4-6v6"/>""");
    public static readonly IHtmlContent Search = Draw("""<circle cx="10.5" cy="10.5" r="6.5"/><path d="m20 20-4.8-4.8"/>""");
    public static readonly IHtmlContent Camera = Draw("""<path d="M4 8h3l2-3h6l2 3h3v11H4z"/><circle cx="12" cy="13" r="3.5"/>""");
    public static readonly IHtmlContent Bell = Draw("""<path d="M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>""");
    public static readonly IHtmlContent Home = Draw("""<path d="M3 11 12 4l9 7M5 10v10h14V10M10 20v-6h4v6"/>""");
    public static readonly IHtmlContent List = Draw("""<path d="M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01"/>""");
    public static readonly IHtmlContent Pen = Draw("""<path d="M4 20h4L19 9l-4-4L4 16z"/>""");
    public static readonly IHtmlContent Return = Draw("""<path d="M9 7 4 12l5 5M4 12h11a5 5 0 0 1 0 10h-2"/>""");
    public static readonly IHtmlContent Lock = Draw("""<rect x="5" y="11" width="14" height="9" rx="1"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>""");
    public static readonly IHtmlContent Key = Draw("""<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8m-3 3 3 3"/>""");
    public static readonly IHtmlContent Shield = Draw("""<path d="M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>""");
    public static readonly IHtmlContent Upload = Draw("""<path d="M12 16V4m0 0L7 9m5-5 5 5M4 20h16"/>""");
    public static readonly IHtmlContent Person = Draw("""<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>""");
    public static readonly IHtmlContent Document = Draw("""<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>""");
    public static readonly IHtmlContent Exchange = Draw("""<path d="M4 8h14l-4-4M20 16H6l4 4"/>""");
    public static readonly IHtmlContent Route = Draw("""<circle cx="6" cy="19" r="2"/><circle cx="18" cy="5" r="2"/><path d="M8 19h7a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h7"/>""");
    public static readonly IHtmlContent Print = Draw("""<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z"/>""");
    public static readonly IHtmlContent Send = Draw("""<path d="M21 3 3 10l7 3 3 8zM10 13 21 3"/>""");
    public static readonly IHtmlContent Building = Draw("""<path d="M5 21V4h10v17M15 10h4v11M3 21h18M8.5 8h3M8.5 12h3M8.5 16h3"/>""");

    private static HtmlString Draw(string shape) =>
        new($"""<svg class="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape}</svg>""");
}
