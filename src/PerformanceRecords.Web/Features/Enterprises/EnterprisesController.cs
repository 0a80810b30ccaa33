using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Enterprises;

/// <summary>企业与人员. Whoever has nothing to do with an enterprise does not find it.</summary>
[Route("/enterprises")]
public sealed class EnterprisesController(EnterpriseDesk desk, CurrentActor actor) : Controller
{
    [HttpGet("")]
    [Authorize(Policies.EnterpriseReader)]
    public async Task<IActionResult> Index(EnterpriseView view, string? q, Guid? after) =>
        View(await desk.ListAsync(actor.Value, view, q?.Trim() ?? "", after));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View(await desk.FindAsync(actor.Value, id));

    [HttpPost("{id:guid}/confirm")]
    public async Task<IActionResult> Confirm(Guid id, int version)
    {
        var enterprise = await desk.ConfirmAsync(actor.Value, id, version);
        this.SayDone($"已确认 {enterprise.Name} 的注册，该单位现在可以申报。");
        return LocalRedirect("/enterprises");
    }

    [HttpPost("{id:guid}/refuse")]
    public async Task<IActionResult> Refuse(Guid id, int version, string? reason)
    {
        var text = reason?.Trim() ?? "";
        var breaches = await desk.RefuseAsync(actor.Value, id, version, text);
        if (breaches.Count > 0)
        {
            return View("Show", await desk.FindAsync(actor.Value, id) with { Reason = text, Breaches = breaches });
        }

        this.SayDone("已答复不予确认，原因已告知该单位。");
        return LocalRedirect("/enterprises");
    }
}
