using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>佐证材料: the checklist of a filing with what was uploaded.</summary>
public sealed record EvidencePage(FilingDetails Details, Refusal? Refusal = null)
{
    private FilingTasks? tasks;

    public FilingTasks Tasks => tasks ??= FilingTasks.Of(Details);

    /// <summary>What is missing comes first, what is not asked for last.</summary>
    public IReadOnlyList<EvidenceEntry> Entries => field ??=
        [.. Details.State.EvidenceItems
            .Select(item => new EvidenceEntry(Details.Application.Id, item, Refusal is { } r && item.Rule.AnyOf.Any(k => k.Code == r.KindCode) ? r : null))
            .OrderBy(e => e.Rank)];

    public IReadOnlyList<EvidenceEntry> Missing => [.. Entries.Where(e => e.Item.Missing)];

    public int Demanded => Entries.Count(e => e.Item.Applies && !e.Item.Rule.Optional);
}

/// <summary>A file that was not taken, and why; kept beside the item it was meant for.</summary>
public sealed record Refusal(string KindCode, string FileName, string Message);

/// <summary>One item of the checklist.</summary>
public sealed record EvidenceEntry(Guid ApplicationId, EvidenceItem Item, Refusal? Refusal)
{
    public string Id => $"Evidence-{Item.Rule.AnyOf[0].Code}";

    /// <summary>bad, done, or nothing.</summary>
    public string State => Refusal is not null ? "bad" : Item.Files.Count > 0 ? "done" : "";

    public int Rank => Refusal is not null ? 0 : Item.Missing ? 1 : Item.Files.Count > 0 ? 2 : Item.Applies ? 3 : 4;

    public bool Welcome => Item.Applies || Item.Files.Count > 0;

    public string Demand => Item switch
    {
        { Rule.Optional: true } => "选交",
        { Rule.WhenText: { } when, Applies: true } => $"必交（{when}）",
        { Rule.WhenText: { } when } => $"{when}才需要，本件不用交",
        _ => "必交",
    };

    public string Upload(EvidenceKind kind, EvidenceFile? replaces = null) =>
        $"/applications/{ApplicationId}/evidence/{kind.Code}{(replaces is null ? "" : $"?replaces={replaces.Id}")}";
}
