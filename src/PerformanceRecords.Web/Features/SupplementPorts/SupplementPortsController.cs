using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>补录端口: who may fill in what until when. The province opens them on the case; here they are watched, extended and closed.</summary>
[Authorize(Policies.PortReader)]
public sealed class SupplementPortsController(PortList list, PortDesk desk, PortOpening opening, PortReport report, TimeProvider clock) : Controller
{
    private Actor Me => HttpContext.Actor()!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("/ports")]
    public async Task<IActionResult> Index(string? view)
    {
        var chosen = PortsPage.Views.Select(v => v.View).FirstOrDefault(v => PortsPage.Word(v) == view, PortView.Open);
        var city = Request.Query["city"].ToString() is { Length: 6 } code && Regions.Cities.Any(c => c.Code == code) ? code : null;
        var page = new PortsPage(chosen, Filtered.Word(Request.Query, "q"), city, Me, clock.TodayInChina());
        var found = await list.PageAsync(Me, page.View, page.Text, page.City, page.Today, Cursor.Ports(Request.Query), Aborted);
        return View(page with { Ports = found.Rows, Pager = Filtered.Pager(found, "个", Cursor.Of, page.Url) });
    }

    /// <summary>Letters whose cases still wait for their ports; the list fetches them when it stands.</summary>
    [Authorize(Policies.Province)]
    [HttpGet("/ports/waiting")]
    public async Task<IActionResult> Waiting()
    {
        var letters = await opening.WaitingAsync(Me, Aborted);
        return Request.IsFromScript() ? PartialView("_Waiting", letters) : View(letters);
    }

    [HttpGet("/ports/{id:guid}")]
    public async Task<IActionResult> Port(Guid id) => View(await OpenAsync(id));

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/extend")]
    public async Task<IActionResult> Extend(Guid id, PortForm form)
    {
        if (await desk.ExtendAsync(id, form.Version, form.Workdays, form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Workdays = form.Workdays, Form = "extend" });
        }

        var port = (await OpenAsync(id)).Port;
        this.SayDone($"已延期至 {DateText.Day(port.ExpiresOn)}，企业会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id, PortForm form)
    {
        if (await desk.CloseAsync(id, form.Version, form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Form = "close" });
        }

        this.SayDone("端口已提前关闭，企业不能再填报提交，会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/narrow")]
    public async Task<IActionResult> Narrow(Guid id, PortForm form)
    {
        if (await desk.NarrowAsync(id, form.Version, form.RemainingSections, form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Form = "narrow" });
        }

        this.SayDone("端口范围已缩小，企业会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/allow")]
    public async Task<IActionResult> Allow(Guid id, PortForm form)
    {
        if (await desk.AllowAsync(id, form.Version, form.Submissions, form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Submissions = form.Submissions, Form = "allow" });
        }

        this.SayDone($"可提交次数改为 {form.Submissions} 次，企业会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    /// <summary>One change over the ports that were ticked.</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/ports/many/{change:regex(^(extend|close|remind)$)}")]
    public async Task<IActionResult> Many(string change, PortForm form)
    {
        var chosen = Enum.Parse<PortChange>(change, ignoreCase: true);
        if (form.Ports.Length == 0)
        {
            return Said(new(0, ["请先勾选端口。"]), "");
        }

        return Said(await desk.ChangeManyAsync([.. form.Ports.Distinct()], chosen, form.Workdays, form.Reason, Me, Aborted), chosen switch
        {
            PortChange.Extend => "延期",
            PortChange.Close => "提前关闭",
            _ => "提醒",
        });
    }

    /// <summary>按函批量开通.</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/ports/letters/{letter:guid}/open")]
    public async Task<IActionResult> OpenLetter(Guid letter) => Said(await opening.OpenAsync(letter, Me, Aborted), "开通");

    /// <summary>端口开通情况: who opened what for whom.</summary>
    [Authorize(Policies.PlatformReader)]
    [HttpGet("/ports/report")]
    public async Task<IActionResult> Report(DateOnly? from, DateOnly? to)
    {
        var today = clock.TodayInChina();
        // nothing was opened before the portal, and nothing is opened tomorrow
        var end = to is { } last && last < today ? last : today;
        var begin = from is { } first && first > PortReportPage.Earliest ? first : from is null ? new DateOnly(end.Year, 1, 1) : PortReportPage.Earliest;
        return View(new PortReportPage(begin, end, await report.ReadAsync(Me, begin, end, today, Aborted)));
    }

    private LocalRedirectResult Said(PortsChanged changed, string verb)
    {
        if (changed.Done > 0)
        {
            this.SayDone($"已{verb} {changed.Done} 个端口。{string.Join(' ', changed.Refused)}");
        }
        else
        {
            this.SayRefused(changed.Refused.Count > 0 ? string.Join(' ', changed.Refused) : "没有可以办理的端口。");
        }

        return LocalRedirect(PortsPage.Path);
    }

    private async Task<PortPage> OpenAsync(Guid id) => new(await list.OpenAsync(id, Me, Aborted), Me, clock.TodayInChina());
}
