using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What an enterprise does about single changes: says why, and re-confirms them when the record has moved.</summary>
public sealed class CorrectionDesk(AppDbContext db, FilingDesk filings, PersonalNumbers numbers, AuditLog audit, TimeProvider clock)
{
    private const int MaxReason = 500;
    private const int LongestPath = 100;

    /// <summary>Keeps all of them, or none and says why.</summary>
    public async Task<IReadOnlyList<Breach>> GiveReasonsAsync(
        Guid applicationId, IReadOnlyCollection<StatedReason> rows, Actor actor, CancellationToken cancellation = default)
    {
        var application = await filings.WritableAsync(applicationId, null, actor, cancellation);
        var sections = SectionDefinitions.In(ApplicationTypes.Of(application.TypeCode).PlanFor(application).Sections).ToList();
        var stated = rows.Select(row => (Row: row, Section: SectionOf(row.Path, sections))).ToList();
        var chosen = rows.Select(row => row.EvidenceId).OfType<Guid>().Distinct().ToList();
        var there = chosen.Count == 0 ? [] : await db.EvidenceFiles.Where(f => f.ApplicationId == applicationId && f.RemovedAt == null && chosen.Contains(f.Id))
            .Select(f => f.Id).ToListAsync(cancellation);
        if (rows.SelectMany(row => WrongWith(row, there)).ToList() is { Count: > 0 } breaches)
        {
            return breaches;
        }

        var reasons = await db.ChangeReasons.Where(r => r.ApplicationId == applicationId).ToDictionaryAsync(r => r.Path, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (row, section) in stated)
        {
            if (!reasons.TryGetValue(row.Path, out var given))
            {
                given = new ChangeReason { ApplicationId = applicationId, Section = section, Path = row.Path };
                db.ChangeReasons.Add(given);
                reasons.Add(row.Path, given);
            }

            given.Give(row.Reason?.Trim() ?? "", row.EvidenceId, actor.FullName, now);
        }

        application.Touch(now);
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    /// <summary>重新确认: the same changes on top of what the record says by now.</summary>
    /// <param name="version">The version of the application whose page showed what has moved.</param>
    public async Task ReconfirmAsync(Guid applicationId, int version, Actor actor, CancellationToken cancellation = default)
    {
        var application = await filings.WritableAsync(applicationId, null, actor, cancellation);
        if (application.Version != version)
        {
            throw new StaleException(nameof(Application), applicationId);
        }

        var record = await db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == application.RecordId, cancellation);
        var proposed = await db.ApplicationSections.Where(s => s.ApplicationId == applicationId).ToListAsync(cancellation);
        var reasons = await db.ChangeReasons.Where(r => r.ApplicationId == applicationId).ToListAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var section in proposed)
        {
            if (record[section.Section] is not { } held || held.Revision == (section.BaseRevision ?? 0))
            {
                continue;
            }

            var from = await db.RecordRevisions.AsNoTracking()
                .Where(r => r.RecordId == record.Id && r.Section == section.Section && r.Revision == section.BaseRevision)
                .Select(r => r.Values).SingleOrDefaultAsync(cancellation) ?? new();
            Rebase(section, numbers.Open(from), numbers.Open(held.Values), actor, now, reasons);
            section.BaseOn(held.Revision);
        }

        application.Touch(now);
        audit.Add(actor, "application.Reconfirm", applicationId);
        await db.SaveChangesAsync(cancellation);
    }

    private void Rebase(ApplicationSection section, SectionValues from, SectionValues now, Actor actor, DateTime at, List<ChangeReason> reasons)
    {
        var definition = SectionDefinitions.Of(section.Section);
        var proposed = numbers.Open(section.Values);
        var before = ChangeSet.Between(definition, from, proposed);
        section.Save(ChangeSet.Rebase(definition, from, proposed, now), actor.UserId, actor.FullName, at);

        // a reason stays with its change: the field says which, and among equals the order
        var left = before.Select(c => (Change: c, Given: reasons.Find(r => r.Path == c.Path))).Where(p => p.Given is not null).ToList();
        db.ChangeReasons.RemoveRange(left.Select(p => p.Given!));
        foreach (var change in ChangeSet.Between(definition, now, section.Values))
        {
            var twin = left.FindIndex(p => p.Change.Kind == change.Kind && p.Change.Field?.Key == change.Field?.Key && p.Change.After == change.After);
            if (twin < 0)
            {
                continue;
            }

            var given = left[twin].Given!;
            left.RemoveAt(twin);
            if (given.Path == change.Path)
            {
                db.Entry(given).State = EntityState.Unchanged;
                continue;
            }

            var moved = new ChangeReason { ApplicationId = given.ApplicationId, Section = given.Section, Path = change.Path };
            moved.Give(given.Reason, given.EvidenceId, given.GivenByName, given.GivenAt);
            db.ChangeReasons.Add(moved);
        }
    }

    private static Sections SectionOf(string path, List<SectionDefinition> sections) =>
        path.Length <= LongestPath && sections.Find(d => d.Owns(path)) is { } definition ? definition.Section : throw new NotFoundException(nameof(ChangeReason), path);

    private static IEnumerable<Breach> WrongWith(StatedReason row, List<Guid> files)
    {
        if (row.Reason?.Trim() is { Length: > MaxReason } said)
        {
            yield return new("change-reason-long", "Changes." + row.Path, $"理由最多 {MaxReason} 字，现在 {said.Length} 字，请精简。");
        }

        if (row.EvidenceId is { } file && !files.Contains(file))
        {
            yield return new("change-evidence", "Changes." + row.Path, "所选的修正依据已经撤下，请另选一份。");
        }
    }
}

/// <summary>The reason and the proof of one change, as they were given.</summary>
/// <param name="Path">The <see cref="ProposedChange.Path"/>.</param>
/// <param name="EvidenceId">A file of the application.</param>
public sealed record StatedReason(string Path, string? Reason, Guid? EvidenceId);
