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
    public async Task<IActionResult> Index(string? view) => View(await ListAsync(Asked(view)));

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
        if (await desk.ExtendAsync(id, form.Version, PortForm.Number(form.Workdays), form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Sent = form, Form = "extend" });
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
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Sent = form, Form = "close" });
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
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Sent = form, Form = "narrow" });
        }

        this.SayDone("端口范围已缩小，企业会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    [Authorize(Policies.Province)]
    [HttpPost("/ports/{id:guid}/allow")]
    public async Task<IActionResult> Allow(Guid id, PortForm form)
    {
        if (await desk.AllowAsync(id, form.Version, PortForm.Number(form.Submissions), form.Reason, Me, Aborted) is { } breach)
        {
            return View("Port", await OpenAsync(id) with { Breaches = [breach], Sent = form, Form = "allow" });
        }

        this.SayDone($"可提交次数改为 {PortForm.Number(form.Submissions)} 次，企业会收到您写的理由。");
        return LocalRedirect($"{PortsPage.Path}/{id}");
    }

    /// <summary>One change over the ports that were ticked.</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/ports/many/{change:regex(^(extend|close|remind)$)}")]
    public async Task<IActionResult> Many(string change, string? view, PortForm form)
    {
        var chosen = Enum.Parse<PortChange>(change, ignoreCase: true);
        var asked = Asked(view);
        var changed = await desk.ChangeManyAsync([.. form.Ports.Distinct()], chosen, PortForm.Number(form.Workdays), form.Reason, Me, Aborted);
        if (changed.Wrong.Count > 0)
        {
            return View("Index", await ListAsync(asked) with { Sent = form, Breaches = changed.Wrong });
        }

        return Said(changed, VerbOf(chosen), asked.Here);
    }

    /// <summary>All ports that rest on one letter.</summary>
    [HttpGet("/ports/letters/{letter:guid}")]
    public async Task<IActionResult> Letter(Guid letter) => View(await OfLetterAsync(letter));

    /// <summary>按函批量开通.</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/ports/letters/{letter:guid}/open")]
    public async Task<IActionResult> OpenLetter(Guid letter) => Said(await opening.OpenAsync(letter, Me, Aborted), "开通", LetterPortsPage.Of(letter));

    /// <summary>One change over all ports of a letter.</summary>
    [Authorize(Policies.Province)]
    [HttpPost("/ports/letters/{letter:guid}/{change:regex(^(extend|narrow|close|remind)$)}")]
    public async Task<IActionResult> ChangeLetter(Guid letter, string change, PortForm form)
    {
        var chosen = Enum.Parse<PortChange>(change, ignoreCase: true);
        var changed = await desk.ChangeLetterAsync(letter, chosen, PortForm.Number(form.Workdays), form.TakenSections, form.Reason, Me, Aborted);
        return changed.Wrong.Count > 0
            ? View("Letter", await OfLetterAsync(letter) with { Sent = form, Form = change, Breaches = changed.Wrong })
            : Said(changed, VerbOf(chosen), LetterPortsPage.Of(letter));
    }

    /// <summary>端口开通情况: who opened what for whom.</summary>
    [Authorize(Policies.PlatformReader)]
    [HttpGet(PortReportPage.Path)]
    public async Task<IActionResult> Report(DateOnly? from, DateOnly? to)
    {
        var (begin, end, today) = Span(from, to);
        var page = new PortReportPage(begin, end, today, await report.ReadAsync(Me, begin, end, today, Aborted));
        var lines = await report.LinesAsync(Me, begin, end, Cursor.Times(Request.Query), Aborted);
        return View(page with { Lines = lines.Rows, Pager = Filtered.Pager(lines, "个", Cursor.Of, page.Turn) });
    }

    /// <summary>The same port by port, for a spreadsheet.</summary>
    [Authorize(Policies.PlatformReader)]
    [HttpGet(PortReportPage.Path + "/file")]
    public IActionResult ReportFile(DateOnly? from, DateOnly? to)
    {
        var (begin, end, today) = Span(from, to);
        return new CsvFile(
            $"端口开通情况-{DateText.Day(begin)}至{DateText.Day(end)}.csv", PortReportPage.Heads, report.AllAsync(Me, begin, end).Select(line => PortReportPage.Cells(line, today)));
    }

    // nothing was opened before the portal, and nothing is opened tomorrow
    private (DateOnly Begin, DateOnly End, DateOnly Today) Span(DateOnly? from, DateOnly? to)
    {
        var today = clock.TodayInChina();
        var end = to is { } last && last < today ? last : today;
        return (from is { } first && first > PortReportPage.Earliest ? first : from is null ? new DateOnly(end.Year, 1, 1) : PortReportPage.Earliest, end, today);
    }

    private async Task<LetterPortsPage> OfLetterAsync(Guid letter) => new(await list.OfLetterAsync(letter, Me, Aborted), Me, clock.TodayInChina());

    private static string VerbOf(PortChange change) => change switch
    {
        PortChange.Extend => "延期",
        PortChange.Close => "提前关闭",
        PortChange.Remind => "提醒",
        PortChange.Narrow => "缩小",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    private LocalRedirectResult Said(PortsChanged changed, string verb, string onwards)
    {
        if (changed.Done > 0)
        {
            this.SayDone($"已{verb} {changed.Done} 个端口。{string.Join(' ', changed.Refused)}");
        }
        else
        {
            this.SayRefused(changed.Refused.Count > 0 ? string.Join(' ', changed.Refused) : "没有可以办理的端口。");
        }

        return LocalRedirect(onwards);
    }

    /// <summary>The list as its address asks for it, without its rows.</summary>
    private PortsPage Asked(string? view)
    {
        var chosen = PortsPage.Views.Select(v => v.View).FirstOrDefault(v => PortsPage.Word(v) == view, PortView.Open);
        var city = Request.Query["city"].ToString() is { Length: 6 } code && Regions.Cities.Any(c => c.Code == code) ? code : null;
        return new PortsPage(chosen, Filtered.Word(Request.Query, "q"), city, Me, clock.TodayInChina())
        {
            Place = Cursor.Ports(Request.Query) switch
            {
                { After: { } after } => ("after", Cursor.Of(after)),
                { Before: { } before } => ("before", Cursor.Of(before)),
                _ => default,
            },
        };
    }

    private async Task<PortsPage> ListAsync(PortsPage asked)
    {
        var found = await list.PageAsync(Me, asked.View, asked.Text, asked.City, asked.Today, Cursor.Ports(Request.Query), Aborted);
        return asked with { Ports = found.Rows, Pager = Filtered.Pager(found, "个", Cursor.Of, asked.Url) };
    }

    private async Task<PortPage> OpenAsync(Guid id) => new(await list.OpenAsync(id, Me, Aborted), Me, clock.TodayInChina());
}
