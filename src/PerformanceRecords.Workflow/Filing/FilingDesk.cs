using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What an enterprise does before it submits: start, write, abandon a draft.</summary>
public sealed class FilingDesk(
    AppDbContext db, PersonalNumbers numbers, AuditLog audit, DeadlineCalculator deadlines, FilingStarter starter, SubjectIndex index, TimeProvider clock)
{
    /// <summary>Starts a filing about a record, or about a project already known in part: prefilled.</summary>
    public Task<StartResult> StartAsync(StartFiling start, Actor actor, CancellationToken cancellation = default) => starter.StartAsync(start, actor, cancellation);

    /// <summary>Changes which sections, which grade, which kind of works a filing that is being written is about, and where it is to go: all of it, or nothing.</summary>
    public async Task<IReadOnlyList<Breach>> AskAsync(
        Guid applicationId, Sections asked, DataGrade? grade, Sector? sector, IReadOnlyCollection<Destination>? to, Actor actor, CancellationToken cancellation = default) =>
        await starter.AskAsync(await WritableAsync(applicationId, null, actor, cancellation), asked, grade, sector, to, actor, cancellation);

    public async Task<Application> StartAsync(ApplicationType type, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Level != Level.Enterprise)
        {
            throw new StepRefusedException(Stage.Draft, actor.Level, Act.Submit);
        }

        // an untouched draft is the one a second click asks for
        if (await db.Applications.FirstOrDefaultAsync(
            a => a.EnterpriseId == actor.OrganisationId && a.Stage == Stage.Draft && a.TypeCode == type.Code && a.CreatedBy == actor.UserId && a.Version == 1,
            cancellation) is { } untouched)
        {
            return untouched;
        }

        var application = Application.Start(type, actor, clock.GetUtcNow().UtcDateTime);
        db.Applications.Add(application);
        audit.Add(actor, "application.Start", application.Id, type.Code);
        await db.SaveChangesAsync(cancellation);
        return application;
    }

    /// <summary>Keeps what was typed, right or wrong.</summary>
    /// <param name="version">The version of the section the page started from; 0 where it was blank.</param>
    /// <exception cref="NotFoundException">Not this enterprise's, or the section is not for writing now.</exception>
    public async Task<SaveResult> SaveSectionAsync(
        Guid applicationId, Sections section, SectionValues typed, int version, Actor actor, CancellationToken cancellation = default)
    {
        var application = await WritableAsync(applicationId, section, actor, cancellation);
        var saved = await db.ApplicationSections.SingleOrDefaultAsync(s => s.ApplicationId == applicationId && s.Section == section, cancellation);
        if ((saved?.Version ?? 0) != version)
        {
            return new SaveResult.Conflict(saved!);
        }

        var values = KeepMasked(typed, saved?.Values);
        if (section == Sections.Basic && saved is not null)
        {
            values = KeepSettled(values, saved.Values, ApplicationTypes.Of(application.TypeCode).PlanFor(application));
        }

        if (section == Sections.Indicators)
        {
            var units = await UnitsAsync(application, cancellation);
            values = IndicatorText.Written(values, saved?.Values, units, units);
        }

        if (saved is not null && saved.Values.Equals(values))
        {
            return new SaveResult.Saved(saved.Version, saved.SavedAt, values);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (section == Sections.UnitWorks)
        {
            await RewriteIndicatorsAsync(applicationId, values, saved?.Values, actor, now, cancellation);
        }

        if (saved is null)
        {
            saved = new ApplicationSection { ApplicationId = applicationId, Section = section };
            db.ApplicationSections.Add(saved);
        }

        saved.Save(values, actor.UserId, actor.FullName, now);
        if (section == Sections.Basic && application.SubmittedAt is null)
        {
            // once it was submitted, what the bureaus see of it changes with the next submission only
            Describe(application, values);
        }

        await IndexAsync(application, section, values, cancellation);
        application.Touch(now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // a second page of the same filing saved in the same moment; tell what it saved
            db.ChangeTracker.Clear();
            var winner = await db.ApplicationSections.AsNoTracking()
                .SingleOrDefaultAsync(s => s.ApplicationId == applicationId && s.Section == section, cancellation);
            if (winner is null || winner.Version == version)
            {
                throw;
            }

            return new SaveResult.Conflict(winner);
        }

        return new SaveResult.Saved(saved.Version, saved.SavedAt, values);
    }

    /// <summary>The application, if this actor may write this section of it at this moment.</summary>
    internal async Task<Application> WritableAsync(Guid applicationId, Sections? section, Actor actor, CancellationToken cancellation)
    {
        var application = await db.Applications.VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation);
        if (application is null || actor.Level != Level.Enterprise || !application.Stage.IsEnterprises())
        {
            throw new NotFoundException(nameof(Application), applicationId);
        }

        if (application.Stage == Stage.FillIn)
        {
            var port = await db.SupplementPorts.AsNoTracking().Where(p => p.ApplicationId == applicationId)
                .OrderByDescending(p => p.OpenedAt).FirstOrDefaultAsync(cancellation);
            if (port?.StateOn(deadlines.Today) != PortState.Open || (section is { } s && !port.AllowedSections.HasFlag(s)))
            {
                await RefusedAsync(port, section, actor, cancellation);
                throw new PortClosedException(port);
            }
        }

        var plan = ApplicationTypes.Of(application.TypeCode).PlanFor(application);
        if (section is { } asked && !plan.Sections.HasFlag(asked))
        {
            throw new NotFoundException(nameof(ApplicationSection), asked);
        }

        return application;
    }

    // whoever tries to write past the port is found in the port's own log
    private async Task RefusedAsync(SupplementPort? port, Sections? section, Actor actor, CancellationToken cancellation)
    {
        if (port is not null)
        {
            var why = port.StateOn(deadlines.Today) == PortState.Open ? "不在端口范围内" : "端口没有开通";
            audit.Add(actor, "port.Refused", port.Id, $"请求写入{section?.InWords() ?? "材料"}，{why}");
            await db.SaveChangesAsync(cancellation);
        }
    }

    // what the filing does not propose, the record says
    private async Task<SectionValues?> UnitsAsync(Application application, CancellationToken cancellation) =>
        await db.ApplicationSections.AsNoTracking().Where(s => s.ApplicationId == application.Id && s.Section == Sections.UnitWorks)
            .Select(s => s.Values).SingleOrDefaultAsync(cancellation)
        ?? await db.RecordSections.AsNoTracking().Where(s => s.RecordId == application.RecordId && s.Section == Sections.UnitWorks)
            .Select(s => s.Values).SingleOrDefaultAsync(cancellation);

    // the text of the indicators lists the unit works
    private async Task RewriteIndicatorsAsync(
        Guid applicationId, SectionValues units, SectionValues? unitsBefore, Actor actor, DateTime now, CancellationToken cancellation)
    {
        if (await db.ApplicationSections.SingleOrDefaultAsync(s => s.ApplicationId == applicationId && s.Section == Sections.Indicators, cancellation) is { } indicators
            && IndicatorText.Written(indicators.Values, indicators.Values, units, unitsBefore) is var written && !written.Equals(indicators.Values))
        {
            indicators.Save(written, actor.UserId, actor.FullName, now);
        }
    }

    private async Task IndexAsync(Application application, Sections section, SectionValues values, CancellationToken cancellation)
    {
        if (section is not (Sections.Basic or Sections.Contract or Sections.Personnel))
        {
            return;
        }

        var sections = await db.ApplicationSections.AsNoTracking().Where(s => s.ApplicationId == application.Id).ToDictionaryAsync(s => s.Section, s => s.Values, cancellation);
        sections[section] = values;
        if (application.RecordId is { } record)
        {
            // when people worked, the record says where the filing does not
            foreach (var held in await db.RecordSections.AsNoTracking().Where(s => s.RecordId == record).Select(s => new { s.Section, s.Values }).ToListAsync(cancellation))
            {
                sections.TryAdd(held.Section, held.Values);
            }
        }

        if (section is Sections.Personnel || sections.ContainsKey(Sections.Personnel))
        {
            await index.NotePeopleAsync(KeySubject.Application, application.Id, sections, cancellation);
        }

        if (section is Sections.Basic or Sections.Contract)
        {
            await index.NoteProjectAsync(KeySubject.Application, application.Id,
                ProjectIdentity.Of(sections.GetValueOrDefault(Sections.Basic) ?? new(), sections.GetValueOrDefault(Sections.Contract) ?? new()), cancellation);
        }
    }

    // a masked number that comes back untouched means the one that is kept
    private SectionValues KeepMasked(SectionValues typed, SectionValues? kept)
    {
        var row = -1;
        return new([.. typed.Rows.Select(fields =>
        {
            row++;
            return (IReadOnlyDictionary<string, string>)fields.ToDictionary(f => f.Key, f => Unmask(f.Key, f.Value));
        })]);

        string Unmask(string key, string text)
        {
            if (kept is null || !PersonalNumberSealing.Covers(key))
            {
                return text;
            }

            // rows may have been added or taken out above it, so every kept number is asked
            var candidates = Enumerable.Range(0, kept.Rows.Count).Select(r => kept[key, r]).Where(t => t.Length > 0).ToList();
            var same = kept[key, row];
            return same.Length > 0 && Matches(same, text) ? same : candidates.FirstOrDefault(c => Matches(c, text)) ?? text;
        }

        bool Matches(string keptText, string text) => text.Contains('*') ? numbers.Mask(keptText) == text : numbers.Open(keptText) == text;
    }

    private static SectionValues KeepSettled(SectionValues typed, SectionValues kept, FilingPlan plan)
    {
        var settled = plan.Settled.Where(key => kept[key].Length > 0).ToList();
        return settled.Count == 0 ? typed : new([settled.Aggregate(
            new Dictionary<string, string>(typed.Rows.Count > 0 ? typed.Rows[0] : new Dictionary<string, string>()),
            (row, key) =>
            {
                row[key] = kept[key];
                return row;
            })]);
    }

    /// <summary>Repeats on the application what lists are filtered and ordered by.</summary>
    internal static void Describe(Application application, SectionValues basic)
    {
        var region = basic[nameof(BasicInfo.CountyNum)];
        application.Describe(
            Cut(basic[nameof(BasicInfo.PrjName)].Trim(), 255),
            NumberOf(basic),
            Regions.IsKnown(region) ? region : "",
            FilingCheck.SectorOf(new Dictionary<Sections, SectionValues> { [Sections.Basic] = basic }) ?? application.Sector);
    }

    internal static string NumberOf(SectionValues basic) => Cut(basic[nameof(BasicInfo.PrjNum)].Trim(), 20);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>What came of saving a section.</summary>
public abstract record SaveResult
{
    /// <param name="Values">What is kept, with what the portal writes itself.</param>
    public sealed record Saved(int Version, DateTime At, SectionValues Values) : SaveResult;

    /// <summary>Someone saved a newer one meanwhile; nothing was overwritten.</summary>
    public sealed record Conflict(ApplicationSection Newer) : SaveResult;
}

/// <summary>The module accepts nothing without an open port.</summary>
public sealed class PortClosedException(SupplementPort? port) : Exception($"Port {port?.Number ?? "(none)"} is not open.")
{
    public SupplementPort? Port { get; } = port;
}
