using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>Which letters are looked at.</summary>
public enum LettersView
{
    /// <summary>待拟函: cases that wait to be put into one.</summary>
    Waiting,

    /// <summary>拟稿中</summary>
    Drafts,

    /// <summary>待签发</summary>
    Sign,

    /// <summary>已签发</summary>
    Signed,

    /// <summary>待告知: decided cases of which no notice tells the enterprise yet.</summary>
    Decided,

    /// <summary>来文: letters that others sent here.</summary>
    Received,
}

/// <summary>What the page of letters shows.</summary>
public sealed record LettersPage(LettersView View, Actor Actor, DateOnly Today)
{
    public const string Path = "/letters";

    public IReadOnlyList<WaitingCase> Waiting { get; init; } = [];

    public IReadOnlyList<LetterRow> Letters { get; init; } = [];

    public Pager? Pager { get; init; }

    /// <summary>What was ticked and refused; null where nobody has chosen yet, and all is ticked.</summary>
    public IReadOnlyList<Guid>? Picked { get; init; }

    /// <summary>More may wait than are listed.</summary>
    public bool IsFull => Waiting.Count == LetterLists.MostWaiting;

    public IReadOnlyList<Domain.Breach> Breaches { get; init; } = [];

    public bool Writes => Actor.Level is Level.City or Level.Province;

    public string Title => Actor.Level switch { Level.City => "报省函件", Level.Ministry => "来文", Level.Enterprise => "告知书", _ => "函件" };

    public IEnumerable<(LettersView View, string Name)> Views => Actor.Level switch
    {
        Level.City => [(LettersView.Waiting, "待拟函"), (LettersView.Drafts, "拟稿中"), (LettersView.Sign, Actor.MaySign ? "待我签发" : "待签发"), (LettersView.Signed, "已签发"), (LettersView.Decided, "待告知")],
        Level.Province => [(LettersView.Received, "来文"), (LettersView.Waiting, "待拟函"), (LettersView.Drafts, "拟稿中"), (LettersView.Sign, Actor.MaySign ? "待我签发" : "待签发"), (LettersView.Signed, "已签发"), (LettersView.Decided, "待告知")],
        Level.Auditor => [(LettersView.Signed, "已签发"), (LettersView.Sign, "待签发"), (LettersView.Drafts, "拟稿中")],
        Level.Enterprise => [(LettersView.Received, "收到的告知书")],
        _ => [(LettersView.Received, "来文")],
    };

    /// <summary>One letter covers cases of one route at one stage, so each pile has its own letter.</summary>
    public IEnumerable<IGrouping<(string Route, Stage Stage, string Enterprise), WaitingCase>> Piles =>
        Waiting.GroupBy(c => (c.RouteCode, c.Stage, View == LettersView.Decided ? c.EnterpriseName : ""));

    public static string PileTitle((string Route, Stage Stage, string Enterprise) pile) =>
        LetterWords.KindOf(LetterText.KindFor(Routes.Of(pile.Route), pile.Stage)) + (pile.Enterprise.Length > 0 ? $"：{pile.Enterprise}" : "");

    /// <summary>What a letter is about: its project, or the first of several and how many.</summary>
    public static string CoverageOf(LetterRow letter) => letter switch
    {
        { FirstProject: null } => "没有项目",
        { Cases: 1 } => letter.FirstProject,
        _ => $"{letter.FirstProject}等 {letter.Cases} 件",
    };

    public string Url(LettersView view) => Filtered.Url(Path, ("view", view == Views.First().View ? null : view.ToString().ToLowerInvariant()));

    public string Url(string turn, string cursor) => Filtered.Url(Path, ("view", View.ToString().ToLowerInvariant()), (turn, cursor));
}
