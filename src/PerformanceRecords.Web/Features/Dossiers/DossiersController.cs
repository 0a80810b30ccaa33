using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Features.Dossiers;

/// <summary>案卷: everything of one case as a zip, for whoever may see the case.</summary>
public sealed class DossiersController(DossierReader dossiers, CurrentActor actor) : Controller
{
    [HttpGet("/dossiers/{id:guid}")]
    public async Task Download(Guid id)
    {
        var dossier = await dossiers.OpenAsync(id, actor.Value, HttpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(dossier.FileName);
        // the archive writes its directory without waiting; the alternative is to hold the whole of it in memory
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        await dossier.WriteAsync(Response.Body, HttpContext.RequestAborted);
    }
}
