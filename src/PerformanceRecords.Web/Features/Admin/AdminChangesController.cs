using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>Changes to organisations and accounts, kept by the administrator.</summary>
[Authorize(Policies.Administrator)]
[Feature("Admin")]
public sealed class AdminChangesController(AdminPages pages, ChangeDesk desk, CurrentActor actor) : Controller
{
    [HttpGet("/admin/organisations/{id:guid}/change")]
    public async Task<IActionResult> ChangeOrganisation(Guid id)
    {
        var organisation = (await pages.OrganisationAsync(id)).Organisation;
        return View(new ChangeOrganisationPage(organisation, OrganisationChange.Of(organisation), []));
    }

    [HttpPost("/admin/organisations/{id:guid}/change")]
    public async Task<IActionResult> ChangeOrganisation(Guid id, OrganisationChange form)
    {
        var (organisation, breaches) = await desk.ChangeAsync(actor.Value, id, form);
        if (breaches.Count > 0)
        {
            return View(new ChangeOrganisationPage(organisation, form, breaches));
        }

        this.SayDone($"{organisation.Name} 的信息已保存。");
        return LocalRedirect($"/admin/organisations/{id}");
    }

    [HttpGet("/admin/users/{id:guid}")]
    public async Task<IActionResult> ChangeUser(Guid id)
    {
        var (user, level) = await pages.UserAsync(id);
        return View(new ChangeUserPage(user, level, new() { FullName = user.FullName, Mobile = user.Phone ?? "", MaySign = user.MaySign }, []));
    }

    [HttpPost("/admin/users/{id:guid}")]
    public async Task<IActionResult> ChangeUser(Guid id, UserChange form)
    {
        var breaches = await desk.ChangeAsync(actor.Value, id, form);
        var (user, level) = await pages.UserAsync(id);
        if (breaches.Count > 0)
        {
            return View(new ChangeUserPage(user, level, form, breaches));
        }

        this.SayDone($"{user.FullName} 的账号已保存。");
        return LocalRedirect($"/admin/organisations/{user.OrganisationId}");
    }
}
