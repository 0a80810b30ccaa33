using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Sync.Mirror;

/// <summary>夜间核对: once a night, from a configured hour in China, compares everything that is shown. One instance does it; where it stopped, another goes on.</summary>
public sealed class MirrorNight(
    IServiceScopeFactory scopes, MirrorDesk desk, IOptionsMonitor<SyncOptions> options, TimeProvider clock, ILogger<MirrorNight> log) : BackgroundService
{
    private const int Batch = 100;

    // so often what the platform said nothing about is asked for again, a minute apart, before the night ends without it
    private const int Tries = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly string owner = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly HashSet<Guid> owed = [];
    private int tries;

    /// <summary>Compares what is left of tonight, if it is time; null when there is nothing to do or somebody else does it.</summary>
    public async Task<MirrorRun?> RunAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var china = ChinaClock.ToChina(now);
        var day = DateOnly.FromDateTime(china);
        if (china.TimeOfDay < options.CurrentValue.MirrorAt || !await TakeAsync(day, now, cancellation))
        {
            return null;
        }

        while (await StepAsync(day, cancellation))
        {
            log.LogDebug("A batch of the mirror was compared");
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().MirrorRuns.AsNoTracking().SingleAsync(r => r.Day == day, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CurrentValue.Dispatches)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The nightly comparison failed and goes on where it stopped");
            }
        }
    }

    // whoever changes the row first has the night
    private async Task<bool> TakeAsync(DateOnly day, DateTime now, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (!await db.MirrorRuns.AnyAsync(r => r.Day == day, cancellation))
        {
            db.MirrorRuns.Add(new MirrorRun { Day = day, StartedAt = now });
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // another instance began the night in the same moment
                return false;
            }
        }

        var until = now + Lease;
        return await db.MirrorRuns
            .Where(r => r.Day == day && r.FinishedAt == null && (r.LeaseUntil == null || r.LeaseUntil <= now || r.LeaseOwner == owner))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseOwner, owner).SetProperty(r => r.LeaseUntil, until), cancellation) > 0;
    }

    /// <summary>Compares the next records; false when the night is over, or the platform does not answer and the rest waits.</summary>
    private async Task<bool> StepAsync(DateOnly day, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var run = await db.MirrorRuns.SingleAsync(r => r.Day == day, cancellation);
        var shown = db.Records.Where(r => r.Sections.Any(s => s.ShownAt != null));
        var next = await (run.After is { } after ? shown.Where(r => r.Id > after) : shown).OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (run.After is null)
        {
            owed.Clear();
            tries = 0;
        }

        if (next.Count == 0)
        {
            if (owed.Count > 0 && tries < Tries)
            {
                return await AskOwedAsync(db, run, now, cancellation);
            }

            await FinishAsync(scope.ServiceProvider, run, now, cancellation);
            return false;
        }

        var result = await desk.CompareAsync(next, cancellation);
        if (result.Unanswered.Count == next.Count)
        {
            return false;
        }

        owed.UnionWith(result.Unanswered);
        (run.After, run.LeaseUntil) = (next[^1], now + Lease);
        run.Records += result.Records - result.Unanswered.Count;
        run.Drifted += result.Drifted;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Asks again for what the platform said nothing about; false where it still does not, and the next minute tries again.</summary>
    private async Task<bool> AskOwedAsync(AppDbContext db, MirrorRun run, DateTime now, CancellationToken cancellation)
    {
        tries++;
        var result = await desk.CompareAsync([.. owed], cancellation);
        owed.IntersectWith(result.Unanswered);
        run.LeaseUntil = now + Lease;
        run.Records += result.Records - result.Unanswered.Count;
        run.Drifted += result.Drifted;
        await db.SaveChangesAsync(cancellation);
        return owed.Count == 0;
    }

    private static async Task FinishAsync(IServiceProvider services, MirrorRun run, DateTime now, CancellationToken cancellation)
    {
        (run.FinishedAt, run.LeaseOwner, run.LeaseUntil) = (now, null, null);
        if (run.Drifted > 0)
        {
            await services.GetRequiredService<Notifier>().TellProvinceAsync(
                new NewsItem(
                    NotificationKind.Drift, $"夜间核对发现 {run.Drifted} 处新的不一致",
                    $"核对了 {run.Records} 个项目，部平台显示的内容、等级与省平台有 {run.Drifted} 处新的不一致。", "/push/mirror", $"mirror:{run.Day:yyyyMMdd}", now),
                cancellation);
        }

        await services.GetRequiredService<AppDbContext>().SaveChangesAsync(cancellation);
    }
}
