using PerformanceRecords.Web.Features.Account;
using PerformanceRecords.Web.Features.Admin;
using PerformanceRecords.Web.Features.Applications;
using PerformanceRecords.Web.Features.Enterprises;
using PerformanceRecords.Web.Features.Home;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Features.Registration;
using PerformanceRecords.Web.Features.Reviews;
using PerformanceRecords.Web.Features.Verification;
using PerformanceRecords.Web.Hosting;
using PerformanceRecords.Web.Printing;

namespace PerformanceRecords.Web.Features;

/// <summary>Registers what the pages of the features work with; a feature with more than a few lines brings its own extension method.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services)
    {
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<PasswordIssuer>().AddScoped<FirstPasswordDesk>().AddScoped<IssueDesk>().AddScoped<PasswordHelp>().AddScoped<FirstAdministrator>();
        services.AddScoped<Profiles>();
        services.AddScoped<EnterpriseRegistration>();
        services.AddScoped<EnterpriseDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<ChangeDesk>();
        services.AddScoped<AdminPages>();
        services.AddScoped<HomePages>();
        services.AddScoped<Finder>();
        services.AddScoped<CasePages>();
        services.AddScoped<LetterPages>();
        services.AddPortalPrinting();
        services.AddSingleton<VerificationLimiter>();
        services.AddScoped<SectionPages>().AddScoped<UploadReader>();
        return services;
    }
}
