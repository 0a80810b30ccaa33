using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using PerformanceRecords.Web.Features;
using PerformanceRecords.Web.Features.Account;
using PerformanceRecords.Web.Features.Api;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Hosting;

/// <summary>Registers what shows pages, and the order in which a request goes through.</summary>
public static class WebServices
{
    public static IServiceCollection AddPortalWeb(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>().BindConfiguration("Portal").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemoOptions>().BindConfiguration("Demo");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PortalOptions>>().Value);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<NavigationCounts>();
        services.AddHostedService<ReminderLoop>();
        services.AddPortalIdentity();
        services.AddPortalFeatures();
        services.AddPortalApi();
        // Chinese text as itself instead of five bytes of escape per sign; markup is still escaped
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "portal-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.KeepFormTokens();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddControllersWithViews(options =>
            {
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add(new WholePages());
                // the forms check themselves and say in Chinese what is missing
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            })
            .AddCookieTempDataProvider(options =>
            {
                options.Cookie.Name = Banner.Cookie;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            })
            .AddRazorOptions(options =>
            {
                options.ViewLocationFormats.Clear();
                options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
                options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            });
        return services;
    }

    public static void UsePortalWeb(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(FailureStatus.Pages());
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPermitApi();
        app.MapAnnouncementApi();
        app.MapControllers().WithStaticAssets();
        if (app.Environment.IsDevelopment())
        {
            app.MapDemoSignIn();
        }

        // an address that does not exist is not found, for people who are not signed in too
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }
}
