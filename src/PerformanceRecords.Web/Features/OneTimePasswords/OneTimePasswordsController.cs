using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>忘记密码: whom to ask, the password that is given out, and the one it is changed to.</summary>
public sealed class OneTimePasswordsController(IssueDesk desk, FirstPasswordDesk first, PasswordHelp help, Sessions sessions) : Controller
{
    [AllowAnonymous]
    [HttpGet("/account/forgotten")]
    public async Task<IActionResult> Forgotten() => View(await help.BureausAsync());

    [AllowAnonymous]
    [HttpPost("/account/first-password")]
    public async Task<IActionResult> First(FirstPasswordForm form)
    {
        var (user, breaches) = await first.SetAsync(form);
        if (user is not null)
        {
            await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, await sessions.OpenAsync(user));
            this.SayDone("密码已设好，一次性密码作废。下次用新密码登录。");
            return LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/");
        }

        if (breaches.Count > 0)
        {
            return View(new FirstPasswordPage(form.Ticket, form.ReturnUrl, breaches));
        }

        this.SayRefused("离开太久，或密码已经设过。请重新登录。");
        return LocalRedirect("/account/sign-in");
    }

    [Authorize(Policies.PasswordHelper)]
    [HttpGet("/accounts/{id:guid}/password")]
    public async Task<IActionResult> Issue(Guid id)
    {
        var person = await desk.FindAsync(HttpContext.Actor()!, id);
        return View(new IssuePage(person, Back(person.OrganisationId), "", []));
    }

    [Authorize(Policies.PasswordHelper)]
    [HttpPost("/accounts/{id:guid}/password")]
    public async Task<IActionResult> Issue(Guid id, string? check)
    {
        var actor = HttpContext.Actor()!;
        var person = await desk.FindAsync(actor, id);
        var text = check?.Trim() ?? "";
        var (password, breaches) = await desk.IssueAsync(actor, id, text);
        if (password is null)
        {
            return View(new IssuePage(person, Back(person.OrganisationId), text, breaches));
        }

        this.SayDone($"{person.FullName} 的一次性密码是 {password.Text}（只显示这一次）。请告诉本人：{DateText.Minute(password.Until)} 前用它登录，随即设置自己的密码。原来的登录已全部退出。");
        return LocalRedirect(Back(person.OrganisationId));
    }

    private string Back(Guid organisationId) => HttpContext.Actor()!.Level == Level.Administrator ? $"/admin/organisations/{organisationId}" : $"/enterprises/{organisationId}";
}

/// <summary>The page on which somebody is given a one-time password.</summary>
/// <param name="Back">The page of the person's organisation.</param>
/// <param name="Check">How the person was recognised.</param>
public sealed record IssuePage(PersonToHelp Person, string Back, string Check, IReadOnlyCollection<Breach> Breaches);
