using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Permits;

/// <summary>待匹配施工许可: permits that match no registered contract wait here for a person; nothing is dropped.</summary>
[Authorize(Policies.PermitReader)]
public sealed class PermitsController(PermitList list, PermitFiles files, PermitDesk desk, NavigationCounts counts) : Controller
{
    private Actor Me => HttpContext.Actor()!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("/permits")]
    public async Task<IActionResult> Index(string? view)
    {
        var page = new PermitsPage(PermitsPage.StateOf(view), Filtered.Word(Request.Query, "q"), Me);
        var found = await list.PageAsync(Me, page.State, page.Text, Cursor.Times(Request.Query), Aborted);
        return View(page with { Permits = found.Rows, Pager = Filtered.Pager(found, "份", Cursor.Of, page.Url) });
    }

    [HttpGet("/permits/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View(await OpenAsync(id));

    [Authorize(Policies.PermitClerk)]
    [HttpPost("/permits/{id:guid}/join")]
    public Task<IActionResult> Join(Guid id, PermitForm form) => ActAsync(
        id, form, desk.JoinAsync(id, form.Version, [.. (form.Applications ?? []).Distinct()], Me, Aborted),
        done => $"已认领，{done.Released} 件合同归集办结，正在推送部平台。");

    [Authorize(Policies.PermitClerk)]
    [HttpPost("/permits/{id:guid}/set-aside")]
    public Task<IActionResult> SetAside(Guid id, PermitForm form) => ActAsync(
        id, form, desk.SetAsideAsync(id, form.Version, form.Remark, Me, Aborted), _ => "已搁置，可以随时放回。");

    [Authorize(Policies.PermitClerk)]
    [HttpPost("/permits/{id:guid}/put-back")]
    public Task<IActionResult> PutBack(Guid id, PermitForm form) => ActAsync(
        id, form, desk.PutBackAsync(id, form.Version, Me, Aborted), _ => "已放回待匹配。");

    [Authorize(Policies.PermitClerk)]
    [HttpGet("/permits/new")]
    public IActionResult Enter() => View(new PermitEntry(new(), []));

    [Authorize(Policies.PermitClerk)]
    [HttpPost("/permits/new")]
    public async Task<IActionResult> Enter(PermitRow row)
    {
        // one contract a line in the form
        var lines = row.ContractNumbers?.SelectMany(text => (text ?? "").Split(['\n', '、', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        row = row with { ContractNumbers = lines?.ToList() };
        switch (await desk.EnterAsync(row, Me, Aborted))
        {
            case PermitAct.Refused refused:
                return View(new PermitEntry(row, refused.Breaches));
            case PermitAct.Done { PermitId: { } id } done:
                counts.Forget(Me);
                this.SayDone(done.Released > 0
                    ? $"已录入，匹配上 {done.Released} 件合同归集，正在推送部平台。"
                    : "已录入，还没有匹配上的合同归集。下面是可能的，也可以按名称查找。");
                return LocalRedirect(PermitsPage.Of(id));
            default:
                throw new InvalidOperationException("A permit that was entered has no number.");
        }
    }

    private async Task<IActionResult> ActAsync(Guid id, PermitForm form, Task<PermitAct> act, Func<PermitAct.Done, string> words)
    {
        switch (await act)
        {
            case PermitAct.Refused refused:
                return View("Show", await OpenAsync(id) with { Breaches = refused.Breaches, Remark = form.Remark });
            case PermitAct.Done done:
                counts.Forget(Me);
                this.SayDone(words(done));
                return LocalRedirect(PermitsPage.Of(id));
            default:
                throw new InvalidOperationException("Nothing is known of this outcome.");
        }
    }

    private async Task<PermitPage> OpenAsync(Guid id)
    {
        var text = Filtered.Word(Request.Query, "q");
        return new(await files.OpenAsync(id, text, Me, Aborted), Me, text);
    }
}
