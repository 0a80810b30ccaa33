using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>One click signs in as a demo person. Mapped in Development only; elsewhere the address does not exist.</summary>
internal static class DemoSignIn
{
    public static void MapDemoSignIn(this WebApplication app) =>
        app.MapPost("/account/sign-in/demo", SignInAsync).AllowAnonymous();

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, UserManager<User> users, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var person = DemoPeople.All.FirstOrDefault(p => p.UserName == context.Request.Form["person"].ToString());
        if (person is null || await users.FindByNameAsync(person.UserName) is not { } user)
        {
            return Results.NotFound();
        }

        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, await sessions.OpenAsync(user));
        return Results.LocalRedirect("/");
    }
}
