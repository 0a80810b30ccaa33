using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>业绩库: an enterprise's own records, and for reviewers those of their region.</summary>
[Route("records")]
public sealed class RecordsController(RecordSearch search, RecordReader records, TimeProvider clock, CurrentActor actor) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] RecordQuery query, CancellationToken cancellation) =>
        View(new RecordsPage(
            actor.Value,
            query,
            await search.PageAsync(actor.Value, query.Filter, Cursor.Times(Request.Query), cancellation)));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        View(new RecordPage(await records.ReadAsync(id, actor.Value, cancellation), actor.Value, clock.GetUtcNow().UtcDateTime));
}
