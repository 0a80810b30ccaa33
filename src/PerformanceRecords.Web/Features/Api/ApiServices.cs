namespace PerformanceRecords.Web.Features.Api;

/// <summary>Registers what other systems call.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddPortalApi(this IServiceCollection services)
    {
        services.AddOptions<PermitApiOptions>().BindConfiguration(PermitApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PermitSenders>();
        services.AddOpenApi(PermitApi.Document, options =>
        {
            options.ShouldInclude = description => description.GroupName == PermitApi.Document;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "施工许可证接口";
                document.Info.Version = "v1";
                return Task.CompletedTask;
            });
        });
        return services;
    }
}
