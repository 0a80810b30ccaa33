using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>业绩库: an enterprise's own records, and for reviewers those of their region.</summary>
[Route("records")]
public sealed class RecordsController(
    RecordSearch search, RecordReader records, RecordHistory history, PersonalNumbers numbers, TimeProvider clock, CurrentActor actor) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] RecordQuery query, CancellationToken cancellation) =>
        View(new RecordsPage(
            actor.Value,
            query,
            await search.PageAsync(actor.Value, query.Filter, Cursor.Times(Request.Query), cancellation)));

    /// <param name="on">历史时点: the record as it was at the end of that day.</param>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, DateOnly? on, CancellationToken cancellation)
    {
        var details = await records.ReadAsync(id, actor.Value, cancellation);
        if (!string.IsNullOrWhiteSpace(Request.Query["on"]))
        {
            if (on is not { } day || day >= clock.TodayInChina())
            {
                this.SayWarning("请填今天以前的日期，如 2021-03-01。");
                return LocalRedirect($"/records/{id}");
            }

            var then = await history.AsOfAsync(id, day, actor.Value, cancellation);
            return View("AsOf", new AsOfPage(details, actor.Value, day, [.. then.Select(s => s with { Values = numbers.Open(s.Values) })]));
        }

        return View(new RecordPage(details, actor.Value, clock.GetUtcNow().UtcDateTime)
        {
            Revisions = await history.RevisionsAsync(id, actor.Value, cancellation),
        });
    }

    /// <summary>What one landed change altered.</summary>
    [HttpGet("{id:guid}/revisions/{section}/{revision:int}")]
    public async Task<IActionResult> Revision(Guid id, string section, int revision, CancellationToken cancellation)
    {
        var definition = SectionDefinitions.All.FirstOrDefault(d => string.Equals(d.Section.ToString(), section, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotFoundException(nameof(RecordRevision), section);
        var details = await records.ReadAsync(id, actor.Value, cancellation);
        var changes = await history.ChangesAsync(id, definition.Section, revision, actor.Value, cancellation);
        var line = (await history.RevisionsAsync(id, actor.Value, cancellation)).First(r => r.Section == definition.Section && r.Revision == revision);
        return View(new RevisionPage(details, actor.Value, definition, line, changes));
    }
}
