using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Audit;

namespace PerformanceRecords.Workflow.Audit;

/// <summary>Writes the audit log in the same unit of work as what it records.</summary>
public sealed class AuditLog(AppDbContext db, TimeProvider clock)
{
    public void Add(Actor actor, string action, object subject, string? detail = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            UserId = actor.UserId,
            UserName = actor.FullName,
            OrganisationId = actor.OrganisationId,
            OrganisationName = actor.OrganisationName,
            Action = action,
            Subject = subject.ToString()!,
            Detail = detail,
        });
}
