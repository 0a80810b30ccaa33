using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Notices;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>Looks whether the platforms show what they accepted, and writes down since when: "accepted" and "shown" are two facts.</summary>
internal sealed class VisibilityWatch(
    IServiceScopeFactory scopes, PushClaims claims, PlatformClients clients, ChannelGuard guard, RetrySchedule schedule, IOptionsMonitor<SyncOptions> options, TimeProvider clock)
{
    private const int Batch = 100;
    private const int AtOnce = 8;

    /// <summary>Looks for everything it is time for; returns how many messages that were.</summary>
    public async Task<int> LookDueAsync(Destination destination, CancellationToken cancellation)
    {
        var looked = 0;
        while (await guard.MaySendAsync(destination, cancellation) && await claims.LookableAsync(destination, Batch, cancellation) is { Count: > 0 } messages)
        {
            // one question for all sections of a record
            var projects = messages.GroupBy(m => (m.ProjectNumber, m.RecordId)).Select(g => g.ToList()).ToList();
            var findings = new List<Finding>[projects.Count];
            await Parallel.ForAsync(0, projects.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, _) =>
                findings[i] = await LookAsync(destination, projects[i], cancellation));
            await WriteAsync([.. findings.SelectMany(f => f)], cancellation);
            looked += messages.Count;
        }

        return looked;
    }

    private async Task<List<Finding>> LookAsync(Destination destination, List<PushMessage> messages, CancellationToken cancellation)
    {
        if (IsLate(destination, messages))
        {
            return messages.ConvertAll(m => new Finding(m, null, null) { Unlooked = true });
        }

        var client = clients.Of(destination);
        var seen = await client.ShowAsync(messages[0].ProjectNumber, messages[0].RecordId);
        await guard.NoteAsync(destination, seen.Answer, cancellation);
        var findings = new List<Finding>(messages.Count);
        foreach (var message in messages)
        {
            var slug = ContractSection.Of(message.Section).Slug;
            var section = seen.Project?.Sections.FirstOrDefault(s => s.Section == slug);
            if (section is null)
            {
                findings.Add(new Finding(message, null, seen.Answer.Problem is null ? null : seen.Answer.Text));
            }
            else if (section.HasReceipt(message.Receipt))
            {
                var atGrade = Enum.TryParse<DataGrade>(section.Grade, out var grade) && grade >= message.Grade;
                findings.Add(new Finding(message, atGrade ? section : null, atGrade ? null : $"平台显示为 {ForeignText.Storable(section.Grade, 10)} 级，报送的是 {message.Grade} 级"));
            }
            else
            {
                findings.Add(await FollowAsync(client, destination, message, section, messages, cancellation));
            }
        }

        return findings;
    }

    /// <summary>The platform shows something else: newer content, of this record or (basic information is one for all) of another, or what was there before.</summary>
    private async Task<Finding> FollowAsync(
        PlatformClient client, Destination destination, PushMessage message, ShownSection section, List<PushMessage> messages, CancellationToken cancellation)
    {
        if (IsLate(destination, messages))
        {
            return new Finding(message, null, null) { Unlooked = true };
        }

        var own = await client.FollowAsync(message.Receipt!);
        await guard.NoteAsync(destination, own, cancellation);
        return own switch
        {
            { Superseded: true } => new Finding(message, section, null) { Superseded = true },
            { Problem: not null } or { NeverSeen: true } => new Finding(message, null, own.Text),
            _ => new Finding(message, null, "平台显示的还是另一份内容"),
        };
    }

    // what was claimed must be written down before somebody else may claim it
    private bool IsLate(Destination destination, List<PushMessage> messages) =>
        clock.GetUtcNow().UtcDateTime + options.CurrentValue.Of(destination).Timeout * 2 > messages[0].LeaseUntil;

    private async Task WriteAsync(List<Finding> findings, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var finding in findings)
        {
            db.Attach(finding.Message);
            Settle(finding, now);
            if (finding.Section is { } section)
            {
                db.PushAttempts.Add(new PushAttempt
                {
                    MessageId = finding.Message.Id,
                    At = now,
                    Act = finding.Superseded ? PushAct.Supersede : PushAct.See,
                    Status = 200,
                    Result = finding.Superseded ? $"平台已改为显示更新的内容（回执 {ForeignText.Storable(section.Receipt, AnswerReader.LongestReceipt)}）" : $"平台已显示，{section.Grade}级",
                });
            }
        }

        var settled = findings.FindAll(f => f.Section is not null);
        await SaveAsync(db, settled, cancellation);
        foreach (var finding in settled)
        {
            await ShownMarks.WriteAsync(db, finding.Message, finding.Superseded, finding.SinceOf(finding.Message), cancellation);
        }

        await PushNotices.ShownAsync(
            scope.ServiceProvider.GetRequiredService<Notifier>(), settled.Where(f => f.Known is null && (!f.Superseded || f.Message.Section == Sections.Basic)).Select(f => f.Message),
            now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private void Settle(Finding finding, DateTime now)
    {
        var message = finding.Message;
        if (finding.Unlooked)
        {
            message.LookAgain(now, message.Error);
        }
        else if (finding.Section is null)
        {
            message.LookAgain(schedule.NextLook(message.AcceptedAt ?? message.CreatedAt, now), finding.Why);
        }
        else if (finding.Superseded)
        {
            message.Supersede();
        }
        else
        {
            message.Show(finding.SinceOf(message));
        }
    }

    private static async Task SaveAsync(AppDbContext db, List<Finding> settled, CancellationToken cancellation)
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
                    settled.RemoveAll(s => ReferenceEquals(s.Message, entry.Entity));
                    entry.State = EntityState.Detached;
                }
            }
        }
    }

    /// <summary>What a look found out about one message.</summary>
    /// <param name="Section">What is shown in its place; null while it is waited for.</param>
    /// <param name="Why">What keeps it, as far as there is something to say.</param>
    private sealed record Finding(PushMessage Message, ShownSection? Section, string? Why)
    {
        public bool Superseded { get; init; }

        /// <summary>There was no time left for it; its turn comes again at once.</summary>
        public bool Unlooked { get; init; }

        /// <summary>Since when it was known to be shown before it was sent from here; it keeps that day, and is no news.</summary>
        public DateTime? Known { get; } = Message.ShownAt;

        // two clocks: what was accepted at ten past cannot have been shown at ten
        public DateTime SinceOf(PushMessage message) => Known ?? (Section!.SinceUtc < message.AcceptedAt ? message.AcceptedAt.Value : Section.SinceUtc);
    }
}
