using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>填报: one page per section of a filing. Whatever is typed is kept, right or wrong; going on asks for it to be right.</summary>
[Feature("Applications")]
[Authorize(Policy = Policies.Enterprise)]
[Route("applications/{id:guid}/sections/{section}")]
[RequestFormLimits(ValueCountLimit = SectionForm.MaxFields)]
public sealed class SectionsController(SectionPages pages, FilingDesk filings, CurrentActor actor) : Controller
{
    /// <param name="rows">How many entries to offer at least.</param>
    /// <param name="check">Also say what is still missing, for people who come from the check page.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string section, int rows, bool check, CancellationToken cancellation)
    {
        var page = await pages.ReadAsync(id, Named(section), actor.Value, rows, check, cancellation);
        return page.Details.Writable ? View("Section", page) : this.NotNow(page.Details);
    }

    /// <param name="go">next, leave, add, or remove:2.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(Guid id, string section, int version, string? go, CancellationToken cancellation)
    {
        var definition = Named(section);
        var typed = SectionForm.Filled(SectionForm.Read(definition, Request.Form));
        if (go is not null && go.StartsWith("remove:", StringComparison.Ordinal) && int.TryParse(go.AsSpan("remove:".Length), out var row))
        {
            typed = SectionForm.Filled(SectionForm.Without(SectionForm.Read(definition, Request.Form), row));
        }

        SaveResult saved;
        try
        {
            saved = await filings.SaveSectionAsync(id, definition.Section, typed, version, actor.Value, cancellation);
        }
        catch (PortClosedException)
        {
            return this.NotNow(await pages.DetailsAsync(id, actor.Value, cancellation));
        }
        catch (NotFoundException)
        {
            // somebody of the same enterprise submitted it meanwhile: a conflict, and what was typed is shown again
            throw await pages.IsThereAsync(id, actor.Value, cancellation) ? new StaleException(nameof(Application), id) : new NotFoundException(nameof(Application), id);
        }

        if (saved is SaveResult.Conflict conflict)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Section", await pages.ConflictAsync(id, definition, typed, conflict.Newer, actor.Value, cancellation));
        }

        return await AfterAsync(id, definition, typed, go, cancellation);
    }

    /// <summary>What the page's script sends while people type; never judged, only kept.</summary>
    [HttpPost("autosave")]
    public async Task<IActionResult> Autosave(Guid id, string section, int version, CancellationToken cancellation)
    {
        var definition = Named(section);
        var form = SectionForm.Read(definition, Request.Form);
        var typed = SectionForm.Filled(form);
        try
        {
            return await filings.SaveSectionAsync(id, definition.Section, typed, version, actor.Value, cancellation) switch
            {
                SaveResult.Saved saved => Json(new
                {
                    saved.Version,
                    savedAt = DateTime.SpecifyKind(saved.At, DateTimeKind.Utc),
                    written = form.Rows.Count == typed.Rows.Count ? SectionForm.Written(definition, typed, saved.Values) : [],
                }),
                SaveResult.Conflict conflict => Conflict(new { conflict.Newer.Version, message = pages.ConflictText(definition, typed, conflict.Newer, actor.Value) }),
                var other => throw new InvalidOperationException($"Saving came to {other}."),
            };
        }
        catch (PortClosedException)
        {
            return StatusCode(StatusCodes.Status410Gone, new { message = "补录端口已经到期或关闭，现在不能保存。您刚才填的留在这台电脑上，省厅延期后打开这一页就会补传。" });
        }
        catch (NotFoundException) when (!cancellation.IsCancellationRequested)
        {
            return await pages.IsThereAsync(id, actor.Value, cancellation)
                ? StatusCode(StatusCodes.Status410Gone, new { message = "这一件已经提交或办结，现在不能再改。刷新页面可以看到最新的情况。" })
                : NotFound();
        }
    }

    private static SectionDefinition Named(string section) =>
        SectionDefinitions.All.FirstOrDefault(d => string.Equals(d.Section.ToString(), section, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotFoundException(nameof(Sections), section);

    private async Task<IActionResult> AfterAsync(Guid id, SectionDefinition definition, SectionValues typed, string? go, CancellationToken cancellation)
    {
        var url = ApplicationUrls.Section(id, definition.Section);
        switch (go)
        {
            case "leave":
                this.SayDone($"{definition.Title}已保存，随时可以回来接着填。");
                return Redirect(ApplicationUrls.Of(id));
            case "add":
                return Redirect($"{url}?rows={typed.Rows.Count + 1}#{definition.Section}-{typed.Rows.Count}");
            case not null when go.StartsWith("remove:", StringComparison.Ordinal):
                return Redirect($"{url}#{definition.Section}-0");
        }

        var page = await pages.ReadAsync(id, definition, actor.Value, 0, check: true, cancellation);
        if (page.Breaches.Count == 0)
        {
            return Redirect(page.Next.Url);
        }

        return View("Section", page);
    }
}
