using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data;

/// <summary>Who sees which rows. Every load of the portal goes through here, so somebody else's id is not found.</summary>
public static class Visibility
{
    /// <summary>An enterprise its own; bureaus what was submitted in their region; the ministry what came before it.</summary>
    public static IQueryable<Application> VisibleTo(this IQueryable<Application> applications, Actor actor) => actor.Level switch
    {
        Level.Enterprise => applications.Where(a => a.EnterpriseId == actor.OrganisationId),
        Level.County => applications.Where(a => a.SubmittedAt != null && a.RegionCode == actor.RegionCode),
        Level.City => applications.Where(a => a.SubmittedAt != null && a.CityCode == actor.RegionCode),
        Level.Province or Level.Auditor or Level.Platform => applications.Where(a => a.SubmittedAt != null),
        Level.Ministry => applications.Where(a => a.ReachedMinistry),
        _ => applications.Where(a => false),
    };

    /// <summary>The same for an application that is already at hand.</summary>
    public static bool IsVisibleTo(this Application application, Actor actor) => actor.Level switch
    {
        Level.Enterprise => application.EnterpriseId == actor.OrganisationId,
        Level.County => application.SubmittedAt is not null && application.RegionCode == actor.RegionCode,
        Level.City => application.SubmittedAt is not null && application.CityCode == actor.RegionCode,
        Level.Province or Level.Auditor or Level.Platform => application.SubmittedAt is not null,
        Level.Ministry => application.ReachedMinistry,
        _ => false,
    };

    public static IQueryable<PerformanceRecord> VisibleTo(this IQueryable<PerformanceRecord> records, Actor actor) => actor.Level switch
    {
        Level.Enterprise => records.Where(r => r.EnterpriseId == actor.OrganisationId),
        Level.County => records.Where(r => r.RegionCode == actor.RegionCode),
        Level.City => records.Where(r => r.CityCode == actor.RegionCode),
        Level.Province or Level.Ministry or Level.Auditor or Level.Platform => records,
        _ => records.Where(r => false),
    };

    /// <summary>A bureau's own letters, and those signed off that were sent on to it; an enterprise's notices.</summary>
    public static IQueryable<Letter> VisibleTo(this IQueryable<Letter> letters, Actor actor) => actor.Level switch
    {
        Level.City => letters.Where(l => l.FromId == actor.OrganisationId),
        Level.Province => letters.Where(l => l.FromId == actor.OrganisationId || l.State == LetterState.Signed || l.State == LetterState.Withdrawn),
        Level.Ministry => letters.Where(l => (l.State == LetterState.Signed || l.State == LetterState.Withdrawn) && l.Kind == LetterKind.MinistryRequest),
        Level.Enterprise => letters.Where(l => (l.State == LetterState.Signed || l.State == LetterState.Withdrawn) && l.AddresseeId == actor.OrganisationId),
        Level.Auditor => letters,
        _ => letters.Where(l => false),
    };

    /// <summary>A bureau sees the permits of its region; enterprises see what became of theirs in their filings.</summary>
    public static IQueryable<InboundPermit> VisibleTo(this IQueryable<InboundPermit> permits, Actor actor) => actor.Level switch
    {
        Level.County => permits.Where(p => p.RegionCode == actor.RegionCode),
        Level.City => permits.Where(p => p.CityCode == actor.RegionCode),
        Level.Province or Level.Auditor or Level.Platform => permits,
        _ => permits.Where(p => false),
    };

    public static IQueryable<SupplementPort> VisibleTo(this IQueryable<SupplementPort> ports, Actor actor) => actor.Level switch
    {
        Level.Enterprise => ports.Where(p => p.EnterpriseId == actor.OrganisationId),
        Level.City => ports.Where(p => p.CityCode == actor.RegionCode),
        Level.Province or Level.Auditor => ports,
        _ => ports.Where(p => false),
    };
}
