using PerformanceRecords.Benchmarks.Bulk;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>Rows gathered by table, so that each write is long.</summary>
internal sealed class RowsByTable(DateTime archivedBefore)
{
    private readonly List<Application> applications = [];
    private readonly List<ProjectClaim> claims = [];
    private readonly List<ApplicationSection> sections = [];
    private readonly List<ApplicationEvent> events = [];
    private readonly List<EvidenceFile> evidence = [];
    private readonly List<Submission> submissions = [];
    private readonly List<PerformanceRecord> records = [];
    private readonly List<RecordSection> recordSections = [];
    private readonly List<RecordRevision> revisions = [];
    private readonly List<PushMessage> pushes = [];

    public void Add(Filing filing)
    {
        applications.Add(filing.Application);
        claims.AddRange(filing.Claims());
        events.AddRange(filing.Events);
        if (filing.Application.ClosedAt < archivedBefore)
        {
            return;
        }

        sections.AddRange(filing.Sections.Values);
        evidence.AddRange(filing.Evidence);
        submissions.AddRange(filing.Submissions);
    }

    public void Add((PerformanceRecord Record, List<RecordRevision> Revisions, List<PushMessage> Pushes)? landed)
    {
        if (landed is { } made)
        {
            records.Add(made.Record);
            recordSections.AddRange(made.Record.Sections);
            revisions.AddRange(made.Revisions.Where(r => r.At >= archivedBefore));
            pushes.AddRange(made.Pushes);
        }
    }

    public async Task WriteAsync(IBulkDatabase database)
    {
        await database.WriteAsync(records);
        await database.WriteAsync(recordSections);
        await database.WriteAsync(revisions);
        await database.WriteAsync(applications);
        await database.WriteAsync(claims);
        await database.WriteAsync(sections);
        await database.WriteAsync(events);
        await database.WriteAsync(evidence);
        await database.WriteAsync(submissions);
        await database.WriteAsync(pushes);
    }
}
