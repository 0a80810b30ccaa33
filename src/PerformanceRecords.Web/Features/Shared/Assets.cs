using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Addresses of the bundled files with their fingerprint, so that browsers may keep them for ever.</summary>
public static class Assets
{
    /// <summary>The address of a file under wwwroot, such as <c>dist/app.css</c>.</summary>
    public static IHtmlContent Url(HttpContext context, string file) => new HtmlString("/" + Resolve(context, file));

    private static string Resolve(HttpContext context, string file) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file;
}
