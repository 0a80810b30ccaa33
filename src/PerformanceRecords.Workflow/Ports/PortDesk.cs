using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Ports;

/// <summary>The province extends ports, narrows them, closes them early and reminds of them; always with a reason, which the enterprise receives.</summary>
public sealed class PortDesk(AppDbContext db, AuditLog audit, Notifier notifier, DeadlineCalculator deadlines, TimeProvider clock)
{
    private const int LongestExtension = 60;
    private const int MostSubmissions = 5;

    public Task<Breach?> ExtendAsync(Guid id, int version, int workdays, string? reason, Actor actor, CancellationToken cancellation = default) =>
        OneAsync(id, version, actor, port => ExtendAsync(port, workdays, reason, actor, cancellation), cancellation);

    public Task<Breach?> CloseAsync(Guid id, int version, string? reason, Actor actor, CancellationToken cancellation = default) =>
        OneAsync(id, version, actor, port => CloseAsync(port, reason, actor, cancellation), cancellation);

    /// <summary>缩小范围: leaves <paramref name="remaining"/> open; what must be filled in, or is filled in already, cannot be taken out.</summary>
    public Task<Breach?> NarrowAsync(Guid id, int version, Sections remaining, string? reason, Actor actor, CancellationToken cancellation = default) =>
        OneAsync(id, version, actor, port => NarrowAsync(port, remaining, reason, actor, cancellation), cancellation);

    /// <summary>How often the enterprise may submit through it.</summary>
    public Task<Breach?> AllowAsync(Guid id, int version, int submissions, string? reason, Actor actor, CancellationToken cancellation = default) =>
        OneAsync(id, version, actor, port => AllowAsync(port, submissions, reason, actor, cancellation), cancellation);

    /// <summary>The same for many ports at once: what can be done is done, what cannot is said.</summary>
    public async Task<PortsChanged> ChangeManyAsync(
        IReadOnlyCollection<Guid> ids, PortChange change, int workdays, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        var wanted = new Wanted(change, workdays, Sections.None, reason);
        List<Breach> breaches = [.. ids.Count == 0 ? [new Breach("ports-missing", "Ports", "请先勾选端口。")] : Array.Empty<Breach>(), .. Wrong(wanted)];
        if (breaches.Count > 0)
        {
            return new(0, []) { Wrong = breaches };
        }

        var ports = Provincial(actor) ? await db.SupplementPorts.VisibleTo(actor).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).ToListAsync(cancellation) : [];
        if (ports.Count != ids.Count)
        {
            throw new NotFoundException(nameof(SupplementPort), string.Join(',', ids.Except(ports.Select(p => p.Id))));
        }

        return await ChangeAsync(ports, wanted, actor, cancellation);
    }

    /// <summary>The same for a whole letter: for all its ports that are not used up or closed.</summary>
    /// <param name="taken">缩小范围: what is taken out of every port.</param>
    /// <exception cref="NotFoundException">No ports of such a letter for this actor.</exception>
    public async Task<PortsChanged> ChangeLetterAsync(
        Guid letterId, PortChange change, int workdays, Sections taken, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        var all = Provincial(actor) ? await db.SupplementPorts.VisibleTo(actor).RestingOn(letterId, db.LetterCases).OrderBy(p => p.Number).ToListAsync(cancellation) : [];
        if (all.Count == 0)
        {
            throw new NotFoundException(nameof(SupplementPort), letterId);
        }

        var wanted = new Wanted(change, workdays, taken, reason);
        return Wrong(wanted) is { Count: > 0 } breaches
            ? new(0, []) { Wrong = breaches }
            : await ChangeAsync([.. all.Where(p => p.StateOn(deadlines.Today) is PortState.Open or PortState.Expired)], wanted, actor, cancellation);
    }

    private static List<Breach> Wrong(Wanted wanted)
    {
        Breach?[] wrong =
        [
            wanted.Change == PortChange.Extend ? WrongLength(wanted.Workdays) : null,
            wanted is { Change: PortChange.Narrow, Taken: Sections.None } ? new("narrow-nothing", "Taken", "请至少选一节要去掉的。") : null,
            ReasonMissing(wanted.Reason),
        ];
        return [.. wrong.OfType<Breach>()];
    }

    private async Task<PortsChanged> ChangeAsync(List<SupplementPort> ports, Wanted wanted, Actor actor, CancellationToken cancellation)
    {
        var refused = new List<string>();
        foreach (var port in ports)
        {
            var breach = wanted.Change switch
            {
                PortChange.Extend => await ExtendAsync(port, wanted.Workdays, wanted.Reason, actor, cancellation),
                PortChange.Close => await CloseAsync(port, wanted.Reason, actor, cancellation),
                PortChange.Remind => await RemindAsync(port, wanted.Reason!, actor, cancellation),
                PortChange.Narrow => await NarrowAsync(port, port.AllowedSections & ~wanted.Taken, wanted.Reason, actor, cancellation),
                _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted.Change, null),
            };
            if (breach is not null)
            {
                refused.Add($"{port.Number}：{breach.Message}");
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(SupplementPort), ports[0].Id);
        }

        return new(ports.Count - refused.Count, refused);
    }

    private async Task<Breach?> ExtendAsync(SupplementPort port, int workdays, string? reason, Actor actor, CancellationToken cancellation)
    {
        if ((WrongLength(workdays) ?? ReasonMissing(reason) ?? Over(port, "不能延期")) is { } breach)
        {
            return breach;
        }

        var from = port.ExpiresOn > deadlines.Today ? port.ExpiresOn : deadlines.Today;
        port.Extend(WorkingCalendar.AddWorkdays(from, workdays), reason!.Trim());
        var application = await db.Applications.SingleAsync(a => a.Id == port.ApplicationId, cancellation);
        if (application.Stage == Stage.FillIn)
        {
            application.DueBy(port.ExpiresOn);
            application.Touch(clock.GetUtcNow().UtcDateTime);
        }

        await TellAsync(port, actor, "port.Extend", $"{port.ExpiresOn:yyyy-MM-dd} {reason}", $"延期至 {port.ExpiresOn:yyyy-MM-dd}", reason!, cancellation);
        return null;
    }

    private async Task<Breach?> CloseAsync(SupplementPort port, string? reason, Actor actor, CancellationToken cancellation)
    {
        if ((ReasonMissing(reason) ?? Over(port, "不用再关闭")) is { } breach)
        {
            return breach;
        }

        port.Close(reason!.Trim(), clock.GetUtcNow().UtcDateTime);
        await TellAsync(port, actor, "port.Close", reason!, "已提前关闭", reason!, cancellation);
        return null;
    }

    private async Task<Breach?> NarrowAsync(SupplementPort port, Sections remaining, string? reason, Actor actor, CancellationToken cancellation)
    {
        if ((ReasonMissing(reason) ?? Over(port, "不能缩小范围")) is { } breach)
        {
            return breach;
        }

        var taken = port.AllowedSections & ~remaining;
        if (taken == Sections.None || (remaining & ~port.AllowedSections) != Sections.None)
        {
            return new("narrow-nothing", "Remaining", "请至少去掉一节；没有放开的节不能在这里加上。");
        }

        var type = await db.Applications.Where(a => a.Id == port.ApplicationId).Select(a => a.TypeCode).SingleAsync(cancellation);
        var written = await db.ApplicationSections.Where(s => s.ApplicationId == port.ApplicationId && s.SavedAt > port.OpenedAt).Select(s => s.Section).ToListAsync(cancellation);
        var kept = ApplicationTypes.Of(type).PlanAt(Stage.FillIn).Required | written.Aggregate(Sections.None, (all, s) => all | s);
        if ((taken & kept) != Sections.None)
        {
            return new("narrow-kept", "Remaining", $"{(taken & kept).InWords()}是必填的，或者企业已经填了，不能去掉。");
        }

        port.Narrow(remaining, reason!.Trim());
        await TellAsync(port, actor, "port.Narrow", $"去掉{taken.InWords()}。{reason}", $"缩小范围，不再填报{taken.InWords()}", reason!, cancellation);
        return null;
    }

    private async Task<Breach?> AllowAsync(SupplementPort port, int submissions, string? reason, Actor actor, CancellationToken cancellation)
    {
        if ((ReasonMissing(reason) ?? Over(port, "不能改提交次数")) is { } breach)
        {
            return breach;
        }

        if (submissions < Math.Max(1, port.SubmissionsUsed) || submissions > MostSubmissions)
        {
            return new("submissions", "Submissions", $"可提交次数请填 {Math.Max(1, port.SubmissionsUsed)} 到 {MostSubmissions}。");
        }

        port.AllowSubmissions(submissions, reason!.Trim());
        await TellAsync(port, actor, "port.Allow", $"{submissions} 次。{reason}", $"可提交 {submissions} 次", reason!, cancellation);
        return null;
    }

    private async Task<Breach?> RemindAsync(SupplementPort port, string reason, Actor actor, CancellationToken cancellation)
    {
        if (port.StateOn(deadlines.Today) != PortState.Open)
        {
            return new("port-over", "", "端口没有开通，不用提醒。");
        }

        port.Reminded(clock.GetUtcNow().UtcDateTime);
        await TellAsync(port, actor, "port.Remind", reason, $"请尽快填报，{port.ExpiresOn:yyyy-MM-dd} 到期", reason, cancellation);
        return null;
    }

    private async Task<Breach?> OneAsync(Guid id, int version, Actor actor, Func<SupplementPort, Task<Breach?>> change, CancellationToken cancellation)
    {
        var port = Provincial(actor) ? await db.SupplementPorts.VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == id, cancellation) : null;
        if ((port ?? throw new NotFoundException(nameof(SupplementPort), id)).Version != version)
        {
            throw new StaleException(nameof(SupplementPort), id);
        }

        if (await change(port) is { } breach)
        {
            return breach;
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(SupplementPort), id);
        }
    }

    // what the province did, in its log; and the enterprise gets the reason
    private async Task TellAsync(SupplementPort port, Actor actor, string action, string detail, string what, string reason, CancellationToken cancellation)
    {
        audit.Add(actor, action, port.Id, detail);
        var news = new NewsItem(
            NotificationKind.Port, $"“{port.ProjectName}”的补录端口{what}", $"补录端口 {port.Number}。{actor.OrganisationName}的理由：{reason.Trim()}",
            $"/ports/{port.Id}", $"port:{port.Id:N}:{port.Version}", clock.GetUtcNow().UtcDateTime);
        await notifier.TellAsync(port.EnterpriseId, news, cancellation);
    }

    private Breach? Over(SupplementPort port, string therefore) =>
        port.StateOn(deadlines.Today) is PortState.Used or PortState.Closed ? new("port-over", "", $"端口已经使用或关闭，{therefore}。") : null;

    private sealed record Wanted(PortChange Change, int Workdays, Sections Taken, string? Reason);

    private static bool Provincial(Actor actor) => actor.Level == Level.Province;

    private static Breach? WrongLength(int workdays) =>
        workdays is < 1 or > LongestExtension ? new("extension-length", "Workdays", $"延期请填 1 到 {LongestExtension} 个工作日。") : null;

    private static Breach? ReasonMissing(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("reason-missing", "Reason", "请写明理由，企业会收到。")
        : reason.Trim().Length > SupplementPort.LongestReason ? new("reason-long", "Reason", $"理由最多 {SupplementPort.LongestReason} 字。")
        : null;
}

/// <summary>What is done to many ports at once.</summary>
public enum PortChange
{
    /// <summary>延期</summary>
    Extend,

    /// <summary>提前关闭</summary>
    Close,

    /// <summary>提醒企业</summary>
    Remind,

    /// <summary>缩小范围</summary>
    Narrow,
}

/// <summary>How many were changed, and why the others were not.</summary>
public sealed record PortsChanged(int Done, IReadOnlyList<string> Refused)
{
    /// <summary>What was said wrongly for all of them; then none was changed.</summary>
    public IReadOnlyList<Breach> Wrong { get; init; } = [];
}
