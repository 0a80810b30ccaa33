using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Registration;

/// <summary>企业注册, open to everybody.</summary>
[AllowAnonymous]
public sealed class RegistrationController(EnterpriseRegistration registration, Sessions sessions) : Controller
{
    [HttpGet("/account/register")]
    public IActionResult Register() => View(new RegistrationPage(new(), []));

    [HttpPost("/account/register")]
    public async Task<IActionResult> Register(RegistrationForm form)
    {
        var (user, breaches) = await registration.RegisterAsync(form);
        if (user is null)
        {
            return View(new RegistrationPage(form, breaches));
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, await sessions.OpenAsync(user));
        this.SayDone("注册已提交。注册地设区市主管部门确认后即可申报；现在可以先登录查看。");
        return LocalRedirect("/");
    }
}
