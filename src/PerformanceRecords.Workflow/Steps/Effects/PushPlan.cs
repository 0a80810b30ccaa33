using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>
/// What an approval makes of a record, and what is pushed of it. Works on the record it is given and writes nothing: the step hands it the
/// real one, the dry run a copy, so both come to the same messages.
/// </summary>
public sealed class PushPlan(PersonalNumbers numbers)
{
    public const string ContractVersion = "2026.1";

    /// <summary>The order in which the national platform takes the sections of a project.</summary>
    private static readonly Sections[] Order =
    [
        Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Permit, Sections.Acceptance, Sections.Personnel, Sections.UnitWorks, Sections.Indicators,
    ];

    /// <summary>Takes what was proposed over into the record; returns a revision for every section that changed by it.</summary>
    public IReadOnlyList<RecordRevision> Land(
        PerformanceRecord record, Application application, IEnumerable<ApplicationSection> proposed, string byName, DateTime now)
    {
        var revisions = new List<RecordRevision>();
        var isChangeSet = ApplicationTypes.Of(application.TypeCode).IsChangeSet;
        foreach (var proposal in proposed.Where(p => !p.Values.IsEmpty))
        {
            var values = isChangeSet ? OnlyTheChanges(record, proposal) : BesideWhatIsHeld(record, proposal);
            if (proposal.Section == Sections.Basic)
            {
                record.Describe(
                    values[nameof(BasicInfo.PrjName)], values[nameof(BasicInfo.PrjNum)], values[nameof(BasicInfo.PrjCode)],
                    values[nameof(BasicInfo.BuildCorpName)], application.RegionCode, application.Sector);
            }

            if (record.Land(proposal.Section, values, application.Id, byName, now) is { } revision)
            {
                revisions.Add(revision);
            }
        }

        return revisions;
    }

    /// <summary>Lets the sections that were asked for rise to the grade that was asked for.</summary>
    public static void Raise(PerformanceRecord record, Application application)
    {
        var grade = application.AskedGrade ?? throw new InvalidOperationException($"Application {application.Id} asks for no grade.");
        foreach (var section in record.Sections.Where(s => application.Asked.HasFlag(s.Section)))
        {
            section.Raise(grade);
        }

        // 五.1（3）: the basic information is not sent again; the platform raises it with the section that carries it
        if (application.Asked.HasFlag(Upgrade.CarrierOf(record.Sector)))
        {
            record[Sections.Basic]?.Raise(grade);
        }
    }

    /// <summary>What goes to the national platform: of the sections the route pushes, those that landed or are not shown as they are held.</summary>
    /// <param name="sections">What the route pushes; none means what the application names.</param>
    public static IEnumerable<PushMessage> National(
        PerformanceRecord record, Sections sections, Sections landed, Application application, string approvedBy, DateTime now)
    {
        var pushed = sections == Sections.None ? application.Asked : sections;
        var sent = from section in Order
                   let held = record[section]
                   where pushed.HasFlag(section) && held is not null
                   // a section that was neither changed nor raised is already out
                   where landed.HasFlag(section) || held.ShownRevision != held.Revision || held.Grade != held.ShownGrade
                   select section;
        return Line(Destination.NationalPlatform, record, sent, application, approvedBy, now);
    }

    /// <summary>What goes to the service network: the whole record.</summary>
    public static IEnumerable<PushMessage> ServiceNetwork(PerformanceRecord record, Application application, string approvedBy, DateTime now) =>
        Line(Destination.ServiceNetwork, record, Order.Where(s => record[s] is not null), application, approvedBy, now);

    // the head is due at once, the others when their turn comes
    private static IEnumerable<PushMessage> Line(
        Destination destination, PerformanceRecord record, IEnumerable<Sections> sections, Application application, string approvedBy, DateTime now) =>
        sections.Select((section, place) => Message(destination, record, section, application, approvedBy, now, place == 0 ? now : null));

    // a filing that met its record only now has not seen the rows of others: another contract, other people. They stay beside its own
    private SectionValues BesideWhatIsHeld(PerformanceRecord record, ApplicationSection proposal)
    {
        var definition = SectionDefinitions.Of(proposal.Section);
        if (proposal.BaseRevision is not null || !definition.Repeats || record[proposal.Section] is not { } held)
        {
            return proposal.Values;
        }

        var keys = definition.Fields.Where(f => f.RowKey).ToList();
        var proposed = numbers.Open(proposal.Values);
        var kept = numbers.Open(held.Values);
        var others = Enumerable.Range(0, kept.Rows.Count).Where(old =>
            !Enumerable.Range(0, proposed.Rows.Count).Any(row => keys.TrueForAll(k => kept[k.Key, old] == proposed[k.Key, row])));
        return new([.. others.Select(row => held.Values.Rows[row]), .. proposal.Values.Rows]);
    }

    // the fields that were approved as changes, and nothing else; the record has not moved since, or the step would have been refused
    private SectionValues OnlyTheChanges(PerformanceRecord record, ApplicationSection proposal)
    {
        if (record[proposal.Section] is not { } held)
        {
            return proposal.Values;
        }

        var changes = ChangeSet.Between(SectionDefinitions.Of(proposal.Section), numbers.Open(held.Values), numbers.Open(proposal.Values));
        return ChangeSet.Apply(held.Values, proposal.Values, changes, row => row);
    }

    private static PushMessage Message(
        Destination destination, PerformanceRecord record, Sections section, Application application, string approvedBy, DateTime now, DateTime? due)
    {
        var held = record[section]!;
        var sequence = record.TakePushNumber();
        return new PushMessage
        {
            // lists order what was approved together by its id: as it stands in the line
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero).AddMilliseconds(sequence)),
            Destination = destination,
            RecordId = record.Id,
            ApplicationId = application.Id,
            EnterpriseId = record.EnterpriseId,
            ProjectNumber = record.ProjectNumber ?? throw new InvalidOperationException($"Record {record.Id} has no project number to push under."),
            ProjectName = record.ProjectName,
            CityCode = record.CityCode,
            Section = section,
            Revision = held.Revision,
            Sequence = sequence,
            IdempotencyKey = $"{application.Id:N}:{destination}:{section}:{held.Revision}:{held.Grade}",
            Content = held.Values,
            FromGrade = held.ShownGrade,
            Grade = held.Grade,
            DataSource = SourceOf(application),
            ApprovedBy = approvedBy,
            ContractVersion = ContractVersion,
            CreatedAt = now,
            State = PushState.Waiting,
            NextAttemptAt = due,
        };
    }

    // 数据来源: what was filed before the works is business as it happens, supplements are history, the rest is registered afterwards
    private static string SourceOf(Application application) => application.RouteCode switch
    {
        "first-entry" => "1",
        "supplement" or "other-industry" => "3",
        _ => "2",
    };
}
