using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>佐证材料: uploads per item of the checklist, and the files themselves for everybody who may see the application.</summary>
[Feature("Applications")]
[Route("applications/{id:guid}/evidence")]
public sealed class EvidenceController(FilingReader filings, EvidenceDesk evidence, CurrentActor actor) : Controller
{
    // the biggest kind takes 50 MB; what is longer is still read to its end, so that the browser gets to see why it was refused
    private const long LongestRequest = 400L * 1024 * 1024;

    [HttpGet("")]
    [Authorize(Policy = Policies.Enterprise)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        return details.Writable ? View("Evidence", new EvidencePage(details)) : this.NotNow(details);
    }

    /// <param name="replaces">The file this one takes the place of.</param>
    [HttpPost("{kind:regex(^[[a-z-]]+$)}")]
    [Authorize(Policy = Policies.Enterprise)]
    [IgnoreAntiforgeryToken] // checked by the reader, which must come before the file
    [UnreadForm]
    [RequestSizeLimit(LongestRequest)]
    public async Task<IActionResult> Upload(Guid id, string kind, Guid? replaces, [FromServices] UploadReader reader, CancellationToken cancellation)
    {
        if (await reader.OpenAsync(Request, cancellation) is not { } upload)
        {
            return await AnswerAsync(id, kind, new(kind, "没有收到文件", "请先选择一个文件再上传；刚选过的，请刷新页面后再试一次。"), cancellation);
        }

        Refusal? refusal = null;
        try
        {
            if (await evidence.AddAsync(id, kind, upload.FileName, upload.Content, replaces, actor.Value, cancellation) is UploadResult.Refused refused)
            {
                refusal = new(kind, upload.FileName, refused.Breach.Message);
            }
        }
        catch (PortClosedException)
        {
            refusal = new(kind, upload.FileName, "补录端口已经到期或关闭，现在不能上传。请联系省厅延期。");
        }

        await UploadReader.DrainAsync(Request, cancellation);
        return await AnswerAsync(id, kind, refusal, cancellation);
    }

    [HttpPost("{fileId:guid}/remove")]
    [Authorize(Policy = Policies.Enterprise)]
    public async Task<IActionResult> Remove(Guid id, Guid fileId, string kind, CancellationToken cancellation)
    {
        try
        {
            await evidence.RemoveAsync(id, fileId, actor.Value, cancellation);
        }
        catch (PortClosedException)
        {
            return this.NotNow(await filings.ReadAsync(id, actor.Value, cancellation));
        }

        return await AnswerAsync(id, kind, null, cancellation);
    }

    /// <summary>The file as it was uploaded; every reviewer, auditor and owner of the application may look.</summary>
    /// <param name="download">To be saved instead of shown.</param>
    [HttpGet("{fileId:guid}")]
    public async Task<IActionResult> Open(Guid id, Guid fileId, bool download, CancellationToken cancellation)
    {
        var (file, content) = await evidence.OpenAsync(id, fileId, actor.Value, cancellation);
        var disposition = new ContentDispositionHeaderValue(download || !FileText.MayBeShown(file) ? "attachment" : "inline");
        disposition.SetHttpFileName(file.FileName);
        var headers = Response.GetTypedHeaders();
        headers.ContentDisposition = disposition;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        Response.Headers.ContentSecurityPolicy = EvidencePolicy.Of(file);
        return File(content, file.ContentType, lastModified: null, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>A script gets the item anew; a form without scripts the page.</summary>
    private async Task<IActionResult> AnswerAsync(Guid id, string kind, Refusal? refusal, CancellationToken cancellation)
    {
        var page = new EvidencePage(await filings.ReadAsync(id, actor.Value, cancellation), refusal);
        var entry = page.Entries.FirstOrDefault(e => e.Item.Rule.AnyOf.Any(k => k.Code == kind)) ?? throw new NotFoundException(nameof(EvidenceKind), kind);
        return Request.IsFromScript() ? PartialView("_EvidenceEntry", entry)
            : refusal is not null ? View("Evidence", page)
            : Redirect($"{ApplicationUrls.Evidence(id)}#{entry.Id}");
    }
}
