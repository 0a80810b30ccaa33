using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Mirror;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>推送监控: the province sees every push and what became of it, and mends what only a person can.</summary>
[Authorize(Policies.PushReader)]
public sealed class PushController(PushOverview overview, PushDesk desk, MirrorReader mirror, SentRequest requests, CurrentActor actor, NavigationCounts counts, IOptionsMonitor<SyncOptions> options,
    TimeProvider clock) : Controller
{
    [HttpGet("/push")]
    public async Task<IActionResult> Index(PushFilter filter, CancellationToken cancellation)
    {
        var counts = await overview.CountsAsync(cancellation);
        var channels = await overview.ChannelsAsync(cancellation);
        var rows = await overview.ListAsync(filter.Standing, filter.Age, filter.After, cancellation);
        return View(new PushPage(filter, counts, channels, rows, options.CurrentValue, MayAct, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>The counters alone, swapped in every 15 seconds.</summary>
    [HttpGet("/push/counters")]
    public async Task<IActionResult> Counters(PushFilter filter, CancellationToken cancellation) =>
        PartialView("_Counters", new CountersPane(filter, await overview.CountsAsync(cancellation), clock.GetUtcNow().UtcDateTime));

    /// <summary>近 24 小时, fetched after the page so that the page does not wait for it.</summary>
    [HttpGet("/push/day")]
    public async Task<IActionResult> Day(CancellationToken cancellation) => PartialView(
        "_Day", new DayPane(await overview.DayAsync(cancellation), await overview.HeardAsync(cancellation), await mirror.LastRunAsync(cancellation)));

    /// <summary>补推曲线 of the latest outage.</summary>
    [HttpGet("/push/catch-up")]
    public async Task<IActionResult> CatchUp([FromServices] CatchUp curves, CancellationToken cancellation) =>
        await curves.OfAsync(Destination.NationalPlatform, cancellation) is { } curve ? PartialView("_CatchUp", curve) : NoContent();

    /// <summary>七日时限: close to it, or beyond.</summary>
    [HttpGet("/push/deadlines")]
    public async Task<IActionResult> Deadlines(DateTime? afterTime, Guid? afterId, [FromServices] DeadlineList list, CancellationToken cancellation)
    {
        var after = afterTime is { } time && afterId is { } id ? new PushKey(time.ToUniversalTime(), id) : null;
        return View(new DeadlinesPage(await list.PageAsync(after, cancellation), after, clock.GetUtcNow().UtcDateTime));
    }

    [HttpGet("/push/{id:guid}")]
    public async Task<IActionResult> Details(Guid id, Guid? attempt, CancellationToken cancellation)
    {
        var line = await overview.LineAsync(id, cancellation);
        return line.Find(m => m.Id == id) is { } message ? View(await PageAsync(message, line, attempt, "", null, cancellation)) : NotFound();
    }

    [HttpPost("/push/{id:guid}/{act:regex(^(resend|park|release)$)}")]
    [Authorize(Policies.PushOperator)]
    public async Task<IActionResult> Take(Guid id, string act, int version, string? reason, CancellationToken cancellation)
    {
        var line = await overview.LineAsync(id, cancellation);
        if (line.Find(m => m.Id == id) is not { } message)
        {
            return NotFound();
        }

        var wanted = Enum.Parse<PushAct>(act, ignoreCase: true);
        if (await desk.TakeAsync(id, version, wanted, reason, actor.Value, cancellation) is { } breach)
        {
            return View("Details", await PageAsync(message, line, null, reason ?? "", breach, cancellation));
        }

        this.SayDone(wanted switch
        {
            PushAct.Park => "已搁置，后面的环节会等它恢复。",
            PushAct.Release => "已恢复，按项目、按环节顺序发出，幂等键不变。",
            _ => "已重新排队发送，次数归零，幂等键不变。",
        });
        return LocalRedirect($"/push/{id}");
    }

    [HttpPost("/push/channels/{destination}/close")]
    [Authorize(Policies.PushOperator)]
    public async Task<IActionResult> CloseFuse(Destination destination, CancellationToken cancellation)
    {
        if (await desk.CloseFuseAsync(destination, actor.Value, cancellation))
        {
            this.SayDone($"{Words.Of(destination)}的保险丝已闭合，积压按顺序补推。");
        }
        else
        {
            this.SayWarning($"{Words.Of(destination)}的保险丝没有断开，不用闭合。");
        }

        return LocalRedirect("/push");
    }

    [HttpPost("/push/channels/{destination}/probe")]
    [Authorize(Policies.PushOperator)]
    public async Task<IActionResult> Probe(Destination destination, CancellationToken cancellation)
    {
        if (await desk.ProbeAsync(destination, actor.Value, cancellation))
        {
            this.SayDone($"{Words.Of(destination)}应答正常，因连不上而等待的马上重发。");
        }
        else
        {
            this.SayWarning($"{Words.Of(destination)}没有正常应答，已按停机处理：每分钟自动再试探，恢复后自动补推。");
        }

        // the banner of an outage comes or goes at once for whoever asked
        counts.Forget(actor.Value);
        return LocalRedirect("/push");
    }

    private async Task<LinePage> PageAsync(PushMessage message, IReadOnlyList<PushMessage> line, Guid? attempt, string reason, Breach? breach, CancellationToken cancellation) => new(
        message, line, await overview.AttemptsAsync(message.Id, cancellation), await overview.AnnouncementsAsync(message, cancellation), attempt, MayAct, reason, breach,
        clock.GetUtcNow().UtcDateTime, requests);

    private bool MayAct => actor.Value.Level is Domain.Actors.Level.Province or Domain.Actors.Level.Administrator;
}
