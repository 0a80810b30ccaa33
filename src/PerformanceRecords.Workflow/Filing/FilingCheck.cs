using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What still stands in the way of a submission: the same answer for the checklist, the check page and the submission itself.</summary>
public sealed class FilingCheck(AppDbContext db, PersonalNumbers numbers, BureauDirectory bureaus, DeadlineCalculator deadlines)
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

        breaches.AddRange(state.Sections.SelectMany(s => s.Breaches));
        breaches.AddRange(state.Type.MissingEvidence(state.Facts));
        breaches.AddRange(state.Type.Rules(state.Facts));
        if (application.CityCode.Length > 0 && await bureaus.FindAsync(Level.City, application.CityCode, cancellation) is null)
        {
            breaches.Add(new("no-bureau", "Basic.CountyNum", $"{Regions.ShortName(application.CityCode)}的建设主管部门还没有接入本门户，暂时不能提交。填写的内容已经保存。"));
        }

        return breaches;
    }

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
        var known = await KnownAsync(application, saved.GetValueOrDefault(Sections.Basic)?.Values, cancellation);

        var opened = saved.ToDictionary(s => s.Key, s => s.Value.Values.Map((_, text) => numbers.Open(text)));
        var context = new SectionContext(deadlines.Today, SectorOf(opened), opened);
        var sections = SectionDefinitions.All.Where(d => plan.Sections.HasFlag(d.Section)).Select(definition =>
        {
            var values = opened.GetValueOrDefault(definition.Section) ?? new();
            var required = plan.Required.HasFlag(definition.Section);
            var blank = values.IsEmpty;
            var reading = definition.Read(values, context);
            IReadOnlyList<Breach> breaches = !blank ? reading.Breaches
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
            },
        };
    }

    /// <summary>The kind of works, out of the project category that was filled in.</summary>
    public static Sector? SectorOf(IReadOnlyDictionary<Sections, SectionValues> sections) =>
        sections.GetValueOrDefault(Sections.Basic)?[nameof(BasicInfo.PrjTypeNum)] switch
        {
            "01" => Sector.Building,
            "02" => Sector.Municipal,
            "99" => Sector.OtherIndustry,
            _ => null,
        };

    private async Task<KnownRecord?> KnownAsync(Application application, SectionValues? basic, CancellationToken cancellation)
    {
        var number = basic?[nameof(BasicInfo.PrjNum)];
        if (string.IsNullOrEmpty(number))
        {
            return null;
        }

        var record = await db.Records.AsNoTracking().Include(r => r.Sections)
            .Where(r => r.ProjectNumber == number && r.Id != application.RecordId)
            .OrderBy(r => r.EnterpriseId == application.EnterpriseId ? 0 : 1)
            .FirstOrDefaultAsync(cancellation);
        return record is null ? null : new KnownRecord(
            record.EnterpriseId == application.EnterpriseId ? record.Id : null, record.Held, record.ShownNationally);
    }
}
