using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>A section of a case as the reviewer reads it. Identity numbers are open: they are masked where they are shown.</summary>
public sealed record CaseSection(SectionDefinition Definition, SectionValues Values, IReadOnlyList<Note> Notes)
{
    public string Anchor { get; } = Definition.Section.ToString().ToLowerInvariant();

    /// <summary>What it is held against; null where there is nothing.</summary>
    public Comparison? Against { get; init; }

    /// <summary>Neither the record nor the submission before has the section.</summary>
    public bool IsNew { get; init; }

    /// <summary>The record's own content, shown because the case has none of its own for the section.</summary>
    public HeldSection? Held { get; init; }

    /// <summary>规模提示, row by row.</summary>
    public IReadOnlyList<ScaleHint?> Scales { get; init; } = [];
}

/// <summary>A former content of a section, and the fields in which the case differs from it.</summary>
/// <param name="What">What it is: 业绩库现有内容, 上次提交.</param>
public sealed record Comparison(string What, SectionValues Former, IReadOnlyList<FieldChange> Changes);

/// <summary>One item of the checklist with what was handed in for it.</summary>
public sealed record CaseEvidence(string Title, string Basis, bool Optional, IReadOnlyList<EvidenceFile> Files);

/// <summary>One change of a correction, why it is asked for and what proves it.</summary>
public sealed record CaseChange(ProposedChange Change, string? Reason, EvidenceFile? Proof)
{
    /// <summary>指标文字 that the portal wrote from figures: nothing else is handed in without a reason.</summary>
    public bool Follows => Change.Field?.Key == nameof(IndicatorSet.TechParamInfo) && string.IsNullOrWhiteSpace(Reason) && Proof is null;
}

/// <summary>What the page of one case shows.</summary>
public sealed record CasePage
{
    public required CaseFile File { get; init; }

    public required ApplicationType Type { get; init; }

    public required Actor Actor { get; init; }

    public required DateOnly Today { get; init; }

    public IReadOnlyList<CaseSection> Sections { get; init; } = [];

    public required IReadOnlyList<CaseEvidence> Evidence { get; init; }

    /// <summary>The file in the viewer.</summary>
    public EvidenceFile? Viewed { get; init; }

    /// <summary>What the actor may do now; the buttons.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>改动清单 of a correction.</summary>
    public IReadOnlyList<CaseChange> Changes { get; init; } = [];

    /// <summary>Sections another filing changed since; the enterprise has to confirm its changes anew.</summary>
    public IReadOnlyList<MovedSection> Moved { get; init; } = [];

    /// <summary>What each platform holds; none where nobody is expected to hold anything.</summary>
    public IReadOnlyList<PlatformRow> Platforms { get; init; } = [];

    /// <summary>The permit a registered contract was released by.</summary>
    public IReadOnlyList<CasePermit> Permits { get; init; } = [];

    /// <summary>The last day of a port that would be opened now, for whoever may open it.</summary>
    public DateOnly? PortUntil { get; init; }

    public string? Opinion { get; init; }

    /// <summary>文号 of a written reply, as it was typed.</summary>
    public string? DocumentNumber { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public Application Application => File.Application;

    public IReadOnlyList<Act> Acts => field ??= [.. Steps.Select(s => s.Does)];

    /// <summary>The case is in the queue of the one who looks, so there is a next one.</summary>
    public bool InOwnQueue => Application.HolderId == Actor.OrganisationId;

    public bool AwaitsLetter => Acts.Contains(Act.SignLetter);

    /// <summary>The actor would only write down what the ministry decided on paper.</summary>
    public bool RecordsReply => Steps.Any(s => Application.IsOnBehalf(Actor, s));

    /// <summary>Scans of written replies that were uploaded before the decision was taken.</summary>
    public IReadOnlyList<EvidenceFile> Replies => [.. File.Evidence.Where(f => f.Kind == EvidenceKind.MinistryReply.Code && f.RemovedAt is null)];

    /// <summary>Still to be decided, so what looks like another project matters.</summary>
    public bool IsOpen => !Application.Stage.IsFinal();

    /// <summary>Why the enterprise had to amend, the last time.</summary>
    public ApplicationEvent? LastReturn => Application.Submissions > 1 && Application.AskedAt == Application.Stage
        ? File.Events.LastOrDefault(e => e.Act == Act.Return)
        : null;

    /// <summary>Why the case came back from the level above.</summary>
    public ApplicationEvent? SentBack => File.Events is [.., { Act: Act.SendBack or Act.TakeOut } last] ? last : null;

    public string? WrongWith(string field) => Breaches.WrongWith(field);

    /// <summary>办理经过, newest first, with what is awaited now on top.</summary>
    public IEnumerable<TimelineEntry> Timeline()
    {
        if (File.Head.HolderName is { } holder)
        {
            yield return new("now", Application.Stage.Chinese(), null, $"等待{holder}办理" + (Application.DueOn is { } due ? $" · {DateText.ShortDay(due)}到期" : ""));
        }
        else if (Application.Stage == Stage.AwaitingPermit)
        {
            yield return new("now", Application.Stage.Chinese(), null, "施工许可证到达后自动推送部平台，不用再办理");
        }

        for (var i = File.Events.Count - 1; i >= 0; i--)
        {
            yield return TimelineEntry.Of(File.Events[i], Type);
        }
    }
}
