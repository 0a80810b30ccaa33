using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Desk;

/// <summary>One push of the past or the present, delivered or not.</summary>
/// <param name="At">When it was approved, or in a list of one hour when it was accepted or shown.</param>
public sealed record PushHistoryRow(
    Guid Id, Destination Destination, string ProjectName, string ProjectNumber, Sections Section, PushState State, PushProblem? Problem, bool Scheduled,
    DateTime ApprovedAt, DateTime? AcceptedAt, DateTime? ShownAt, DateTime At, Guid Key)
{
    public PushStanding Standing => PushStandings.Of(State, Problem, Scheduled);

    public bool IsDelivered => State is PushState.Shown or PushState.Superseded;
}

/// <summary>推送记录: where is this project? Finds what the desk's own list no longer shows, because it has arrived.</summary>
public sealed class PushHistory(AppDbContext db)
{
    public const int PageSize = 20;

    /// <summary>The pushes of the projects with this number, or whose name holds the text, or the one push with this key; the latest first.</summary>
    public Task<List<PushHistoryRow>> FindAsync(string text, PushKey? after, CancellationToken cancellation = default)
    {
        // numbers and keys are looked up whole, through their indexes
        var whole = text.Length >= 12 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':');
        var messages = whole
            ? db.PushMessages.Where(m => m.IdempotencyKey == text || db.Records.Any(r => r.Id == m.RecordId && r.ProjectNumber == text))
            : db.PushMessages.Where(m => db.Records.Any(r => r.Id == m.RecordId && r.ProjectName.Contains(text)));
        return LatestAsync(messages, after, cancellation);
    }

    /// <summary>Everything pushed of one record, the latest first.</summary>
    public Task<List<PushHistoryRow>> OfRecordAsync(Guid recordId, PushKey? after, CancellationToken cancellation = default) =>
        LatestAsync(db.PushMessages.Where(m => m.RecordId == recordId), after, cancellation);

    /// <summary>What was accepted (<see cref="PushAct.Send"/>) or first seen to be shown (<see cref="PushAct.See"/>) within one hour, as the chart counts it.</summary>
    public Task<List<PushHistoryRow>> OfHourAsync(DateTime from, PushAct act, PushKey? after, CancellationToken cancellation = default)
    {
        var to = from.AddHours(1);
        var attempts = db.PushAttempts.AsNoTracking().Where(a => a.At >= from && a.At < to && a.Act == act && a.Problem == null);
        if (after is { } key)
        {
            attempts = attempts.Where(a => a.At >= key.CreatedAt && (a.At > key.CreatedAt || a.Id > key.Id));
        }

        return (
            from a in attempts
            join m in db.PushMessages on a.MessageId equals m.Id
            orderby a.At, a.Id
            select new PushHistoryRow(
                m.Id, m.Destination, m.ProjectName, m.ProjectNumber, m.Section, m.State, m.Problem, m.NextAttemptAt != null,
                m.CreatedAt, m.AcceptedAt, m.ShownAt, a.At, a.Id)).Take(PageSize + 1).ToListAsync(cancellation);
    }

    private static Task<List<PushHistoryRow>> LatestAsync(IQueryable<PushMessage> messages, PushKey? after, CancellationToken cancellation)
    {
        if (after is { } key)
        {
            messages = messages.Where(m => m.CreatedAt < key.CreatedAt || (m.CreatedAt == key.CreatedAt && m.Id < key.Id));
        }

        return messages.AsNoTracking().OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
            .Select(m => new PushHistoryRow(
                m.Id, m.Destination, m.ProjectName, m.ProjectNumber, m.Section, m.State, m.Problem, m.NextAttemptAt != null,
                m.CreatedAt, m.AcceptedAt, m.ShownAt, m.CreatedAt, m.Id)).ToListAsync(cancellation);
    }
}
