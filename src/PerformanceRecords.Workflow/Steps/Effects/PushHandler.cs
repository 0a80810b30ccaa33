using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>Lands approved sections in the record and queues them for the platforms, in the transaction of the last approval.</summary>
public sealed class PushHandler(AppDbContext db, PersonalNumbers numbers, SubjectIndex index)
{
    public const string ContractVersion = "2026.1";

    /// <summary>The order in which the national platform takes the sections of a project.</summary>
    private static readonly Sections[] Order =
    [
        Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Permit, Sections.Acceptance, Sections.Personnel, Sections.UnitWorks, Sections.Indicators,
    ];

    /// <param name="sections">What the route pushes; none means what the application names.</param>
    public async Task PushAsync(Sections sections, EffectContext context, CancellationToken cancellation)
    {
        var record = await RecordAsync(context, cancellation);
        var landed = await LandAsync(record, context, cancellation);
        var pushed = sections == Sections.None ? context.Application.Asked : sections;
        foreach (var section in Order.Where(s => pushed.HasFlag(s) && record[s] is not null))
        {
            // a section that was neither changed nor raised is already out
            if (landed.HasFlag(section) || record[section]!.ShownRevision != record[section]!.Revision || record[section]!.Grade != record[section]!.ShownGrade)
            {
                Queue(Destination.NationalPlatform, record, section, context);
            }
        }
    }

    public async Task PublishAsync(EffectContext context, CancellationToken cancellation)
    {
        var record = await RecordAsync(context, cancellation);
        await LandAsync(record, context, cancellation);
        foreach (var section in Order.Where(s => record[s] is not null))
        {
            Queue(Destination.ServiceNetwork, record, section, context);
        }
    }

    public async Task RaiseGradeAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        var grade = application.AskedGrade ?? throw new InvalidOperationException($"Application {application.Id} asks for no grade.");
        var record = await RecordAsync(context, cancellation);
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

    private async Task<PerformanceRecord> RecordAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        if (application.RecordId is { } id)
        {
            return db.Records.Local.FirstOrDefault(r => r.Id == id)
                ?? await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == id, cancellation);
        }

        if (application.ProjectNumber is { } number
            && await db.Records.Include(r => r.Sections).SingleOrDefaultAsync(r => r.EnterpriseId == application.EnterpriseId && r.ProjectNumber == number, cancellation) is { } own)
        {
            application.Concern(own.Id, application.Asked, application.AskedGrade);
            return own;
        }

        var record = new PerformanceRecord { EnterpriseId = application.EnterpriseId, CreatedAt = context.Now };
        db.Records.Add(record);
        application.Concern(record.Id, application.Asked, application.AskedGrade);
        return record;
    }

    private async Task<Sections> LandAsync(PerformanceRecord record, EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        var proposed = await db.ApplicationSections.Where(s => s.ApplicationId == application.Id).ToListAsync(cancellation);
        var landed = Sections.None;
        var isChangeSet = ApplicationTypes.Of(application.TypeCode).IsChangeSet;
        foreach (var proposal in proposed.Where(p => !p.Values.IsEmpty))
        {
            var values = isChangeSet ? OnlyTheChanges(record, proposal) : proposal.Values;
            if (proposal.Section == Sections.Basic)
            {
                var basic = values;
                record.Describe(
                    basic[nameof(BasicInfo.PrjName)], basic[nameof(BasicInfo.PrjNum)], basic[nameof(BasicInfo.PrjCode)],
                    basic[nameof(BasicInfo.BuildCorpName)], application.RegionCode, application.Sector);
            }

            if (record.Land(proposal.Section, values, application.Id, context.Actor.FullName, context.Now) is { } revision)
            {
                db.RecordRevisions.Add(revision);
                landed |= proposal.Section;
            }
        }

        if (landed != Sections.None)
        {
            var sections = record.Sections.ToDictionary(s => s.Section, s => s.Values);
            var project = ProjectIdentity.Of(sections.GetValueOrDefault(Sections.Basic) ?? new(), sections.GetValueOrDefault(Sections.Contract) ?? new());
            if (db.Entry(record).State == EntityState.Added)
            {
                index.AddProject(KeySubject.Record, record.Id, project);
            }
            else
            {
                await index.NoteProjectAsync(KeySubject.Record, record.Id, project, cancellation);
            }

            if (sections.ContainsKey(Sections.Personnel))
            {
                await index.NotePeopleAsync(KeySubject.Record, record.Id, sections, cancellation);
            }
        }

        return landed;
    }

    // the fields that were approved as changes, and nothing else; the record has not moved since, or the step would have been refused
    private SectionValues OnlyTheChanges(PerformanceRecord record, ApplicationSection proposal)
    {
        if (record[proposal.Section] is not { } held)
        {
            return proposal.Values;
        }

        var changes = ChangeSet.Between(SectionDefinitions.Of(proposal.Section), Open(held.Values), Open(proposal.Values));
        return ChangeSet.Apply(held.Values, proposal.Values, changes, row => row);
    }

    private SectionValues Open(SectionValues values) => values.Map((_, text) => numbers.Open(text));

    private void Queue(Destination destination, PerformanceRecord record, Sections section, EffectContext context)
    {
        var held = record[section]!;
        db.PushMessages.Add(new PushMessage
        {
            Destination = destination,
            RecordId = record.Id,
            ApplicationId = context.Application.Id,
            EnterpriseId = record.EnterpriseId,
            ProjectNumber = record.ProjectNumber ?? throw new InvalidOperationException($"Record {record.Id} has no project number to push under."),
            ProjectName = record.ProjectName,
            CityCode = record.CityCode,
            Section = section,
            Revision = held.Revision,
            Sequence = record.TakePushNumber(),
            IdempotencyKey = $"{context.Application.Id:N}:{destination}:{section}:{held.Revision}:{held.Grade}",
            Content = held.Values,
            FromGrade = held.ShownGrade,
            Grade = held.Grade,
            DataSource = SourceOf(context.Application),
            ApprovedBy = context.Actor.OrganisationName,
            ContractVersion = ContractVersion,
            CreatedAt = context.Now,
            State = PushState.Waiting,
            NextAttemptAt = context.Now,
        });
    }

    // 数据来源: what was filed before the works is business as it happens, supplements are history, the rest is registered afterwards
    private static string SourceOf(Application application) => application.RouteCode switch
    {
        "first-entry" => "1",
        "supplement" or "other-industry" => "3",
        _ => "2",
    };
}
