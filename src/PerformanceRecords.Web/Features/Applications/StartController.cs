using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>开始申报: every module of the portal, and the start of a filing in it, about a record or from an empty form.</summary>
[Feature("Applications")]
[Authorize(Policy = Policies.Enterprise)]
[Route("applications")]
public sealed class StartController(
    AdvisorDesk advisor, FilingDesk desk, FilingReader filings, RecordSearch records, NavigationCounts counts, DeadlineCalculator deadlines, CurrentActor actor) : Controller
{
    [HttpGet("new")]
    public IActionResult New() => View("New", new NewPage(ApplicationTypes.All, actor.Value));

    /// <param name="code">A type, or the first type of a module, which then shows them all.</param>
    /// <param name="form">What is known already: the record, the sections, the grade.</param>
    [HttpGet("new/{code}")]
    public async Task<IActionResult> New(string code, [FromQuery] StartForm form, CancellationToken cancellation) =>
        View("Start", await PageAsync(Find(code), form, cancellation));

    [HttpGet("modules/{code}")]
    public IActionResult Module(string code)
    {
        var module = Find(code).Module;
        IReadOnlyList<ApplicationType> types = [.. ApplicationTypes.All.Where(t => t.Module == module || t.AlsoIn == module)];
        return types.Count == 1
            ? Redirect(ApplicationUrls.New(types[0]))
            : View("New", new NewPage(types, actor.Value) { Module = module });
    }

    [HttpPost("")]
    public async Task<IActionResult> Start([FromForm] StartForm form, CancellationToken cancellation)
    {
        var type = Find(form.Type ?? "");
        switch (await StartAsync(type, form, cancellation))
        {
            case StartResult.Started started:
                counts.Forget(actor.Value);
                return Redirect(NextAction.FirstOpen(await filings.ReadAsync(started.Application.Id, actor.Value, cancellation)));
            case StartResult.Refused refused:
                return View("Start", await PageAsync(type, form, cancellation) with { Breaches = [refused.Breach], Open = refused.Open });
            case var other:
                throw new InvalidOperationException($"Starting came to {other}.");
        }
    }

    private async Task<StartResult> StartAsync(ApplicationType type, StartForm form, CancellationToken cancellation)
    {
        var start = form.For(type);
        if (type.Unsaid(start.Grade, start.Sector, start.To).FirstOrDefault() is { } unsaid)
        {
            return new StartResult.Refused(unsaid);
        }

        return await FindAsync(form, cancellation) is { } finding ? await advisor.StartAsync(start, finding, actor.Value, cancellation)
            : type.StartsBlank ? new StartResult.Started(await desk.StartAsync(type, actor.Value, cancellation))
            : await desk.StartAsync(start, actor.Value, cancellation);
    }

    private async Task<ProjectFinding?> FindAsync(StartForm form, CancellationToken cancellation) =>
        form.Record is { } record ? await advisor.LookAsync(record, actor.Value, cancellation)
        : form.Text is { } key ? await advisor.LookAsync(key, actor.Value, cancellation)
        : null;

    private async Task<StartPage> PageAsync(ApplicationType type, StartForm form, CancellationToken cancellation)
    {
        var finding = await FindAsync(form, cancellation);
        var page = new StartPage(type, form, actor.Value, new RouteOutlook(deadlines)) { Finding = finding };
        if (!type.TakesRecord || finding?.Record is not null)
        {
            return page with { Open = await advisor.OpenAsync(type, finding, actor.Value, cancellation) };
        }

        var word = Filtered.Word(Request.Query, "q");
        var found = await records.PageAsync(actor.Value, new RecordFilter(Text: word), Cursor.Times(Request.Query), cancellation);
        return page with
        {
            Records = found.Rows,
            Pager = Filtered.Pager(found, "个项目", Cursor.Of, (turn, at) => Filtered.Url(ApplicationUrls.New(type), ("q", word), (turn, at))),
        };
    }

    private static ApplicationType Find(string code) =>
        ApplicationTypes.Find(code) ?? throw new NotFoundException(nameof(ApplicationType), code);
}
