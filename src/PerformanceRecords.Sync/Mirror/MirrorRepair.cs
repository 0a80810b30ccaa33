using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Mirror;

/// <summary>更正: sends once more, through the same line, what was approved here and is shown otherwise there. Nothing else can be sent from here.</summary>
public sealed class MirrorRepair(AppDbContext db, PushSignal signal, TimeProvider clock)
{
    /// <exception cref="KeyNotFoundException">The section does not drift, or there is none.</exception>
    public async Task<Breach?> RepushAsync(Guid recordId, Sections section, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        var seen = await db.MirroredSections.AsNoTracking().SingleOrDefaultAsync(m => m.RecordId == recordId && m.Section == section && m.Drift != Drift.None, cancellation)
            ?? throw new KeyNotFoundException($"Section {section} of record {recordId} does not drift.");
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > 500)
        {
            return new Breach("reason", "Reason", string.IsNullOrWhiteSpace(reason) ? "请写明原因。" : "原因最多 500 字。");
        }

        var earlier = await db.PushMessages.AsNoTracking()
            .Where(m => m.RecordId == recordId && m.Section == section && m.Destination == Destination.NationalPlatform)
            .OrderByDescending(m => m.Sequence).FirstAsync(cancellation);
        if (earlier.State is not (PushState.Shown or PushState.Superseded))
        {
            return new Breach("under-way", "", $"“{section.Chinese()}”已有一条在推送，先等它办完。");
        }

        var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == recordId, cancellation);
        var held = record[section]!;
        if (seen.Grade > held.Grade)
        {
            return new Breach("grade-higher", "", $"部平台现为 {seen.Grade} 级，高于省平台的 {held.Grade} 级；等级只升不降，请先核实部平台的等级从何而来。");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.PushMessages.Add(Again(record, held, earlier, seen, now));
        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            UserId = actor.UserId,
            UserName = actor.FullName,
            OrganisationId = actor.OrganisationId,
            OrganisationName = actor.OrganisationName,
            Action = "push.repair",
            Subject = recordId.ToString(),
            Detail = $"{section.Chinese()}：{reason.Trim()}",
        });
        await db.SaveChangesAsync(cancellation);
        signal.Raise();
        return null;
    }

    // a new key: the platform has changed what it took under the old one
    private static PushMessage Again(PerformanceRecord record, RecordSection held, PushMessage earlier, MirroredSection seen, DateTime now)
    {
        var sequence = record.TakePushNumber();
        return new PushMessage
        {
            Destination = Destination.NationalPlatform,
            RecordId = record.Id,
            ApplicationId = held.ApplicationId,
            EnterpriseId = record.EnterpriseId,
            ProjectNumber = record.ProjectNumber!,
            ProjectName = record.ProjectName,
            CityCode = record.CityCode,
            Section = held.Section,
            Revision = held.Revision,
            Sequence = sequence,
            IdempotencyKey = $"{record.Id:N}:{held.Section}:{held.Revision}:again-{sequence}",
            Content = held.Values,
            FromGrade = seen.Grade,
            Grade = held.Grade,
            DataSource = earlier.DataSource,
            ApprovedBy = earlier.ApprovedBy,
            ContractVersion = earlier.ContractVersion,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }
}
