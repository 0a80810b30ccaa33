namespace PerformanceRecords.Web.Printing;

/// <summary>Registers what makes paper.</summary>
internal static class PrintingServices
{
    public static IServiceCollection AddPortalPrinting(this IServiceCollection services)
    {
        services.AddOptions<PrintingOptions>().BindConfiguration(PrintingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ChromiumPrinter>();
        services.AddSingleton<PrintedPage>();
        services.AddScoped<ViewText>();
        services.AddScoped<PaperWriter>();
        services.AddSingleton<Printer>();
        services.AddHostedService(provider => provider.GetRequiredService<Printer>());
        return services;
    }
}
