using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PerformanceRecords.Domain;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Web.Features.LetterScans;

/// <summary>盖章扫描件: the stamped paper comes back and is laid beside its letter.</summary>
[Authorize(Policies.LetterReader)]
public sealed class LetterScansController(ScanDesk desk, CurrentActor actor) : Controller
{
    // a stranger's content under the portal's address: shown, and nothing else
    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    [Authorize(Policies.LetterWriter)]
    [HttpGet("/letters/scans")]
    public IActionResult Upload(string? code = null) => View(new ScanPage(code, []));

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/scans")]
    [RequestSizeLimit((ScanDesk.MaxMegabytes + 10) * 1024 * 1024)]
    [RequestFormLimits(MultipartBodyLengthLimit = (ScanDesk.MaxMegabytes + 10) * 1024 * 1024)]
    public async Task<IActionResult> Upload(string? code, string? read, IFormFile? file)
    {
        if (file is null)
        {
            return View(new ScanPage(code, [new("scan-file", "File", "请选择盖章后的扫描件。")]));
        }

        await using var content = file.OpenReadStream();
        switch (await desk.AddAsync(code, read, Path.GetFileName(file.FileName), content, actor.Value, HttpContext.RequestAborted))
        {
            case ScanResult.Taken { Letter: var letter }:
                this.SayDone($"扫描件已对应到 {letter.Number}，请与右侧定稿对照。");
                return LocalRedirect($"{LettersPage.Path}/{letter.Id}");
            case ScanResult.Refused { Breach: var breach }:
                return View(new ScanPage(code, [breach]));
            default:
                throw new InvalidOperationException("Nothing is known of this result.");
        }
    }

    [HttpGet("/letters/{id:guid}/scans/{scanId:guid}")]
    public async Task<IActionResult> Open(Guid id, Guid scanId)
    {
        var (scan, content) = await desk.OpenAsync(id, scanId, actor.Value, HttpContext.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(scan.FileName);
        Response.GetTypedHeaders().ContentDisposition = disposition;
        // browsers refuse to open their PDF viewer inside a sandbox
        Response.Headers.ContentSecurityPolicy = scan.ContentType == "application/pdf" ? $"{Nothing}; object-src 'self'" : $"{Nothing}; sandbox";
        return File(content, scan.ContentType, enableRangeProcessing: true);
    }
}

/// <summary>What the page for a scan shows.</summary>
public sealed record ScanPage(string? Code, IReadOnlyList<Breach> Breaches);
