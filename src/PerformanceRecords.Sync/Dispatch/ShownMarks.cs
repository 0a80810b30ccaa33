using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Dispatch;

/// <summary>What a record and its filing know of being shown, written with the message that was seen.</summary>
internal static class ShownMarks
{
    public static async Task WriteAsync(AppDbContext db, PushMessage message, bool superseded, DateTime since, CancellationToken cancellation)
    {
        // basic information is one for all records of a project: it is shown, whoever brought it. Other sections wait for the newer message's own turn
        if (message.Destination == Destination.NationalPlatform && (!superseded || message.Section == Sections.Basic))
        {
            await SectionAsync(db, message, since, cancellation);
        }

        if (message.Destination == Destination.NationalPlatform && !superseded)
        {
            await CarryBasicAsync(db, message, cancellation);
            // what was sent again to put a drift right has put it right
            await db.MirroredSections
                .Where(m => m.RecordId == message.RecordId && m.Section == message.Section && m.Drift != Drift.None)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Drift, Drift.None).SetProperty(m => m.DriftSince, (DateTime?)null).SetProperty(m => m.Grade, message.Grade),
                    cancellation);
        }

        await db.Applications
            .Where(a => a.Id == message.ApplicationId && a.ShownAt == null
                && !db.PushMessages.Any(m => m.ApplicationId == a.Id && m.State != PushState.Shown && m.State != PushState.Superseded))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ShownAt, since), cancellation);
    }

    private static Task<int> SectionAsync(AppDbContext db, PushMessage message, DateTime since, CancellationToken cancellation)
    {
        // basic information that has followed an upgrade meanwhile is not lowered by its own, older message
        var higher = Enum.GetValues<DataGrade>().Where(g => g > message.Grade).Cast<DataGrade?>().ToList();
        return db.RecordSections.Where(s => s.RecordId == message.RecordId && s.Section == message.Section && (s.ShownRevision == null || s.ShownRevision <= message.Revision))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(s => s.ShownAt, s => s.ShownRevision == message.Revision ? s.ShownAt : since)
                    .SetProperty(s => s.ShownGrade, s => s.ShownRevision == message.Revision && higher.Contains(s.ShownGrade) ? s.ShownGrade : message.Grade)
                    .SetProperty(s => s.ShownRevision, message.Revision),
                cancellation);
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
}
