using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One landed change.</summary>
public sealed record RevisionLine(Sections Section, int Revision, DateTime At, string ByName, Guid ApplicationId, string? ApplicationNumber, string TypeCode);

/// <summary>A section as it was on a day. Identity numbers are sealed in it; open or mask them for display.</summary>
public sealed record SectionAsOf(Sections Section, int Revision, DateTime At, SectionValues Values);

/// <summary>历史时点: every landed change of a record, and the record as of any day.</summary>
public sealed class RecordHistory(AppDbContext db, PersonalNumbers numbers)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RevisionLine>> RevisionsAsync(Guid recordId, Actor actor, CancellationToken cancellation = default)
    {
        await ExpectAsync(recordId, actor, cancellation);
        return await (
            from r in db.RecordRevisions.AsNoTracking()
            join a in db.Applications on r.ApplicationId equals a.Id
            where r.RecordId == recordId
            orderby r.At descending, r.Revision descending
            select new RevisionLine(r.Section, r.Revision, r.At, r.ByName, a.Id, a.Number, a.TypeCode)).ToListAsync(cancellation);
    }

    /// <summary>What had landed by the end of a day in China.</summary>
    public async Task<IReadOnlyList<SectionAsOf>> AsOfAsync(Guid recordId, DateOnly day, Actor actor, CancellationToken cancellation = default)
    {
        await ExpectAsync(recordId, actor, cancellation);
        var end = ChinaClock.StartOfDay(day.AddDays(1));
        var revisions = await db.RecordRevisions.AsNoTracking().Where(r => r.RecordId == recordId && r.At < end)
            .Select(r => new { r.Section, r.Revision }).ToListAsync(cancellation);
        var latest = revisions.GroupBy(r => r.Section).Select(g => (Section: g.Key, Revision: g.Max(r => r.Revision))).ToList();
        var sections = new List<SectionAsOf>();
        foreach (var (section, revision) in latest.OrderBy(l => l.Section))
        {
            sections.Add(await db.RecordRevisions.AsNoTracking()
                .Where(r => r.RecordId == recordId && r.Section == section && r.Revision == revision)
                .Select(r => new SectionAsOf(r.Section, r.Revision, r.At, r.Values)).SingleAsync(cancellation));
        }

        return sections;
    }

    /// <summary>What one revision changed against the one before it; identity numbers are compared open and shown masked by their definitions.</summary>
    public async Task<IReadOnlyList<FieldChange>> ChangesAsync(Guid recordId, Sections section, int revision, Actor actor, CancellationToken cancellation = default)
    {
        await ExpectAsync(recordId, actor, cancellation);
        var both = await db.RecordRevisions.AsNoTracking()
            .Where(r => r.RecordId == recordId && r.Section == section && (r.Revision == revision || r.Revision == revision - 1))
            .ToDictionaryAsync(r => r.Revision, r => r.Values, cancellation);
        return both.TryGetValue(revision, out var now)
            ? SectionDefinitions.Of(section).Differences(numbers.Open(both.GetValueOrDefault(revision - 1) ?? new()), numbers.Open(now))
            : throw new NotFoundException(nameof(RecordRevision), revision);
    }

    private async Task ExpectAsync(Guid recordId, Actor actor, CancellationToken cancellation)
    {
        if (!await db.Records.VisibleTo(actor).AnyAsync(r => r.Id == recordId, cancellation))
        {
            throw new NotFoundException(nameof(PerformanceRecord), recordId);
        }
    }
}
