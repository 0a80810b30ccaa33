using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;

namespace PerformanceRecords.Web.Hosting;

/// <summary>Asks every few minutes whether something has come of age that people should know.</summary>
internal sealed class ReminderLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReminderLoop> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RemindAsync(stoppingToken);
        }
    }

    private async Task RemindAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var reminder in scope.ServiceProvider.GetServices<IReminder>())
            {
                await reminder.RemindAsync(stopping);
            }
        }
        catch (DbUpdateException e)
        {
            // another instance told the same in the same moment; what is left is told next time
            log.LogInformation(e, "A reminder had been told already");
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogError(e, "Reminders failed and are tried again");
        }
    }
}
