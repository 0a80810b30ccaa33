using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Web.Security;

/// <summary>The sign-in cookie: half an hour without use ends it, scripts cannot read it, other sites cannot send it.</summary>
internal sealed class SignInCookie(IDataProtectionProvider protection, IMemoryCache cache, IOptions<AccountOptions> account)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(account.Value.IdleMinutes);
        options.SlidingExpiration = true;
        options.Cookie.Name = "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.TicketDataFormat = new CachedTicketFormat(
            new TicketDataFormat(protection.CreateProtector("PerformanceRecords.SignIn")), cache);
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ChallengeAsync;
        options.Events.OnRedirectToAccessDenied = DenyAsync;
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // an error page must not fail on what made the page fail
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            if (context.HttpContext.Actor() is null)
            {
                context.RejectPrincipal();
            }

            return;
        }

        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal is not null && await sessions.FindAsync(context.Principal) is { } actor)
        {
            context.HttpContext.SetActor(actor);
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    /// <summary>A page leads to the sign-in page and back; a script gets 401 and opens its dialog.</summary>
    private static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.IsFromScript())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var expired = context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!);
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : "";
        var query = QueryString.Create("returnUrl", back.ToString());
        context.Response.Redirect(context.Options.LoginPath + (expired ? query.Add("expired", "1") : query));
        return Task.CompletedTask;
    }

    private static Task DenyAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
