namespace PerformanceRecords.Web.Features.Api;

/// <summary>Registers what other systems call.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddPortalApi(this IServiceCollection services)
    {
        services.AddOptions<PermitApiOptions>().BindConfiguration(PermitApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PermitSenders>();
        services.AddOpenApi(PermitApi.Document, PermitDocument.Describe);
        return services;
    }
}
