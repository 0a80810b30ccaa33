using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
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

    public FilingTasks Tasks => tasks ??= FilingTasks.Of(Details);

    public IReadOnlyList<Note> Notes => [.. Details.State.Sections.SelectMany(s => s.Notes)];

    public int FieldsChecked => Details.State.Sections.Where(s => !s.Blank).Sum(s => s.Values.Rows.Sum(r => r.Count));

    /// <summary>A message about an identity number repeats it; here it is shown to more people than the one who types it.</summary>
    public static string Masked(Breach breach) => breach.Suggestion is { Length: 18 } number && IdNumber.IsValid(number)
        ? breach.Message.Replace(number, IdNumber.Mask(number), StringComparison.Ordinal)
        : breach.Message;
}
