using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>单位与账号, kept by the administrator.</summary>
[Authorize(Policies.Administrator)]
[Route("/admin")]
public sealed class AdminController(AdminPages pages, AccountDesk desk, CurrentActor actor) : Controller
{
    [HttpGet("organisations")]
    public async Task<IActionResult> Organisations(Level? level, string? q, string? after) =>
        View(await pages.OrganisationsAsync(level ?? Level.City, q?.Trim() ?? "", after));

    [HttpGet("organisations/new")]
    public IActionResult NewOrganisation() => View(new NewOrganisationPage(new(), []));

    [HttpPost("organisations/new")]
    public async Task<IActionResult> NewOrganisation(OrganisationForm form)
    {
        var (id, breaches) = await desk.AddOrganisationAsync(actor.Value, form);
        if (breaches.Count > 0)
        {
            return View(new NewOrganisationPage(form, breaches));
        }

        this.SayDone($"已添加 {form.Name}。接着为它开设账号。");
        return LocalRedirect($"/admin/organisations/{id}");
    }

    [HttpGet("organisations/{id:guid}")]
    public async Task<IActionResult> Organisation(Guid id) => View(await pages.OrganisationAsync(id));

    [HttpPost("organisations/{id:guid}/users")]
    public async Task<IActionResult> AddUser(Guid id, UserForm form)
    {
        var (password, breaches) = await desk.AddUserAsync(actor.Value, id, form);
        if (password is null)
        {
            return View("Organisation", await pages.OrganisationAsync(id) with { Form = form, Breaches = breaches });
        }

        this.SayDone($"已为 {form.FullName} 开设账号 {form.UserName}，一次性密码 {password.Text}（只显示这一次）。请告诉本人：{DateText.Minute(password.Until)} 前用它登录，随即设置自己的密码。");
        return LocalRedirect($"/admin/organisations/{id}");
    }

    [HttpGet("users")]
    public async Task<IActionResult> Users(string? q, string? after) => View(await pages.UsersAsync(q?.Trim() ?? "", after));

    [HttpPost("users/{id:guid}/unlock")]
    public async Task<IActionResult> Unlock(Guid id)
    {
        var user = await desk.UnlockAsync(actor.Value, id);
        this.SayDone($"{user.FullName} 的账号已解锁。");
        return LocalRedirect($"/admin/organisations/{user.OrganisationId}");
    }

    [HttpPost("users/{id:guid}/disable")]
    public Task<IActionResult> Disable(Guid id) => SetDisabledAsync(id, true);

    [HttpPost("users/{id:guid}/enable")]
    public Task<IActionResult> Enable(Guid id) => SetDisabledAsync(id, false);

    [HttpPost("users/{id:guid}/appoint")]
    public Task<IActionResult> Appoint(Guid id) => SetAdministersAsync(id, true);

    [HttpPost("users/{id:guid}/dismiss")]
    public Task<IActionResult> Dismiss(Guid id) => SetAdministersAsync(id, false);

    private async Task<IActionResult> SetAdministersAsync(Guid id, bool administers)
    {
        var user = await desk.SetAdministersAsync(actor.Value, id, administers);
        this.SayDone(administers ? $"{user.FullName} 已设为本单位管理员，可以维护本单位的函件模板。" : $"{user.FullName} 不再是本单位管理员。");
        return LocalRedirect($"/admin/organisations/{user.OrganisationId}");
    }

    private async Task<IActionResult> SetDisabledAsync(Guid id, bool disabled)
    {
        if (await desk.SetDisabledAsync(actor.Value, id, disabled) is not { } user)
        {
            this.SayRefused("不能停用自己的账号。");
            return LocalRedirect("/admin/users");
        }

        this.SayDone(disabled ? $"{user.FullName} 的账号已停用，正在进行的登录已退出。" : $"{user.FullName} 的账号已恢复使用。");
        return LocalRedirect($"/admin/organisations/{user.OrganisationId}");
    }
}
