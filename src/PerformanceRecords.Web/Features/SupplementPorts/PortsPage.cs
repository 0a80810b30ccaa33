using System.Globalization;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>What the list of ports shows.</summary>
public sealed record PortsPage(PortView View, string? Text, string? City, Actor Actor, DateOnly Today)
{
    public const string Path = "/ports";

    public static readonly (PortView View, string Name)[] Views =
    [
        (PortView.Open, "开通中"), (PortView.Expiring, "即将到期"), (PortView.Untouched, "未使用"),
        (PortView.Used, "已使用"), (PortView.Expired, "已到期"), (PortView.Closed, "提前关闭"),
    ];

    public IReadOnlyList<PortRow> Ports { get; init; } = [];

    public Pager? Pager { get; init; }

    /// <summary>Where in the list this page begins; empty for the first.</summary>
    public (string Turn, string Cursor) Place { get; init; }

    /// <summary>What was sent for many ports and refused; it stays in its fields.</summary>
    public PortForm Sent { get; init; } = new() { Workdays = "10" };

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public bool MayChange => Actor.Level == Level.Province && View is PortView.Open or PortView.Expiring or PortView.Untouched or PortView.Expired;

    public bool FillsIn => Actor.Level == Level.Enterprise;

    public string Title => FillsIn ? "工程项目信息补录" : Actor.Level == Level.Province ? "补录端口管理" : "补录端口";

    public string Lead => FillsIn
        ? "省厅按市级来函为您开通的补录端口。在到期前填报并提交，可提交的次数见各端口。"
        : "一个端口 = 一家企业 + 一个项目 + 一个模块 + 一封市级来函。没有开通的端口，“工程项目信息补录”什么都不收。";

    public bool IsFiltered => Text is not null || City is not null;

    public string Url(PortView view) => Filtered.Url(Path, ("view", view == PortView.Open ? null : Word(view)));

    public string Url(string turn, string cursor) => Filtered.Url(Path, ("view", Word(View)), ("q", Text), ("city", City), (turn, cursor));

    /// <summary>Where a change of many ports is sent; it comes back to this page of the list.</summary>
    public string ManyUrl(PortChange change) => Place.Cursor is null
        ? Filtered.Url($"{Path}/many/{Word(change)}", ("view", Word(View)), ("q", Text), ("city", City))
        : Filtered.Url($"{Path}/many/{Word(change)}", ("view", Word(View)), ("q", Text), ("city", City), Place);

    public string Here => Place.Cursor is null ? Filtered.Url(Path, ("view", Word(View)), ("q", Text), ("city", City)) : Url(Place.Turn, Place.Cursor);

    public static string Word(PortChange change) => change.ToString().ToLowerInvariant();

    public static string Word(PortView view) => view.ToString().ToLowerInvariant();

    /// <summary>It waits for this enterprise to fill it in.</summary>
    public bool IsToFillIn(PortRow port) => FillsIn && port is { ClosedAt: null, SubmissionsUsed: 0 } && port.ExpiresOn >= Today;

    /// <summary>How far the enterprise has come with it.</summary>
    public Tag UseOf(PortRow port) => UseOf(port, Today);

    public static Tag UseOf(PortRow port, DateOnly today) => port switch
    {
        { ClosedAt: not null } => Tag.Bad("已关闭"),
        { UsedAt: null, SubmissionsUsed: > 0 and var used } when port.ExpiresOn >= today => Tag.Done($"已提交 {used} 次，还可提交 {port.SubmissionsAllowed - used} 次"),
        { SubmissionsUsed: > 0 } => Tag.Done("已提交"),
        _ when port.ExpiresOn < today => Tag.Bad("到期未提交"),
        { WrittenAt: null } => Tag.Attention("还没有填"),
        _ => Tag.Waiting("填报中"),
    };
}

/// <summary>A page with a form for each change; what was sent and refused stays in its own.</summary>
public abstract record PortForms
{
    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>Which of the forms was sent: extend, narrow, allow, close, remind.</summary>
    public string Form { get; init; } = "";

    /// <summary>What was sent and refused; it stays in its fields.</summary>
    public PortForm Sent { get; init; } = new();

    public string Workdays => Form == "extend" ? Sent.Workdays ?? "" : "10";

    /// <summary>The reason, where it was written in this form.</summary>
    public string ReasonIn(string form) => Form == form ? Sent.Reason ?? "" : "";

    /// <summary>What is wrong with a field of this form.</summary>
    public string? WrongIn(string form, string field) => Form == form ? Breaches.WrongWith(field) : null;
}

/// <summary>What the page of one port shows.</summary>
public sealed record PortPage(PortFile File, Actor Actor, DateOnly Today) : PortForms
{
    public string Submissions => Form == "allow" ? Sent.Submissions ?? "" : Port.SubmissionsAllowed.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a section is ticked as one that stays open.</summary>
    public bool Stays(Sections section) => Form != "narrow" || Sent.RemainingSections.HasFlag(section);

    public SupplementPort Port => File.Port;

    public PortState State => Port.StateOn(Today);

    public bool MayChange => Actor.Level == Level.Province && State is (PortState.Open or PortState.Expired);

    public bool MayFillIn => Actor.Level == Level.Enterprise && State == PortState.Open && File.Stage == Stage.FillIn;

    /// <summary>How often it was submitted through, and may be.</summary>
    public string Uses => (Port.SubmissionsUsed, Port.SubmissionsAllowed - Port.SubmissionsUsed) switch
    {
        (0, var all) => $"可提交 {all} 次",
        (var used, > 0 and var left) when State == PortState.Open => $"已提交 {used} 次，还可提交 {left} 次",
        var (used, _) => $"已提交 {used} 次",
    };

    public IReadOnlyList<SectionDefinition> Sections => [.. SectionDefinitions.In(Port.AllowedSections)];

    public Tag StateTag => State switch
    {
        PortState.Open => Tag.Waiting("开通中"),
        PortState.Used => Tag.Done("已使用"),
        PortState.Expired => Tag.Bad("已到期"),
        PortState.Closed => Tag.Bad("已关闭"),
        _ => throw new InvalidOperationException($"Nothing is known of {State}."),
    };

    /// <summary>What an entry of the port's record says.</summary>
    public static string WordsOf(PortEntry entry) => entry.What switch
    {
        "step.OpenPort" => "开通端口",
        "step.Submit" => "提交",
        "step.Withdraw" => "撤回，次数还给端口",
        "port.Extend" => "延期",
        "port.Close" => "提前关闭",
        "port.Narrow" => "缩小范围",
        "port.Allow" => "改提交次数",
        "port.Remind" => "提醒企业",
        "port.Refused" => "拒绝写入",
        "step.RecallLetter" => "来函收回，端口锁定",
        var other => other,
    };
}
