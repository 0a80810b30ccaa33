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
public sealed class SupplementPortsController(PortList list, PortDesk desk, TimeProvider clock) : Controller
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

    [HttpGet("/ports/{id:guid}")]
    public async Task<IActionResult> Port(Guid id) => View(await OpenAsync(id));

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/extend")]
    public async Task<IActionResult> Extend(Guid id, PortForm form)
    {
        if (await desk.ExtendAsync(id, form.Version, form.Workdays, form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Workdays = form.Workdays });
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
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Reason = form.Reason, Closing = true });
        }

        this.SayDone("端口已提前关闭，企业不能再填报提交，会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    private async Task<PortPage> OpenAsync(Guid id) => new(await list.OpenAsync(id, Me, Aborted), Me, clock.TodayInChina());
}
