using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>Puts the page of a case together.</summary>
public sealed class CasePages(CaseFiles files, CaseBackgrounds backgrounds, PersonalNumbers numbers, DeadlineCalculator deadlines)
{
    /// <summary>The case with everything a reviewer holds it against.</summary>
    public async Task<CasePage> OpenAsync(Guid id, Guid? viewed, Actor actor, CancellationToken cancellation)
    {
        var page = await GlanceAsync(id, viewed, actor, cancellation);
        var background = await backgrounds.OpenAsync(page.File, cancellation);
        var submitted = page.File.Submission.Sections.ToDictionary(s => s.Key, s => numbers.Open(s.Value));
        var bases = background.Bases.ToDictionary(b => b.Key, b => numbers.Open(b.Value));
        return page with
        {
            Sections = SectionsOf(page, background, submitted, bases),
            Changes = page.Type.IsChangeSet ? ChangesOf(page, background, submitted, bases) : [],
            Moved = page.IsOpen ? MovedOf(background, submitted, bases) : [],
            Platforms = PlatformTable.Of(page.Application, background, submitted, bases),
            Permits = background.Permits,
        };
    }

    /// <summary>The case without what it is held against: for the viewer, and for what is said after a decision.</summary>
    public async Task<CasePage> GlanceAsync(Guid id, Guid? viewed, Actor actor, CancellationToken cancellation)
    {
        var file = await files.OpenAsync(id, actor, cancellation);
        var type = ApplicationTypes.Of(file.Application.TypeCode);
        var evidence = EvidenceOf(file, type);
        IReadOnlyList<Step> steps = [.. file.Application.StepsFor(actor)];
        return new CasePage
        {
            File = file,
            Type = type,
            Actor = actor,
            Today = deadlines.Today,
            Evidence = evidence,
            Viewed = (viewed is { } chosen ? file.File(chosen) : null) ?? evidence.SelectMany(e => e.Files).FirstOrDefault(),
            Steps = steps,
            PortUntil = steps.Any(s => s.Does == Act.OpenPort) ? deadlines.After(deadlines.Limits.PortDays) : null,
        };
    }

    private List<CaseSection> SectionsOf(
        CasePage page, CaseBackground background, Dictionary<Sections, SectionValues> submitted, Dictionary<Sections, SectionValues> bases)
    {
        // what the case does not propose, the record says
        var around = background.Record.ToDictionary(s => s.Section, s => numbers.Open(s.Values));
        foreach (var (section, values) in submitted)
        {
            around[section] = values;
        }

        var context = new SectionContext(deadlines.Today, page.Application.Sector, around, Completed: !page.Type.BeforeCompletion);
        var former = background.Former?.Sections;
        var sections = new List<CaseSection>();
        foreach (var definition in SectionDefinitions.All)
        {
            if (submitted.TryGetValue(definition.Section, out var values) && !values.IsEmpty)
            {
                var before = bases.GetValueOrDefault(definition.Section) is { IsEmpty: false } started ? ("业绩库现有内容", started)
                    : former?.GetValueOrDefault(definition.Section) is { IsEmpty: false } handedIn ? ("上次提交", numbers.Open(handedIn))
                    : ((string, SectionValues)?)null;
                sections.Add(new(definition, values, [.. page.File.Submission.Notes.Where(n => definition.Owns(n.Field))])
                {
                    Against = before is var (what, old) ? new(what, old, definition.Differences(old, values)) : null,
                    IsNew = before is null && (background.Record.Count > 0 || former is not null),
                    Scales = definition.Section == Sections.Indicators ? [.. Enumerable.Range(0, values.Rows.Count).Select(row => ScaleHint.For(values, row, context))] : [],
                });
            }
            else if (page.Application.Asked.HasFlag(definition.Section) && background.Held(definition.Section) is { } held)
            {
                sections.Add(new(definition, around[definition.Section], []) { Held = held });
            }
        }

        return sections;
    }

    private static List<CaseChange> ChangesOf(
        CasePage page, CaseBackground background, Dictionary<Sections, SectionValues> submitted, Dictionary<Sections, SectionValues> bases) =>
    [
        .. from definition in SectionDefinitions.All
           where submitted.ContainsKey(definition.Section)
           from change in ChangeSet.Between(definition, bases.GetValueOrDefault(definition.Section) ?? new(), submitted[definition.Section])
           let given = background.Reasons.FirstOrDefault(r => r.Path == change.Path)
           select new CaseChange(change, given?.Reason, given?.EvidenceId is { } proof ? page.File.File(proof) : null),
    ];

    private List<MovedSection> MovedOf(CaseBackground background, Dictionary<Sections, SectionValues> submitted, Dictionary<Sections, SectionValues> bases) =>
    [
        .. from held in background.Record
           where held.Moved
           let definition = SectionDefinitions.Of(held.Section)
           let taken = bases.GetValueOrDefault(held.Section) ?? new()
           let changes = ChangeSet.Between(definition, taken, submitted.GetValueOrDefault(held.Section) ?? taken)
           select new MovedSection(held.Section, held.BaseRevision, held.Revision, [.. ChangeSet.Overtaken(definition, changes, taken, numbers.Open(held.Values))]),
    ];

    // the checklist that was in force when this was submitted; a file of a kind it does not name is shown all the same
    private static List<CaseEvidence> EvidenceOf(CaseFile file, ApplicationType type)
    {
        var filledIn = file.Events.Any(e => e is { Act: Act.Submit, From: Stage.FillIn });
        var plan = filledIn ? type.PlanAt(Stage.FillIn) : type.PlanAt(Stage.Draft);
        var items = plan.Evidence
            .Select(r => new CaseEvidence(r.Title, r.Basis, r.Optional || r.When is not null, [.. file.Evidence.Where(f => r.Takes(f.Kind))]))
            .Where(item => item.Files.Count > 0 || !item.Optional)
            .ToList();
        var listed = items.SelectMany(i => i.Files).ToHashSet();
        items.AddRange(file.Evidence.Where(f => !listed.Contains(f)).GroupBy(f => f.Kind).Select(g => new CaseEvidence(
            EvidenceKind.Find(g.Key)?.Title ?? g.Key, g.Key == EvidenceKind.MinistryReply.Code ? "省厅登记" : "申请时提交", true, [.. g])));
        return items;
    }
}
