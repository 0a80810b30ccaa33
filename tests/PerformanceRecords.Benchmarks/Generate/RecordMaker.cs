using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>What approved filings leave behind: records, their revisions, and the pushes that carried them out.</summary>
internal sealed class RecordMaker(Chance chance, DateTime today)
{
    private readonly Dictionary<Guid, List<Guid>> known = [];

    public int Made { get; private set; }

    /// <summary>A new record for the filing, or one the enterprise had before, so that there are as many as wanted.</summary>
    public (PerformanceRecord Record, List<RecordRevision> Revisions, List<PushMessage> Pushes)? Land(Filing filing, bool another)
    {
        var application = filing.Application;
        var approved = application.ApprovedAt!.Value;
        var had = known.TryGetValue(application.EnterpriseId, out var list) ? list : known[application.EnterpriseId] = [];
        var shown = approved + chance.Around(0.2);
        if (shown <= today)
        {
            application.Shown(shown);
        }

        if (!another && had.Count > 0)
        {
            application.Concern(chance.Pick(had));
            return null;
        }

        var record = new PerformanceRecord { Id = chance.Id(approved), EnterpriseId = application.EnterpriseId, CreatedAt = approved };
        record.Describe(filing.Contents.Name, filing.Contents.Number, null, filing.Contents.Owner, application.RegionCode, application.Sector);
        var revisions = new List<RecordRevision>();
        var pushes = new List<PushMessage>();
        foreach (var section in filing.Sections.Values)
        {
            revisions.Add(record.Land(section.Section, section.Values, application.Id, filing.CompletedBy!, approved)!);
            var held = record[section.Section]!;
            if (shown <= today)
            {
                held.Seen(held.Revision, held.Grade, shown);
            }

            // older ones have been archived
            if (today - approved < TimeSpan.FromDays(120))
            {
                pushes.Add(Push(filing, record, held, approved, shown));
            }
        }

        application.Concern(record.Id);
        had.Add(record.Id);
        Made++;
        return (record, revisions, pushes);
    }

    private PushMessage Push(Filing filing, PerformanceRecord record, RecordSection held, DateTime approved, DateTime shown) => new()
    {
        Id = chance.Id(approved),
        Destination = Destination.NationalPlatform,
        RecordId = record.Id,
        ApplicationId = filing.Application.Id,
        EnterpriseId = record.EnterpriseId,
        ProjectNumber = filing.Contents.Number,
        ProjectName = record.ProjectName,
        CityCode = record.CityCode,
        Section = held.Section,
        Revision = held.Revision,
        Sequence = record.TakePushNumber(),
        IdempotencyKey = $"{filing.Application.Id:N}:{Destination.NationalPlatform}:{held.Section}:{held.Revision}:{held.Grade}",
        Content = held.Values,
        Grade = held.Grade,
        DataSource = "3",
        ApprovedBy = "市住房和城乡建设局",
        ContractVersion = "2026.1",
        CreatedAt = approved,
        State = PushState.Shown,
        Attempts = 1,
        AcceptedAt = approved,
        ShownAt = shown,
    };
}
