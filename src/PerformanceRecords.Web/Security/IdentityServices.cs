using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;

namespace PerformanceRecords.Web.Security;

/// <summary>Registers who may sign in, and how a request knows who sent it.</summary>
internal static class IdentityServices
{
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>().BindConfiguration("Account").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Sessions>();
        services.AddScoped<SignInLog>();
        services.AddIdentityCore<User>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddPasswordValidator<PasswordIsNotTheName>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<AccountOptions>>(Configure);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SignInCookie>();
        return services.AddPortalPolicies();
    }

    private static void Configure(IdentityOptions options, IOptions<AccountOptions> account)
    {
        var rules = account.Value;
        options.Password.RequiredLength = rules.PasswordLength;
        options.Password.RequireDigit = true;
        options.Password.RequireLowercase = true;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = rules.FailuresBeforeLockout;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(rules.LockoutMinutes);
        // people use their names
        options.User.AllowedUserNameCharacters = "";
    }
}
