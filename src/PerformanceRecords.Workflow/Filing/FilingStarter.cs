using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What a filing starts from.</summary>
/// <param name="RecordId">The record it is about; its sections are taken over.</param>
/// <param name="Asked">The sections to complete, correct or raise; none where the type leaves no choice.</param>
/// <param name="Grade">The grade an upgrade asks for.</param>
/// <param name="Sector">The kind of works, where the type asks the enterprise to state it.</param>
/// <param name="Basic">What is already known of a project without a record.</param>
/// <param name="To">Where it is to go, where the type leaves the choice; null for where it usually goes.</param>
public sealed record StartFiling(
    ApplicationType Type, Guid? RecordId = null, Sections Asked = Sections.None, DataGrade? Grade = null, Sector? Sector = null, SectionValues? Basic = null,
    IReadOnlyCollection<Destination>? To = null);

/// <summary>What came of it.</summary>
public abstract record StartResult
{
    public sealed record Started(Application Application) : StartResult;

    /// <param name="Open">The filing of this type that is already open for the record.</param>
    public sealed record Refused(Breach Breach, Guid? Open = null) : StartResult;
}

/// <summary>Starts filings prefilled, and remembers which revision of the record each section was taken from.</summary>
public sealed class FilingStarter(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    public async Task<StartResult> StartAsync(StartFiling start, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Level != Level.Enterprise)
        {
            throw new StepRefusedException(Stage.Draft, actor.Level, Act.Submit);
        }

        var record = await RecordAsync(start.RecordId, actor, cancellation);
        if (record is null && start.Type.NeedsRecord)
        {
            return new StartResult.Refused(new("record-missing", "Record", $"{start.Type.Title}要先有业绩记录。请从“我的业绩库”里的项目发起。"));
        }

        if (record is not null && await OpenAsync(record.Id, start.Type, cancellation) is { } open)
        {
            return new StartResult.Refused(AlreadyOpen(open, start.Type), open.Id);
        }

        var asked = AskedOf(start, record);
        if (start.Type.Askable != Sections.None && asked == Sections.None)
        {
            return new StartResult.Refused(NothingAsked(start.Type));
        }

        if (start.Type.WrongDestination(start.To) is { } nowhere)
        {
            return new StartResult.Refused(nowhere);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var application = Application.Start(start.Type, actor, now);
        var route = start.Type.RouteTo(start.To)!;
        application.GoBy(route);
        if (start.Sector is { } sector && start.Type.StatesSector)
        {
            application.StateSector(sector);
        }

        if (record is not null)
        {
            application.Describe(record.ProjectName, record.ProjectNumber, record.RegionCode, record.Sector);
            application.Concern(record.Id);
        }

        application.Ask(asked | start.Type.NamedBy(route), start.Grade);
        db.Applications.Add(application);
        Prefill(application, start, record, actor, now);
        audit.Add(actor, "application.Start", application.Id, start.Type.Code);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (record is not null)
        {
            // somebody of the same enterprise pressed the button in the same moment; the unique index let one through
            db.ChangeTracker.Clear();
            if (await OpenAsync(record.Id, start.Type, cancellation) is { } other)
            {
                return new StartResult.Refused(AlreadyOpen(other, start.Type), other.Id);
            }

            throw;
        }

        return new StartResult.Started(application);
    }

    /// <summary>Changes what a filing that is being written is about; sections asked for anew are taken over from the record.</summary>
    internal async Task<IReadOnlyList<Breach>> AskAsync(
        Application application, Sections asked, DataGrade? grade, Sector? sector, IReadOnlyCollection<Destination>? to, Actor actor, CancellationToken cancellation)
    {
        var type = ApplicationTypes.Of(application.TypeCode);
        var record = await RecordAsync(application.RecordId, actor, cancellation);
        var meant = AskedOf(new StartFiling(type, application.RecordId, asked, grade), record);
        List<Breach> breaches = [.. type.Askable != Sections.None && meant == Sections.None ? [NothingAsked(type)] : Array.Empty<Breach>(), .. type.Unsaid(grade, sector, application.SubmittedAt is null ? to : null)];
        if (breaches.Count > 0 || (type.Askable == Sections.None && !type.StatesSector && !type.ChoosesDestination))
        {
            return breaches;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (type.StatesSector)
        {
            application.StateSector(sector!.Value);
        }

        // what bureaus have had in hands stays on its route
        if (type.ChoosesDestination && to is not null && application.SubmittedAt is null)
        {
            var route = type.RouteTo(to)!;
            application.GoBy(route);
            application.Ask(type.NamedBy(route));
        }

        if (type.Askable != Sections.None)
        {
            application.Ask(meant, type.RaisesGrade ? grade : null);
            var there = await db.ApplicationSections.Where(s => s.ApplicationId == application.Id).ToListAsync(cancellation);
            foreach (var section in type.PlanFor(application).Sections.Each().Where(s => there.TrueForAll(t => t.Section != s)))
            {
                Take(application.Id, section, record?[section], actor, now);
            }

            // what is no longer asked for is not proposed any more
            db.ApplicationSections.RemoveRange(there.Where(t => !type.PlanFor(application).Sections.HasFlag(t.Section)));
        }

        application.Touch(now);
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    private void Prefill(Application application, StartFiling start, PerformanceRecord? record, Actor actor, DateTime now)
    {
        foreach (var section in start.Type.PlanFor(application).Sections.Each())
        {
            Take(application.Id, section, record?[section], actor, now);
        }

        if (record is null && start.Basic is { IsEmpty: false } basic && start.Type.PlanFor(application).Sections.HasFlag(Sections.Basic))
        {
            var section = new ApplicationSection { ApplicationId = application.Id, Section = Sections.Basic };
            section.Save(basic, actor.UserId, actor.FullName, now);
            db.ApplicationSections.Add(section);
            FilingDesk.Describe(application, basic);
        }
    }

    private void Take(Guid applicationId, Sections section, RecordSection? held, Actor actor, DateTime now)
    {
        if (held is null)
        {
            return;
        }

        var taken = new ApplicationSection { ApplicationId = applicationId, Section = section };
        taken.Save(held.Values, actor.UserId, actor.FullName, now);
        taken.BaseOn(held.Revision);
        db.ApplicationSections.Add(taken);
    }

    // basic information is raised through the section that carries it; a completion asks for what is missing
    private static Sections AskedOf(StartFiling start, PerformanceRecord? record)
    {
        var asked = start.Asked;
        if (start.Type == Upgrade.Type && asked.HasFlag(Sections.Basic) && record is not null)
        {
            asked |= Upgrade.CarrierOf(record.Sector);
        }

        asked &= start.Type.Askable;
        return asked != Sections.None ? asked
            : start.Type.Askable.Each().Count() == 1 ? start.Type.Askable
            : Sections.None;
    }

    private async Task<PerformanceRecord?> RecordAsync(Guid? id, Actor actor, CancellationToken cancellation) => id is not { } recordId
        ? null
        : await db.Records.AsNoTracking().Include(r => r.Sections).VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == recordId, cancellation)
            ?? throw new NotFoundException(nameof(PerformanceRecord), recordId);

    private Task<Application?> OpenAsync(Guid recordId, ApplicationType type, CancellationToken cancellation) =>
        db.Applications.AsNoTracking().FirstOrDefaultAsync(a => a.RecordId == recordId && a.TypeCode == type.Code && a.ClosedAt == null, cancellation);

    private static Breach NothingAsked(ApplicationType type) => new("asked-missing", "Asked", $"请选择要办理的环节：{type.Askable.InWords()}。");

    private static Breach AlreadyOpen(Application open, ApplicationType type) => new("already-open", "Record",
        $"这个项目已有一件{type.Title}在办（{open.Number ?? "草稿"}，{open.Stage.Chinese()}），办结前不能再报一件。");
}
