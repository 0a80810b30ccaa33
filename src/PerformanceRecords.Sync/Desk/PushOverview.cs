using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Desk;

/// <summary>How many messages stand where, and for how long.</summary>
/// <param name="Age">Column of the desk: 0 for up to an hour, 5 for more than seven days.</param>
public sealed record StandingCount(PushStanding Standing, int Age, int Count);

/// <summary>One line of the desk's list.</summary>
public sealed record PushRow(
    Guid Id, Destination Destination, string ProjectName, string ProjectNumber, Sections Section, PushState State, PushProblem? Problem,
    string? Error, int Attempts, DateTime CreatedAt, DateTime? NextAttemptAt)
{
    public PushStanding Standing => PushStandings.Of(State, Problem, NextAttemptAt is not null);
}

/// <summary>Where a page of the list goes on.</summary>
public sealed record PushKey(DateTime CreatedAt, Guid Id);

/// <summary>Sent and shown in one hour.</summary>
public sealed record HourOfPushes(DateTime From, int Sent, int Shown);

/// <summary>结果通知 of the last day.</summary>
public sealed record HeardOfPlatforms(int Count, DateTime? Last);

/// <summary>推送监控: what the desk shows. Always the whole country's view; only the province, the auditor and the administrator come here.</summary>
public sealed class PushOverview(AppDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<IReadOnlyList<StandingCount>> CountsAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime hour = now.AddHours(-1), day = now.AddDays(-1), third = now.AddDays(-3), fifth = now.AddDays(-5), seventh = now.AddDays(-7);
        var groups = await db.PushMessages.Undelivered()
            .GroupBy(m => new
            {
                m.State,
                Troubled = m.Problem != null,
                Scheduled = m.NextAttemptAt != null,
                Age = m.CreatedAt > hour ? 0 : m.CreatedAt > day ? 1 : m.CreatedAt > third ? 2 : m.CreatedAt > fifth ? 3 : m.CreatedAt > seventh ? 4 : 5,
            })
            .Select(g => new { g.Key.State, g.Key.Troubled, g.Key.Scheduled, g.Key.Age, Count = g.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. groups
                .GroupBy(g => (Standing: PushStandings.Of(g.State, g.Troubled ? PushProblem.Soon : null, g.Scheduled), g.Age))
                .Select(g => new StandingCount(g.Key.Standing, g.Key.Age, g.Sum(x => x.Count))),
        ];
    }

    public Task<List<PushChannel>> ChannelsAsync(CancellationToken cancellation = default) =>
        db.PushChannels.AsNoTracking().OrderBy(c => c.Destination).ToListAsync(cancellation);

    /// <summary>Undelivered messages, the oldest first; one row more than a page where there is a next one.</summary>
    public Task<List<PushRow>> ListAsync(PushStanding? standing, int? age, PushKey? after, CancellationToken cancellation = default)
    {
        var messages = standing is PushStanding.NeedsPerson or PushStanding.Parked ? db.PushMessages.WithPeople() : db.PushMessages.Undelivered();
        messages = standing is { } wanted ? messages.Where(PushStandings.Are(wanted)) : messages;
        var now = clock.GetUtcNow().UtcDateTime;
        if (age is { } column and >= 0 and <= 5)
        {
            DateTime from = column < 5 ? now - PushStandings.Ages[column] : DateTime.MinValue, to = column > 0 ? now - PushStandings.Ages[column - 1] : DateTime.MaxValue;
            messages = messages.Where(m => m.CreatedAt > from && m.CreatedAt <= to);
        }

        if (after is { } key)
        {
            messages = messages.Where(m => m.CreatedAt >= key.CreatedAt && (m.CreatedAt > key.CreatedAt || m.Id > key.Id));
        }

        return messages
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Take(PageSize + 1)
            .Select(m => new PushRow(m.Id, m.Destination, m.ProjectName, m.ProjectNumber, m.Section, m.State, m.Problem, m.Error, m.Attempts, m.CreatedAt, m.NextAttemptAt))
            .ToListAsync(cancellation);
    }

    /// <summary>A message with the whole line it stands in; empty where there is no such message.</summary>
    public Task<List<PushMessage>> LineAsync(Guid messageId, CancellationToken cancellation = default) => db.PushMessages.AsNoTracking()
        .Where(m => db.PushMessages.Any(o => o.Id == messageId && o.RecordId == m.RecordId && o.Destination == m.Destination))
        .OrderBy(m => m.Sequence)
        .ToListAsync(cancellation);

    public Task<List<PushAttempt>> AttemptsAsync(Guid messageId, CancellationToken cancellation = default) => db.PushAttempts.AsNoTracking()
        .Where(a => a.MessageId == messageId)
        .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
        .Take(200)
        .ToListAsync(cancellation);

    /// <summary>结果通知: what the platform announced of a message, the latest first.</summary>
    public Task<List<Announcement>> AnnouncementsAsync(PushMessage message, CancellationToken cancellation = default) => db.Announcements.AsNoTracking()
        .Where(a => a.Destination == message.Destination && a.IdempotencyKey == message.IdempotencyKey)
        .OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Id)
        .Take(50)
        .ToListAsync(cancellation);

    /// <summary>How many announcements the platforms made during the last day, and when the last one came.</summary>
    public async Task<HeardOfPlatforms> HeardAsync(CancellationToken cancellation = default)
    {
        var from = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        return await db.Announcements.Where(a => a.ReceivedAt >= from).GroupBy(_ => 1)
            .Select(g => new HeardOfPlatforms(g.Count(), g.Max(a => a.ReceivedAt))).SingleOrDefaultAsync(cancellation) ?? new(0, null);
    }

    /// <summary>近 24 小时: accepted and shown, hour by hour.</summary>
    public async Task<IReadOnlyList<HourOfPushes>> DayAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var from = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc).AddHours(-23);
        var groups = await db.PushAttempts
            .Where(a => a.At >= from && a.Problem == null && (a.Act == PushAct.Send || a.Act == PushAct.See))
            .GroupBy(a => new { a.Act, a.At.Year, a.At.Month, a.At.Day, a.At.Hour })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. Enumerable.Range(0, 24).Select(i => from.AddHours(i)).Select(hour => new HourOfPushes(hour, CountOf(PushAct.Send, hour), CountOf(PushAct.See, hour))),
        ];

        int CountOf(PushAct act, DateTime hour) => groups
            .Where(g => g.Key.Act == act && g.Key.Day == hour.Day && g.Key.Hour == hour.Hour)
            .Sum(g => g.Count);
    }
}
