using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.OwnOrganisation;

/// <summary>单位信息 of an enterprise. Mending them after a refusal asks the city again.</summary>
[Authorize(Policies.Enterprise)]
[Route("/organisation")]
public sealed class OwnOrganisationController(AppDbContext db, CurrentActor actor, AuditLog audit, Sessions sessions) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var organisation = await LoadAsync();
        var form = new OwnOrganisationForm
        {
            Name = organisation.Name,
            RegionCode = organisation.RegionCode,
            ContactName = organisation.ContactName ?? "",
            ContactPhone = organisation.ContactPhone ?? "",
            Version = organisation.Version,
        };
        return View(new OwnOrganisationPage(organisation, form, []));
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(OwnOrganisationForm form)
    {
        var organisation = await LoadAsync();
        var confirmed = organisation.ConfirmedAt is not null;
        if (form.Check(confirmed).ToList() is { Count: > 0 } breaches)
        {
            return View(new OwnOrganisationPage(organisation, form, breaches));
        }

        if (organisation.Version != form.Version)
        {
            throw new StaleException("Organisation", organisation.Id);
        }

        organisation.ContactName = form.ContactName;
        organisation.ContactPhone = form.ContactPhone;
        if (!confirmed)
        {
            organisation.Name = form.Name;
            organisation.ShortName = Organisation.Shortened(form.Name);
            organisation.RegionCode = form.RegionCode;
            organisation.AskAgain();
        }
        else
        {
            organisation.Version++;
        }

        audit.Add(actor.Value, "enterprise.change", organisation.Id);
        await db.SaveChangesAsync();
        sessions.Forget(actor.Value.UserId);
        this.SayDone(confirmed ? "单位信息已保存。" : "单位信息已保存，已再次提交注册地设区市主管部门确认。");
        return LocalRedirect("/organisation");
    }

    private Task<Organisation> LoadAsync() => db.Organisations.AsTracking().FirstAsync(o => o.Id == actor.Value.OrganisationId);
}
