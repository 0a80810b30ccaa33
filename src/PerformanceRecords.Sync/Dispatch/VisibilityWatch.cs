using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Notices;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>Looks whether the platforms show what they accepted, and writes down since when: "accepted" and "shown" are two facts.</summary>
internal sealed class VisibilityWatch(IServiceScopeFactory scopes, PushClaims claims, PlatformClients clients, ChannelGuard guard, RetrySchedule schedule, TimeProvider clock)
{
    private const int Batch = 100;
    private const int AtOnce = 8;

    /// <summary>Looks for everything it is time for; returns how many messages that were.</summary>
    public async Task<int> LookDueAsync(Destination destination, CancellationToken cancellation)
    {
        var looked = 0;
        while (await guard.MaySendAsync(destination, cancellation) && await claims.LookableAsync(destination, Batch, cancellation) is { Count: > 0 } messages)
        {
            looked += messages.Count;
            // one question for all sections of a record
            var projects = messages.GroupBy(m => (m.ProjectNumber, m.RecordId)).ToList();
            var findings = new Finding[projects.Count];
            await Parallel.ForAsync(0, projects.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, _) =>
            {
                var seen = await clients.Of(destination).ShowAsync(projects[i].Key.ProjectNumber, projects[i].Key.RecordId);
                await guard.NoteAsync(destination, seen.Answer, cancellation);
                findings[i] = new Finding([.. projects[i]], seen);
            });
            await WriteAsync(findings, cancellation);
        }

        return looked;
    }

    private async Task WriteAsync(IEnumerable<Finding> findings, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var shown = new List<(PushMessage Message, DateTime Since)>();
        foreach (var (messages, seen) in findings)
        {
            foreach (var message in messages)
            {
                db.Attach(message);
                var (section, why) = Judge(message, messages, seen);
                if (section is null)
                {
                    message.LookAgain(schedule.NextLook(message.AcceptedAt ?? message.CreatedAt, now), why);
                    continue;
                }

                // two clocks: what was accepted at ten past cannot have been shown at ten
                var since = section.Since < message.AcceptedAt ? message.AcceptedAt.Value : section.Since;
                message.Show(since);
                shown.Add((message, since));
                db.PushAttempts.Add(new PushAttempt
                {
                    MessageId = message.Id,
                    At = now,
                    Act = PushAct.See,
                    Status = 200,
                    Result = $"平台已显示，{section.Grade}级",
                });
            }
        }

        await SaveAsync(db, shown, cancellation);
        foreach (var (message, since) in shown)
        {
            await MarkAsync(db, message, since, cancellation);
        }

        await PushNotices.ShownAsync(scope.ServiceProvider.GetRequiredService<Notifier>(), shown.Select(s => s.Message), now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The shown section that answers the message, or what keeps it from that.</summary>
    private static (ShownSection? Section, string? Why) Judge(PushMessage message, IReadOnlyList<PushMessage> ofRecord, ShownAnswer seen)
    {
        if (seen.Answer.Problem is not null)
        {
            return (null, seen.Answer.Text);
        }

        var slug = ContractSection.Of(message.Section).Slug;
        var section = seen.Project?.Sections.FirstOrDefault(s => s.Section == slug);
        if (section is null)
        {
            return (null, null);
        }

        if (!Enum.TryParse<DataGrade>(section.Grade, out var grade) || grade < message.Grade)
        {
            return (null, $"平台显示为 {section.Grade} 级，报送的是 {message.Grade} 级");
        }

        // a newer revision of ours that is shown stands for the older one
        var newer = ofRecord.Any(m => m.Section == message.Section && m.Sequence > message.Sequence && m.Receipt == section.Receipt);
        return section.Receipt == message.Receipt || newer ? (section, null) : (null, "平台显示的还是另一份内容");
    }

    private static async Task SaveAsync(AppDbContext db, List<(PushMessage Message, DateTime Since)> shown, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException lost)
            {
                // somebody else looked meanwhile; his finding stands
                foreach (var entry in lost.Entries)
                {
                    shown.RemoveAll(s => ReferenceEquals(s.Message, entry.Entity));
                    entry.State = EntityState.Detached;
                }
            }
        }
    }

    private static async Task MarkAsync(AppDbContext db, PushMessage message, DateTime since, CancellationToken cancellation)
    {
        if (message.Destination == Destination.NationalPlatform)
        {
            await db.RecordSections
                .Where(s => s.RecordId == message.RecordId && s.Section == message.Section && (s.ShownRevision == null || s.ShownRevision <= message.Revision))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(s => s.ShownAt, s => s.ShownRevision == message.Revision ? s.ShownAt : since)
                        .SetProperty(s => s.ShownGrade, message.Grade)
                        .SetProperty(s => s.ShownRevision, message.Revision),
                    cancellation);
            await CarryBasicAsync(db, message, cancellation);
            // what was sent again to put a drift right has put it right
            await db.MirroredSections
                .Where(m => m.RecordId == message.RecordId && m.Section == message.Section && m.Drift != Drift.None)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Drift, Drift.None).SetProperty(m => m.DriftSince, (DateTime?)null).SetProperty(m => m.Grade, message.Grade),
                    cancellation);
        }

        await db.Applications
            .Where(a => a.Id == message.ApplicationId && a.ShownAt == null && !db.PushMessages.Any(m => m.ApplicationId == a.Id && m.State != PushState.Shown))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ShownAt, since), cancellation);
    }

    // 五.1（3）: basic information is not raised by itself, it follows the section that carries it
    private static async Task CarryBasicAsync(AppDbContext db, PushMessage message, CancellationToken cancellation)
    {
        if (message.Grade is not (DataGrade.A or DataGrade.B) || message.Section is not (Sections.DrawingReview or Sections.Indicators))
        {
            return;
        }

        var sector = await db.Records.Where(r => r.Id == message.RecordId).Select(r => r.Sector).SingleAsync(cancellation);
        var lower = Enum.GetValues<DataGrade>().Where(g => g < message.Grade).Cast<DataGrade?>().ToList();
        if (Upgrade.CarrierOf(sector) == message.Section)
        {
            await db.RecordSections
                .Where(s => s.RecordId == message.RecordId && s.Section == Sections.Basic && lower.Contains(s.ShownGrade))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ShownGrade, message.Grade), cancellation);
        }
    }

    private sealed record Finding(IReadOnlyList<PushMessage> Messages, ShownAnswer Seen);
}
