using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Mirror;

/// <summary>What a comparison came to.</summary>
/// <param name="Unanswered">Records the platform said nothing about; nothing is known of them.</param>
public sealed record MirrorResult(int Records, int Drifted, IReadOnlyList<Guid> Unanswered);

/// <summary>核对: asks the national platform what it shows of records and notes how that differs from what it was seen to show.</summary>
public sealed class MirrorDesk(IServiceScopeFactory scopes, PlatformClients clients, PersonalNumbers numbers, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>Compares some records; sections that are on their way are left alone, they are not shown as they will be.</summary>
    public async Task<MirrorResult> CompareAsync(IReadOnlyList<Guid> recordIds, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var records = await db.Records.AsNoTracking().Include(r => r.Sections)
            .Where(r => recordIds.Contains(r.Id) && r.ProjectNumber != null).ToListAsync(cancellation);
        var seen = new ShownAnswer[records.Count];
        await Parallel.ForAsync(0, records.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, _) =>
            seen[i] = await clients.Of(Destination.NationalPlatform).ShowAsync(records[i].ProjectNumber!, records[i].Id));

        var now = clock.GetUtcNow().UtcDateTime;
        var held = await db.MirroredSections.Where(m => recordIds.Contains(m.RecordId)).ToDictionaryAsync(m => (m.RecordId, m.Section), cancellation);
        var drifted = 0;
        var unanswered = new List<Guid>();
        foreach (var (record, answer) in records.Zip(seen))
        {
            if (answer.Answer.Problem is not null)
            {
                unanswered.Add(record.Id);
                continue;
            }

            foreach (var section in record.Sections.Where(s => s.ShownAt is not null && s.ShownRevision == s.Revision && s.ShownGrade == s.Grade))
            {
                if (!held.TryGetValue((record.Id, section.Section), out var mirrored))
                {
                    db.MirroredSections.Add(mirrored = new MirroredSection { RecordId = record.Id, Section = section.Section });
                }

                drifted += Note(mirrored, section, answer.Project, now) ? 1 : 0;
            }
        }

        await db.SaveChangesAsync(cancellation);
        return new MirrorResult(records.Count, drifted, unanswered);
    }

    private bool Note(MirroredSection mirrored, RecordSection ours, ShownProject? project, DateTime now)
    {
        var slug = ContractSection.Of(ours.Section).Slug;
        var shown = project?.Sections.FirstOrDefault(s => s.Section == slug);
        var before = numbers.Open(mirrored.Values);
        if (shown is null)
        {
            return mirrored.See(new(), before.IsEmpty, null, ours.Revision, Drift.Gone, now);
        }

        var theirs = NationalRows.Read(ours.Section, shown.Rows);
        var grade = Enum.TryParse<DataGrade>(shown.Grade, out var known) ? known : (DataGrade?)null;
        var differs = SectionDefinitions.Of(ours.Section).Differences(NationalRows.Plain(ours.Section, ours.Values, numbers), theirs).Count > 0;
        return mirrored.See(theirs, before.Equals(theirs), grade, ours.Revision, differs ? Drift.Changed : grade != ours.ShownGrade ? Drift.Grade : Drift.None, now);
    }
}
