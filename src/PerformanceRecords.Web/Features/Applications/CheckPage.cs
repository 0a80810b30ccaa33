using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>核对并提交: all that was filled in, what still stands in the way, and the promise.</summary>
/// <param name="Breaches">The same answer the submission gives.</param>
/// <param name="Outlook">What happens after the submission.</param>
public sealed record CheckPage(FilingDetails Details, IReadOnlyList<Breach> Breaches, IReadOnlyList<OutlookStep> Outlook)
{
    private FilingTasks? tasks;

    /// <summary>Something was changed between looking and submitting.</summary>
    public bool Changed { get; init; }

    /// <summary>The promise was not ticked.</summary>
    public bool PromiseMissing { get; init; }

    /// <summary>Records and open filings that look like the same project.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>People who lead another project at the same time.</summary>
    public IReadOnlyList<Note> People { get; init; } = [];

    public FilingTasks Tasks => tasks ??= FilingTasks.Of(Details);

    public IReadOnlyList<Note> Notes => [.. Details.State.Sections.SelectMany(s => s.Notes), .. People];

    /// <summary>The decision table says that another way is right; the advisor tells which, with the answers filled in.</summary>
    public string? GuideUrl => !Breaches.Any(b => b.Code.StartsWith("route-", StringComparison.Ordinal)) ? null : Advisor.GuideUrls.For(
        Details.State.Type, Details.Application.RecordId, Details.Application.ProjectNumber, Details.Application.Asked, Details.Application.AskedGrade);

    /// <summary>The place where a refusal can be put right; null where no page can.</summary>
    public string? MendUrl(Breach breach)
    {
        var id = Details.Application.Id;
        var place = SectionDefinitions.All.FirstOrDefault(d => breach.Field == d.Section.ToString() || breach.Field.StartsWith(d.Section + ".", StringComparison.Ordinal));
        return !Details.Writable ? null
            : breach.Code.StartsWith("route-", StringComparison.Ordinal) ? GuideUrl
            : breach.Code == "record-missing" ? ApplicationUrls.New(Details.State.Type)
            : breach.Code != "record-moved" && place is not null && !Details.State.Plan.Sections.HasFlag(place.Section) ? ApplicationUrls.Scope(id)
            : ApplicationUrls.Mend(id, breach);
    }

    /// <summary>How far a section of the filing is, as the list of tasks says it.</summary>
    public FilingTask TaskOf(FilingSection section)
    {
        var url = ApplicationUrls.Section(Details.Application.Id, section.Definition.Section);
        return Tasks.All.First(t => t.Url == url);
    }

    public Holdings? Holdings => Details.State.Type.TakesRecord ? Holdings.Of(Details.State) : null;

    public IReadOnlyList<ReasonedChange> Changes => Details.State.Facts.Changes;

    public string? ProofOf(ReasonedChange change) => Details.State.Evidence.FirstOrDefault(f => f.Id == change.EvidenceId)?.FileName;

    public int FieldsChecked => Details.State.Sections.Where(s => !s.Blank).Sum(s => s.Values.Rows.Sum(r => r.Count));

    /// <summary>A message about an identity number repeats it; here it is shown to more people than the one who types it.</summary>
    public static string Masked(Breach breach) => breach.Suggestion is { Length: 18 } number && IdNumber.IsValid(number)
        ? breach.Message.Replace(number, IdNumber.Mask(number), StringComparison.Ordinal)
        : breach.Message;
}
