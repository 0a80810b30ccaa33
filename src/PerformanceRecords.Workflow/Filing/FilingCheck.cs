using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What still stands in the way of a submission: the same answer for the checklist, the check page and the submission itself.</summary>
public sealed class FilingCheck(AppDbContext db, PersonalNumbers numbers, BureauDirectory bureaus, ProjectClaims claims, DeadlineCalculator deadlines)
{
    public async Task<IReadOnlyList<Breach>> BreachesAsync(Application application, Actor actor, CancellationToken cancellation) =>
        await BreachesAsync(await StateAsync(application, cancellation), actor, cancellation);

    public async Task<IReadOnlyList<Breach>> BreachesAsync(FilingState state, Actor actor, CancellationToken cancellation)
    {
        var application = state.Application;
        var breaches = new List<Breach>();
        if (!actor.Confirmed)
        {
            breaches.Add(new("enterprise-unconfirmed", "", "单位注册还没有经所在市主管部门确认，确认后才能提交。填写的内容已经保存。"));
        }

        if (application.Stage == Stage.FillIn && state.Port?.StateOn(deadlines.Today) != PortState.Open)
        {
            breaches.Add(new("port-not-open", "", state.Port is { } port && port.StateOn(deadlines.Today) == PortState.Expired
                ? $"补录端口 {port.Number} 已于 {port.ExpiresOn:yyyy-MM-dd} 到期。请联系省厅延期，填写的内容已经保存。"
                : "补录端口没有开通或已经关闭，不能提交。填写的内容已经保存。"));
        }

        if (state.Type.NeedsRecord && application.RecordId is null)
        {
            breaches.Add(new("record-missing", "Record", $"{state.Type.Title}要先有业绩记录。请从“我的业绩库”里的项目发起。"));
        }

        if (state.Type.WrongSector(application.StatedSector) is { } sector)
        {
            breaches.Add(sector);
        }

        breaches.AddRange(Moved(state));
        breaches.AddRange(state.Sections.SelectMany(s => s.Breaches));
        breaches.AddRange(state.Type.MissingEvidence(state.Facts));
        breaches.AddRange(state.Type.Rules(state.Facts));
        if (application.CityCode.Length > 0 && await bureaus.FindAsync(Level.City, application.CityCode, cancellation) is null)
        {
            breaches.Add(new("no-bureau", "Basic.CountyNum", $"{Regions.ShortName(application.CityCode)}的建设主管部门还没有接入本门户，暂时不能提交。填写的内容已经保存。"));
        }

        breaches.AddRange(FilingGuard.Check(state.Type, state.Facts));
        if (await claims.TakenAsync(application, NumberOf(state), cancellation) is { } second)
        {
            breaches.Add(second);
        }

        return breaches;
    }

    // what the submission will make the filing known by
    private static string? NumberOf(FilingState state) =>
        state.Sections.FirstOrDefault(s => s.Definition.Section == Sections.Basic)?.Saved is { } basic ? FilingDesk.NumberOf(basic.Values) : state.Application.ProjectNumber;

    /// <summary>Asked at every approval: whether the record still says what the filing starts from.</summary>
    public async Task<IReadOnlyList<Breach>> MovedAsync(Application application, CancellationToken cancellation)
    {
        if (application.RecordId is not { } recordId)
        {
            return [];
        }

        var proposed = await db.ApplicationSections.Where(s => s.ApplicationId == application.Id)
            .Select(s => new { s.Section, s.BaseRevision }).ToListAsync(cancellation);
        var held = await db.RecordSections.Where(s => s.RecordId == recordId).Select(s => new { s.Section, s.Revision }).ToListAsync(cancellation);
        return
        [
            .. proposed.Where(p => (held.Find(h => h.Section == p.Section)?.Revision ?? 0) != (p.BaseRevision ?? 0)).Select(p => new Breach(
                "record-moved", p.Section.ToString(),
                $"申报之后，业绩库里的“{p.Section.Chinese()}”已经因别的申报有了变化，本件的改动要由企业重新确认。请退回补正，并说明原因。")),
        ];
    }

    private static IEnumerable<Breach> Moved(FilingState state) => state.Moved.Select(m => new Breach(
        "record-moved", m.Section.ToString(),
        m.Overtaken.Count == 0
            ? $"业绩库里的“{m.Section.Chinese()}”在您填写之后有了变化，没有碰到您的改动。请重新确认后再提交。"
            : $"业绩库里的“{m.Section.Chinese()}”在您填写之后有了变化，{string.Join('、', m.Overtaken.Select(c => c.Change.Label))}已不是您改动时的内容。请核对并重新确认后再提交。"));

    /// <summary>How far a filing is: each section read and checked, each evidence item with its files.</summary>
    public async Task<FilingState> StateAsync(Application application, CancellationToken cancellation)
    {
        var type = ApplicationTypes.Of(application.TypeCode);
        var plan = type.PlanFor(application);
        var saved = await db.ApplicationSections.AsNoTracking().Where(s => s.ApplicationId == application.Id)
            .ToDictionaryAsync(s => s.Section, cancellation);
        var evidence = await db.EvidenceFiles.AsNoTracking().Where(f => f.ApplicationId == application.Id && f.RemovedAt == null)
            .OrderBy(f => f.UploadedAt).ToListAsync(cancellation);
        var port = await db.SupplementPorts.AsNoTracking().Where(p => p.ApplicationId == application.Id)
            .OrderByDescending(p => p.OpenedAt).FirstOrDefaultAsync(cancellation);
        var record = application.RecordId is { } recordId
            ? await db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == recordId, cancellation)
            : null;
        var known = await KnownAsync(application, record, saved.GetValueOrDefault(Sections.Basic)?.Values, cancellation);

        var opened = saved.ToDictionary(s => s.Key, s => numbers.Open(s.Value.Values));

        // what the filing does not propose, the record says
        var around = (record?.Sections ?? []).ToDictionary(s => s.Section, s => numbers.Open(s.Values));
        foreach (var (section, values) in opened)
        {
            around[section] = values;
        }

        var sector = application.StatedSector ?? SectorOf(around) ?? record?.Sector;
        var context = new SectionContext(deadlines.Today, sector, around, Completed: !type.BeforeCompletion);
        var bases = await BasesAsync(record, saved.Values, cancellation);
        var changes = type.IsChangeSet ? await ChangesAsync(application, opened, bases, around, evidence, cancellation) : [];
        var sections = SectionDefinitions.All.Where(d => plan.Sections.HasFlag(d.Section)).Select(definition =>
        {
            var values = opened.GetValueOrDefault(definition.Section) ?? new();
            var required = plan.Required.HasFlag(definition.Section);
            var blank = values.IsEmpty;
            var reading = definition.Read(values, context);
            var old = type.IsChangeSet && bases.TryGetValue(definition.Section, out var started) ? definition.Read(started, context).Breaches : [];
            IReadOnlyList<Breach> breaches = !blank ? [.. reading.Breaches.Where(b => !old.Any(o => o.Code == b.Code && o.Field == b.Field))]
                : required ? [new("section-empty", definition.Section.ToString(), $"“{definition.Title}”还没有填写。")]
                : [];
            return new FilingSection(definition, required, blank, reading.Canonical, breaches, blank ? [] : reading.Notes, saved.GetValueOrDefault(definition.Section));
        }).ToList();

        return new FilingState
        {
            Application = application,
            Type = type,
            Plan = plan,
            Sections = sections,
            Evidence = evidence,
            Port = port,
            Record = record,
            Moved = record is null ? [] : [.. MovedOf(record, saved.Values, opened, bases)],
            Facts = new FilingFacts
            {
                Stage = plan.At,
                Sector = context.Sector ?? application.Sector,
                Today = deadlines.Today,
                Sections = sections.ToDictionary(s => s.Definition.Section, s => s.Values),
                EvidenceKinds = evidence.Select(f => f.Kind).ToHashSet(),
                Asked = application.Asked,
                AskedGrade = application.AskedGrade,
                Known = known,
                HasRecord = record is not null,
                ProjectDate = ProjectDay.Of(around),
                ShownGrades = record is null ? new Dictionary<Sections, DataGrade>()
                    : record.Sections.Where(s => s.ShownGrade is not null).ToDictionary(s => s.Section, s => s.ShownGrade!.Value),
                Changes = changes,
                Completed = around.ContainsKey(Sections.Acceptance) || around.GetValueOrDefault(Sections.Basic)?[nameof(BasicInfo.EDate)] is { Length: > 0 } ? true : null,
            },
        };
    }

    /// <summary>The kind of works, out of the project category that was filled in; survey is stated by the enterprise instead.</summary>
    public static Sector? SectorOf(IReadOnlyDictionary<Sections, SectionValues> sections) =>
        sections.GetValueOrDefault(Sections.Basic)?[nameof(BasicInfo.PrjTypeNum)] switch
        {
            "01" => Sector.Building,
            "02" => Sector.Municipal,
            "99" => Sector.OtherIndustry,
            _ => null,
        };

    private async Task<Dictionary<Sections, SectionValues>> BasesAsync(
        PerformanceRecord? record, IEnumerable<ApplicationSection> saved, CancellationToken cancellation)
    {
        var bases = new Dictionary<Sections, SectionValues>();
        if (record is null)
        {
            return bases;
        }

        foreach (var section in saved.Where(s => s.BaseRevision is not null))
        {
            var values = record[section.Section] is { } held && held.Revision == section.BaseRevision ? held.Values : await db.RecordRevisions.AsNoTracking()
                .Where(r => r.RecordId == record.Id && r.Section == section.Section && r.Revision == section.BaseRevision)
                .Select(r => r.Values).SingleAsync(cancellation);
            bases[section.Section] = numbers.Open(values);
        }

        return bases;
    }

    private async Task<IReadOnlyList<ReasonedChange>> ChangesAsync(
        Application application, Dictionary<Sections, SectionValues> proposed, Dictionary<Sections, SectionValues> bases,
        Dictionary<Sections, SectionValues> around, IReadOnlyCollection<EvidenceFile> evidence, CancellationToken cancellation)
    {
        var reasons = await db.ChangeReasons.AsNoTracking().Where(r => r.ApplicationId == application.Id).ToDictionaryAsync(r => r.Path, cancellation);
        return
        [
            .. from section in proposed
               from change in ChangeSet.Between(SectionDefinitions.Of(section.Key), bases.GetValueOrDefault(section.Key) ?? new(), section.Value)
               let given = reasons.GetValueOrDefault(change.Path)
               select new ReasonedChange(change, given?.Reason, given?.EvidenceId is { } file && evidence.Any(f => f.Id == file))
               {
                   EvidenceId = given?.EvidenceId,
                   Follows = change is { Field.Key: nameof(IndicatorSet.TechParamInfo), Kind: ChangeKind.Changed }
                       && IndicatorText.IsWritten(section.Value, change.NewRow!.Value, around.GetValueOrDefault(Sections.UnitWorks))
                       && IndicatorText.IsWritten(bases[section.Key], change.OldRow!.Value, bases.GetValueOrDefault(Sections.UnitWorks) ?? around.GetValueOrDefault(Sections.UnitWorks)),
               },
        ];
    }

    private IEnumerable<MovedSection> MovedOf(
        PerformanceRecord record, IEnumerable<ApplicationSection> saved, Dictionary<Sections, SectionValues> proposed, Dictionary<Sections, SectionValues> bases) =>
        from section in saved
        let held = record[section.Section]
        where (held?.Revision ?? 0) != (section.BaseRevision ?? 0)
        let definition = SectionDefinitions.Of(section.Section)
        let taken = bases.GetValueOrDefault(section.Section) ?? new()
        let now = held is null ? new() : numbers.Open(held.Values)
        select new MovedSection(section.Section, section.BaseRevision, held?.Revision ?? 0,
            [.. ChangeSet.Overtaken(definition, ChangeSet.Between(definition, taken, proposed[section.Section]), taken, now)]);

    // the enterprise's own record first; of others only that the project is known
    private async Task<KnownRecord?> KnownAsync(Application application, PerformanceRecord? own, SectionValues? basic, CancellationToken cancellation)
    {
        var number = basic?[nameof(BasicInfo.PrjNum)];
        var record = own;
        if (record is null && !string.IsNullOrEmpty(number))
        {
            record = await db.Records.AsNoTracking().Include(r => r.Sections)
                .Where(r => r.ProjectNumber == number)
                .OrderBy(r => r.EnterpriseId == application.EnterpriseId ? 0 : 1)
                .FirstOrDefaultAsync(cancellation);
        }

        // a contract is registered whatever others have brought of the project
        if (record is not null && record.EnterpriseId != application.EnterpriseId && ApplicationTypes.Of(application.TypeCode).BeforeCompletion)
        {
            record = null;
        }

        return record is null && application.NationalSections is null ? null : new KnownRecord(
            record?.EnterpriseId == application.EnterpriseId ? record!.Id : null,
            record?.Held ?? Sections.None,
            (record?.ShownNationally ?? Sections.None) | (application.NationalSections ?? Sections.None));
    }
}
