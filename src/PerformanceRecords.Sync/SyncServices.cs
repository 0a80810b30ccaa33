using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.DataStandard;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Callbacks;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Sync.Mirror;
using PerformanceRecords.Sync.Notices;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync;

/// <summary>Registers what speaks to the platforms outside.</summary>
public static class SyncServices
{
    public static IServiceCollection AddPortalSync(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SyncOptions>().Bind(configuration.GetSection(SyncOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RetrySchedule>();
        services.AddSingleton<PlatformClients>();
        services.AddSingleton<INationalPlatform, NationalPlatform>();
        services.AddSingleton<SectionPayload>();
        services.AddSingleton<SentRequest>();
        services.AddSingleton<ContractSchemas>();
        services.AddSingleton<IDryRun, DryRun>();
        services.AddSingleton<PushClaims>();
        services.AddSingleton<PushSender>();
        services.AddSingleton<PushRecorder>();
        services.AddSingleton<ChannelGuard>();
        services.AddSingleton<VisibilityWatch>();
        services.AddSingleton<PushPulse>();
        services.AddSingleton<PushRound>();
        services.AddSingleton(provider => new PushDispatcher(
            provider.GetRequiredService<PushRound>(),
            provider.GetRequiredService<VisibilityWatch>(),
            provider.GetRequiredService<PushClaims>(),
            provider.GetRequiredService<PushPulse>(),
            provider.GetRequiredService<PushSignal>(),
            provider.GetRequiredService<IOptionsMonitor<SyncOptions>>(),
            provider.GetRequiredService<ILogger<PushDispatcher>>()));
        services.AddScoped<CallbackDesk>();
        services.AddSingleton<MirrorDesk>().AddScoped<MirrorReader>().AddScoped<MirrorRepair>();
        services.AddSingleton<MirrorNight>().AddHostedService(provider => provider.GetRequiredService<MirrorNight>());
        services.AddScoped<IReminder, DeadlineReminder>();
        services.AddScoped<PushOverview>().AddScoped<PushHistory>().AddScoped<DeadlineList>().AddScoped<CatchUp>();
        services.AddScoped(provider => new PushDesk(
            provider.GetRequiredService<AppDbContext>(),
            provider.GetRequiredService<ChannelGuard>(),
            provider.GetRequiredService<PushSignal>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<PushDispatcher>());
        return services;
    }
}
