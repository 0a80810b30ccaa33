using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Workflow.Ports;

/// <summary>The province extends ports and closes them early; always with a reason, which the enterprise receives.</summary>
public sealed class PortDesk(AppDbContext db, AuditLog audit, DeadlineCalculator deadlines, TimeProvider clock)
{
    private const int LongestExtension = 60;

    public async Task<Breach?> ExtendAsync(Guid id, int version, int workdays, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        var port = await LoadAsync(id, version, actor, cancellation);
        if (workdays is < 1 or > LongestExtension)
        {
            return new("extension-length", "Workdays", $"延期请填 1 到 {LongestExtension} 个工作日。");
        }

        if (ReasonMissing(reason) is { } breach)
        {
            return breach;
        }

        if (port.StateOn(deadlines.Today) is PortState.Used or PortState.Closed)
        {
            return new("port-over", "", "端口已经使用或关闭，不能延期。");
        }

        var from = port.ExpiresOn > deadlines.Today ? port.ExpiresOn : deadlines.Today;
        port.Extend(Domain.Reference.WorkingCalendar.AddWorkdays(from, workdays), reason!.Trim());
        var application = await db.Applications.SingleAsync(a => a.Id == port.ApplicationId, cancellation);
        if (application.Stage == Stage.FillIn)
        {
            application.DueBy(port.ExpiresOn);
            application.Touch(clock.GetUtcNow().UtcDateTime);
        }

        audit.Add(actor, "port.Extend", port.Id, $"{port.ExpiresOn:yyyy-MM-dd} {reason}");
        await SaveAsync(port, cancellation);
        return null;
    }

    public async Task<Breach?> CloseAsync(Guid id, int version, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        var port = await LoadAsync(id, version, actor, cancellation);
        if (ReasonMissing(reason) is { } breach)
        {
            return breach;
        }

        if (port.StateOn(deadlines.Today) is PortState.Used or PortState.Closed)
        {
            return new("port-over", "", "端口已经使用或关闭。");
        }

        port.Close(reason!.Trim(), clock.GetUtcNow().UtcDateTime);
        audit.Add(actor, "port.Close", port.Id, reason);
        await SaveAsync(port, cancellation);
        return null;
    }

    private async Task<SupplementPort> LoadAsync(Guid id, int version, Actor actor, CancellationToken cancellation)
    {
        var port = actor.Level == Level.Province
            ? await db.SupplementPorts.VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == id, cancellation)
            : null;
        return (port ?? throw new NotFoundException(nameof(SupplementPort), id)).Version == version ? port : throw new StaleException(nameof(SupplementPort), id);
    }

    private async Task SaveAsync(SupplementPort port, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(SupplementPort), port.Id);
        }
    }

    private static Breach? ReasonMissing(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("reason-missing", "Reason", "请写明理由，企业会收到。")
        : reason.Trim().Length > 500 ? new("reason-long", "Reason", "理由最多 500 字。")
        : null;
}
