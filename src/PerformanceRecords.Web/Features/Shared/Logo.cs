using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The portal's mark in the top bar.</summary>
public static class Logo
{
    public static readonly IHtmlContent Mark = new HtmlString(
        """<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path fill="#fff" d="M4 28V13l12-8 12 8v15h-7v-9H11v9z"/><path fill="#e0364f" d="M13 21h6v7h-6z"/></svg>""");
}
