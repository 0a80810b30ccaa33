using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Permits;

/// <summary>What the list of permits shows.</summary>
public sealed record PermitsPage(PermitState State, string? Text, Actor Actor)
{
    public const string Path = "/permits";

    public static readonly (PermitState State, string Name)[] Views =
        [(PermitState.Waiting, "待匹配"), (PermitState.Matched, "已匹配"), (PermitState.SetAside, "已搁置")];

    public IReadOnlyList<PermitLine> Permits { get; init; } = [];

    public Pager? Pager { get; init; }

    public bool MayEnter => Actor.Level is Level.County or Level.City or Level.Province;

    public static PermitState StateOf(string? word) => Views.Select(v => v.State).FirstOrDefault(s => Word(s) == word, PermitState.Waiting);

    public static string Of(Guid id) => $"{Path}/{id}";

    public string Url(PermitState state) => Filtered.Url(Path, ("view", state == PermitState.Waiting ? null : Word(state)));

    public string Url(string turn, string cursor) => Filtered.Url(Path, ("view", Word(State)), ("q", Text), (turn, cursor));

    public static string Word(PermitState state) => state.ToString().ToLowerInvariant();
}

/// <summary>What the page of one permit shows.</summary>
/// <param name="Text">What the waiting filings were searched for.</param>
public sealed record PermitPage(PermitFile File, Actor Actor, string? Text)
{
    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public string? Remark { get; init; }

    public InboundPermit Permit => File.Permit;

    public bool MayAct => Actor.Level is Level.County or Level.City or Level.Province;

    public bool MayJoin => MayAct && Permit.State == PermitState.Waiting;

    public Tag State => Permit.State switch
    {
        PermitState.Waiting => Tag.Waiting("待匹配"),
        PermitState.Matched => Tag.Done("已匹配"),
        _ => Tag.Quiet("已搁置"),
    };

    /// <summary>Another system, or somebody's hand.</summary>
    public string Source => Permit.Sender.StartsWith("manual:", StringComparison.Ordinal) ? "主管部门录入" : Permit.Sender;
}

/// <summary>What comes with an act on a permit.</summary>
public sealed class PermitForm
{
    public int Version { get; set; }

    public Guid[]? Applications { get; set; }

    public string? Remark { get; set; }
}
