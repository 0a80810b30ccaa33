using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>A section of a case as the reviewer reads it. Identity numbers are open: they are masked where they are shown.</summary>
public sealed record CaseSection(SectionDefinition Definition, SectionValues Values, IReadOnlyList<Note> Notes)
{
    public string Anchor { get; } = Definition.Section.ToString().ToLowerInvariant();
}

/// <summary>One item of the checklist with what was handed in for it.</summary>
public sealed record CaseEvidence(string Title, string Basis, bool Optional, IReadOnlyList<EvidenceFile> Files);

/// <summary>What the page of one case shows.</summary>
public sealed record CasePage
{
    public required CaseFile File { get; init; }

    public required ApplicationType Type { get; init; }

    public required Actor Actor { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<CaseSection> Sections { get; init; }

    public required IReadOnlyList<CaseEvidence> Evidence { get; init; }

    /// <summary>The file in the viewer.</summary>
    public EvidenceFile? Viewed { get; init; }

    /// <summary>What the actor may do now; the buttons.</summary>
    public required IReadOnlyList<Act> Acts { get; init; }

    /// <summary>The last day of a port that would be opened now.</summary>
    public DateOnly PortUntil { get; init; }

    public string? Opinion { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public Application Application => File.Application;

    /// <summary>The case is in the queue of the one who looks, so there is a next one.</summary>
    public bool InOwnQueue => Application.HolderId == Actor.OrganisationId;

    public bool AwaitsLetter => Acts.Contains(Act.SignLetter);

    /// <summary>Why the enterprise had to amend, the last time.</summary>
    public ApplicationEvent? LastReturn => Application.Submissions > 1 && Application.AskedAt == Application.Stage
        ? File.Events.LastOrDefault(e => e.Act == Act.Return)
        : null;

    /// <summary>办理经过, newest first, with what is awaited now on top.</summary>
    public IEnumerable<TimelineEntry> Timeline()
    {
        if (File.Head.HolderName is { } holder)
        {
            yield return new("now", Application.Stage.Chinese(), null, $"等待{holder}办理" + (Application.DueOn is { } due ? $" · {DateText.ShortDay(due)}到期" : ""));
        }

        for (var i = File.Events.Count - 1; i >= 0; i--)
        {
            yield return TimelineEntry.Of(File.Events[i], Type);
        }
    }

    /// <summary>Why the case came back from the level above.</summary>
    public ApplicationEvent? SentBack => File.Events is [.., { Act: Act.SendBack or Act.TakeOut } last] ? last : null;
}

/// <summary>Puts the page of a case together.</summary>
public sealed class CasePages(CaseFiles files, PersonalNumbers numbers, DeadlineCalculator deadlines)
{
    public async Task<CasePage> OpenAsync(Guid id, Guid? viewed, Actor actor, CancellationToken cancellation)
    {
        var file = await files.OpenAsync(id, actor, cancellation);
        var application = file.Application;
        var type = ApplicationTypes.Of(application.TypeCode);
        var evidence = EvidenceOf(file, type);
        return new CasePage
        {
            File = file,
            Type = type,
            Actor = actor,
            Today = deadlines.Today,
            Sections = SectionsOf(file),
            Evidence = evidence,
            Viewed = (viewed is { } chosen ? file.File(chosen) : null) ?? evidence.SelectMany(e => e.Files).FirstOrDefault(),
            Acts = [.. application.StepsFor(actor).Select(s => s.Does)],
            PortUntil = deadlines.After(deadlines.Limits.PortDays),
        };
    }

    private List<CaseSection> SectionsOf(CaseFile file)
    {
        var opened = file.Submission.Sections.ToDictionary(s => s.Key, s => s.Value.Map((_, text) => numbers.Open(text)));
        var context = new SectionContext(deadlines.Today, file.Application.Sector, opened);
        return [.. SectionDefinitions.All
            .Where(d => opened.TryGetValue(d.Section, out var values) && !values.IsEmpty)
            .Select(d => new CaseSection(d, opened[d.Section], d.Read(opened[d.Section], context).Notes))];
    }

    // the checklist that was in force when this was submitted; a file of a kind it does not name is shown all the same
    private static List<CaseEvidence> EvidenceOf(CaseFile file, ApplicationType type)
    {
        var filledIn = file.Events.Any(e => e is { Act: Act.Submit, From: Stage.FillIn });
        var plan = filledIn ? type.PlanAt(Stage.FillIn) : type.PlanAt(Stage.Draft);
        var items = plan.Evidence
            .Select(r => new CaseEvidence(r.Title, r.Basis, r.Optional || r.When is not null, [.. file.Evidence.Where(f => r.AnyOf.Any(k => k.Code == f.Kind))]))
            .Where(item => item.Files.Count > 0 || !item.Optional)
            .ToList();
        var listed = items.SelectMany(i => i.Files).ToHashSet();
        items.AddRange(file.Evidence.Where(f => !listed.Contains(f)).GroupBy(f => f.Kind)
            .Select(g => new CaseEvidence(EvidenceKind.Find(g.Key)?.Title ?? g.Key, "申请时提交", true, [.. g])));
        return items;
    }
}
