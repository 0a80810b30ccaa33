using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>Opens, uses up and releases the supplement port of an application.</summary>
public sealed class SupplementPortHandler(AppDbContext db, NumberTaker numbers, Notifier notifier, DeadlineCalculator deadlines)
{
    public async Task OpenAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        var enterprise = await db.Organisations.Where(o => o.Id == application.EnterpriseId).Select(o => o.Name).SingleAsync(cancellation);
        var letter = await (
            from c in db.LetterCases
            join l in db.Letters on c.LetterId equals l.Id
            where c.ApplicationId == application.Id && l.State == LetterState.Signed
            orderby l.SignedAt descending
            select new { l.Id, l.Number }).FirstOrDefaultAsync(cancellation);
        var port = new SupplementPort
        {
            Number = await numbers.PortNumberAsync(ChinaClock.DateInChina(context.Now).Year, cancellation),
            ApplicationId = application.Id,
            EnterpriseId = application.EnterpriseId,
            EnterpriseName = enterprise,
            ProjectName = application.ProjectName,
            CityCode = application.CityCode,
            AllowedSections = ApplicationTypes.Of(application.TypeCode).PlanAt(Stage.FillIn).Sections,
            LetterId = letter?.Id,
            LetterNumber = letter?.Number,
            OpenedAt = context.Now,
            OpenedBy = context.Actor.UserId,
            OpenedByName = context.Actor.FullName,
            ExpiresOn = deadlines.After(deadlines.Limits.PortDays),
        };
        db.SupplementPorts.Add(port);
        application.DueBy(port.ExpiresOn);
        context.Event.Reference = port.Number;
    }

    public async Task UseAsync(EffectContext context, CancellationToken cancellation)
    {
        var port = await LatestAsync(context, cancellation);
        if (port?.StateOn(deadlines.Today) != PortState.Open)
        {
            throw new InvalidOperationException($"Application {context.Application.Id} has no open port; the filing check asks before.");
        }

        port.Use(context.Now);
        context.Event.Reference = port.Number;
    }

    public async Task ReleaseAsync(EffectContext context, CancellationToken cancellation)
    {
        // an amended filing that is withdrawn goes back to its amendment, for which no port is needed
        if (context.Application.Stage == Stage.FillIn && await LatestAsync(context, cancellation) is { } port)
        {
            port.Release();
            context.Application.DueBy(port.ExpiresOn);
            context.Event.Reference = port.Number;
        }
    }

    public async Task LockAsync(EffectContext context, CancellationToken cancellation)
    {
        if (await LatestAsync(context, cancellation) is { } port)
        {
            if (port.SubmissionsUsed > 0)
            {
                throw new InvalidOperationException($"Port {port.Number} was submitted through; the letter desk asks before.");
            }

            var reason = $"来函 {port.LetterNumber} 已收回：{context.Event.Opinion}";
            port.Close(reason.Length <= SupplementPort.LongestReason ? reason : reason[..(SupplementPort.LongestReason - 1)] + "…", context.Now);
            var news = new NewsItem(
                NotificationKind.Port, $"“{port.ProjectName}”的补录端口已锁定", $"补录端口 {port.Number}。{port.Reason!.TrimEnd('。')}。已填的内容保留，重新报省并开通端口后可以接着填。",
                $"/ports/{port.Id}", $"port:{port.Id:N}:{port.Version}", context.Now);
            await notifier.TellAsync(port.EnterpriseId, news, cancellation);
        }
    }

    private Task<SupplementPort?> LatestAsync(EffectContext context, CancellationToken cancellation) =>
        db.SupplementPorts.Where(p => p.ApplicationId == context.Application.Id)
            .OrderByDescending(p => p.OpenedAt)
            .FirstOrDefaultAsync(cancellation);
}
