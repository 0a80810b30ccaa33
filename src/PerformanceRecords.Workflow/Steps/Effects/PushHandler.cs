using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>Lands approved sections in the record and queues them for the platforms, in the transaction of the last approval.</summary>
public sealed class PushHandler(AppDbContext db)
{
    public const string ContractVersion = "2026.1";

    /// <summary>The order in which the national platform takes the sections of a project.</summary>
    private static readonly Sections[] Order =
    [
        Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Permit, Sections.Acceptance, Sections.Personnel, Sections.Indicators,
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
    }

    private async Task<PerformanceRecord> RecordAsync(EffectContext context, CancellationToken cancellation)
    {
        var application = context.Application;
        if (application.RecordId is { } id)
        {
            return db.Records.Local.FirstOrDefault(r => r.Id == id)
                ?? await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == id, cancellation);
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
        foreach (var proposal in proposed.Where(p => !p.Values.IsEmpty))
        {
            if (proposal.Section == Sections.Basic)
            {
                var basic = proposal.Values;
                record.Describe(
                    basic[nameof(BasicInfo.PrjName)], basic[nameof(BasicInfo.PrjNum)], basic[nameof(BasicInfo.PrjCode)],
                    basic[nameof(BasicInfo.BuildCorpName)], application.RegionCode, application.Sector);
            }

            if (record.Land(proposal.Section, proposal.Values, application.Id, context.Actor.FullName, context.Now) is { } revision)
            {
                db.RecordRevisions.Add(revision);
                landed |= proposal.Section;
            }
        }

        return landed;
    }

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
