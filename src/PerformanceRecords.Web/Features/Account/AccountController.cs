using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>Signing in and out, and one's own account.</summary>
public sealed class AccountController(SignInDesk desk, Sessions sessions, PasswordDesk passwords, FirstPasswordDesk first, Profiles profiles) : Controller
{
    [AllowAnonymous]
    [HttpGet("/account/sign-in")]
    public IActionResult SignIn(string? returnUrl, string? expired)
    {
        if (HttpContext.Actor() is not null)
        {
            return LocalRedirect(Local(returnUrl));
        }

        return View(new SignInPage(new SignInForm { ReturnUrl = Local(returnUrl) }, Expired: expired is not null));
    }

    [AllowAnonymous]
    [HttpPost("/account/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        var (user, refusal, mustChange) = await desk.CheckAsync(form.UserName, form.Password);
        if (user is null)
        {
            return Request.WantsJson()
                ? Json(new { ok = false, error = refusal })
                : View(new SignInPage(form with { Password = "" }, refusal));
        }

        if (mustChange)
        {
            return Request.WantsJson()
                ? Json(new { ok = false, error = "这是一次性密码。请另开一个窗口登录，设好自己的密码，再回到这里登录。" })
                : View("/Features/OneTimePasswords/First.cshtml", new FirstPasswordPage(first.TicketFor(user), Local(form.ReturnUrl), []));
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, await sessions.OpenAsync(user));
        return Request.WantsJson() ? Json(new { ok = true, user = user.Id }) : LocalRedirect(Local(form.ReturnUrl));
    }

    /// <summary>The form inside the dialog that opens when a session ended during work.</summary>
    [AllowAnonymous]
    [HttpGet("/account/session-ended")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult SessionEnded() => PartialView("_SessionEnded");

    // the button is on every page, so it carries no token; another site cannot send the cookie along
    [IgnoreAntiforgeryToken]
    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> SignOutHere()
    {
        if (HttpContext.Actor() is { } actor)
        {
            await sessions.CloseAsync(User, actor);
        }

        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        this.Say("您已退出登录。");
        return LocalRedirect("/account/sign-in");
    }

    [HttpGet("/account")]
    public async Task<IActionResult> Index() => View(await profiles.OfAsync(HttpContext.Actor()!));

    [HttpGet("/account/password")]
    public IActionResult Password() => View(new PasswordPage());

    [HttpPost("/account/password")]
    public async Task<IActionResult> Password(PasswordForm form)
    {
        var breaches = await passwords.ChangeAsync(HttpContext.Actor()!, form);
        if (breaches.Count > 0)
        {
            return View(new PasswordPage { Breaches = breaches });
        }

        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        this.SayDone("密码已修改，其他地方的登录也已退出。请用新密码登录。");
        return LocalRedirect("/account/sign-in");
    }

    private string Local(string? url) => Url.IsLocalUrl(url) ? url! : "/";
}
