using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Mirror;

/// <summary>One section that drifts, as the list shows it.</summary>
public sealed record DriftRow(
    Guid RecordId, Sections Section, Drift Drift, string ProjectName, string? ProjectNumber, string EnterpriseName, DataGrade? Grade, DataGrade? Expected, DateTime Since, DateTime SeenAt);

/// <summary>Where a page of the list goes on.</summary>
public sealed record DriftKey(DateTime Since, Guid RecordId, Sections Section);

/// <summary>One section, ours beside theirs. Identity numbers are open: they are masked where they are shown.</summary>
/// <param name="Pushed">A push of the section that the platform does not show yet, a correction among them; null where there is none.</param>
public sealed record MirrorView(SectionDefinition Definition, MirroredSection Seen, RecordSection Ours, IReadOnlyList<FieldChange> Changes, OpenPush? Pushed);

/// <summary>A push that the platform does not show yet.</summary>
/// <param name="WithPeople">It goes on only when the province settles it.</param>
public sealed record OpenPush(Guid Id, Sections Section, bool WithPeople);

/// <summary>A record with everything the national platform was seen to show of it.</summary>
public sealed record RecordMirror(PerformanceRecord Record, IReadOnlyList<MirrorView> Sections)
{
    public DateTime? SeenAt => Sections.Count == 0 ? null : Sections.Max(s => s.Seen.SeenAt);
}

/// <summary>部平台镜像: what drifts, and how.</summary>
public sealed class MirrorReader(AppDbContext db, PersonalNumbers numbers)
{
    public const int PageSize = 20;

    /// <summary>What drifts, the oldest first; one row more than a page where there is a next one.</summary>
    public Task<List<DriftRow>> PageAsync(DriftKey? after, CancellationToken cancellation = default)
    {
        var drifting = db.MirroredSections.AsNoTracking().Where(m => m.DriftSince != null);
        if (after is { } key)
        {
            // sections are ordered by their names, as they are stored
            var later = Enum.GetValues<Sections>().Where(s => string.CompareOrdinal(s.ToString(), key.Section.ToString()) > 0).ToList();
            drifting = drifting.Where(m => m.DriftSince >= key.Since
                && (m.DriftSince > key.Since || m.RecordId > key.RecordId || (m.RecordId == key.RecordId && later.Contains(m.Section))));
        }

        return (
            from m in drifting
            join r in db.Records on m.RecordId equals r.Id
            join e in db.Organisations on r.EnterpriseId equals e.Id
            join s in db.RecordSections on new { m.RecordId, m.Section } equals new { s.RecordId, s.Section }
            orderby m.DriftSince, m.RecordId, m.Section
            select new DriftRow(m.RecordId, m.Section, m.Drift, r.ProjectName, r.ProjectNumber, e.Name, m.Grade, s.ShownGrade, m.DriftSince!.Value, m.SeenAt))
            .Take(PageSize + 1).ToListAsync(cancellation);
    }

    public Task<MirrorRun?> LastRunAsync(CancellationToken cancellation = default) =>
        db.MirrorRuns.AsNoTracking().OrderByDescending(r => r.Day).FirstOrDefaultAsync(cancellation);

    /// <summary>When a night's comparison was last finished; null where none ever was.</summary>
    public Task<DateTime?> LastFinishedAsync(CancellationToken cancellation = default) =>
        db.MirrorRuns.Where(r => r.FinishedAt != null).OrderByDescending(r => r.Day).Select(r => r.FinishedAt).FirstOrDefaultAsync(cancellation);

    /// <summary>Null where there is no such record for this actor.</summary>
    public async Task<RecordMirror?> OfAsync(Guid recordId, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Records.AsNoTracking().Include(r => r.Sections).VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == recordId, cancellation) is not { } record)
        {
            return null;
        }

        var seen = await db.MirroredSections.AsNoTracking().Where(m => m.RecordId == recordId).ToListAsync(cancellation);
        var pushed = await db.PushMessages.AsNoTracking().Undelivered()
            .Where(m => m.RecordId == recordId && m.Destination == Destination.NationalPlatform)
            .OrderByDescending(m => m.Sequence)
            .Select(m => new OpenPush(m.Id, m.Section, m.State == PushState.NeedsPerson || m.State == PushState.Parked)).ToListAsync(cancellation);
        return new RecordMirror(record,
        [
            .. from definition in SectionDefinitions.All
               join m in seen on definition.Section equals m.Section
               let ours = record[m.Section]
               where ours is not null
               let theirs = numbers.Open(m.Values)
               let changes = m.Drift == Drift.Gone ? [] : definition.Differences(NationalRows.Plain(m.Section, ours.Values, numbers), theirs)
               select new MirrorView(definition, m, ours, changes, pushed.Find(p => p.Section == m.Section)),
        ]);
    }
}
