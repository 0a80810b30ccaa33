using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>One record: its sections with their four stamps, their content, and how they came about.</summary>
public sealed record RecordPage(RecordDetails Details, Actor Actor, DateTime Now)
{
    public PerformanceRecord Record => Details.Record;

    private IReadOnlyList<RecordOffer>? offers;

    /// <summary>Every landed change, newest first.</summary>
    public IReadOnlyList<RevisionLine> Revisions { get; init; } = [];

    public bool Own => Actor.Level == Level.Enterprise;

    /// <summary>推送记录 is theirs to read.</summary>
    public bool SeesPushes => Actor.Level is Level.Province or Level.Auditor;

    /// <summary>What its enterprise can file about it now.</summary>
    public IReadOnlyList<RecordOffer> Offers => offers ??= Own ? RecordOffers.For(Record) : [];

    /// <summary>The filing of a type that is open for this record.</summary>
    public Application? OpenOf(ApplicationType type) => Details.Applications.FirstOrDefault(a => a.TypeCode == type.Code && a.ClosedAt is null);

    public static string UrlOf(Guid application, bool own) => (own ? "/applications/" : "/reviews/") + application;

    /// <summary>Where a filing about this record starts, or the one that is open.</summary>
    public string UrlOf(RecordOffer offer) => OpenOf(offer.Type) is { } open ? UrlOf(open.Id, Own) : Filtered.Url(
        Applications.ApplicationUrls.New(offer.Type),
        [("record", Record.Id.ToString()), .. offer.Asked.Each().Select(s => ("asked", (string?)s.ToString()))]);

    /// <summary>The word on its button.</summary>
    public string VerbOf(RecordOffer offer) =>
        OpenOf(offer.Type) is not null ? "看在办" : offer.Type.RaisesGrade ? "升级" : offer.Type.IsChangeSet ? "发起修正" : "办理";

    /// <summary>What can be done about one section.</summary>
    public IEnumerable<RecordOffer> OffersFor(Sections section) => Offers.Where(o => o.Asked.HasFlag(section) && o.Asked != Sections.None);

    public IEnumerable<RecordSectionDetails> Held => Details.Sections.Where(s => s.Held is not null);

    /// <summary>What is to be said first: something stuck, something awaited, or that all is shown.</summary>
    public (string Label, string What, string When, bool Urgent) Next
    {
        get
        {
            var stuck = Held.Where(s => s.Progress.State == SectionState.Stuck).Select(s => s.Definition.Title).ToList();
            if (stuck.Count > 0)
            {
                return ("推送受阻", $"{string.Join("、", stuck)}没有被部平台收下", "省厅正在处理，企业不用重报；原因见下表。", true);
            }

            var awaited = Held.Where(s => s.Progress.Awaited).ToList();
            if (awaited.Count > 0)
            {
                var due = awaited.Min(s => PublicationClock.DueAt(s.Push!.CreatedAt));
                var late = due < Now;
                return (
                    "审核完成，待部平台显示",
                    string.Join("、", awaited.Select(s => s.Definition.Title)),
                    late ? $"本应在 {DateText.Day(due)} 前可以查到，已经超过，省厅正在处理。" : $"最迟 {DateText.Day(due)} 部平台可以查到，显示后这里自动标明。",
                    late);
            }

            var shown = Held.Count(s => s.Progress.State == SectionState.Shown);
            return shown > 0
                ? ("部平台已显示", $"{shown} 个环节可以在部平台查到", "等级和起始日期见下表。", false)
                : ("已入省平台", "还没有环节在部平台显示", "按适用的办理事项申报后推送。", false);
        }
    }

    /// <summary>What is recognised in a section at a glance.</summary>
    public static string Gist(RecordSectionDetails section)
    {
        if (section.Held is null)
        {
            return "未填报";
        }

        var first = section.Values[section.Definition.Fields[0].Key];
        return section.Definition.Repeats && section.Values.Rows.Count > 1
            ? $"{section.Values.Rows.Count} {SectionFacts.CounterOf(section.Definition)}，{first} 等"
            : first;
    }

    /// <summary>How what the national platform holds compares with what was approved here.</summary>
    public static string Outside(RecordSectionDetails section) => section switch
    {
        { Held: null } => "—",
        { Progress.State: SectionState.Stuck, Push: { } push } => push.Error is { Length: > 0 } error ? Push.Words.Readable(section.Definition.Section, error) : push.State.Chinese(),
        { Held: { ShownRevision: { } shown } held } when shown >= held.Revision => "与省平台一致",
        { Held: { ShownRevision: not null } held, Push: { } push } when push.Revision >= held.Revision => "还是修改前的内容，新内容正在推送",
        { Held.ShownRevision: not null } => "还是修改前的内容；新内容没有推送：不在已办事项的推送范围",
        { Push: { } push } => $"{push.State.Chinese()}，{DateText.Day(push.CreatedAt)} 进入推送",
        _ => "没有推送：这一环节不在已办事项的推送范围",
    };

    /// <summary>What was done to the record and what the national platform showed of it, newest first.</summary>
    public IEnumerable<TimelineEntry> Timeline => Held.Where(s => s.Held!.ShownAt is not null).GroupBy(s => s.Held!.ShownAt!.Value.Date)
        .Select(shown => (At: shown.Max(s => s.Held!.ShownAt!.Value), Titles: string.Join("、", shown.Select(s => s.Definition.Title))))
        .Select(shown => (shown.At, Entry: new TimelineEntry("done", $"部平台显示 {shown.Titles}", null, $"系统 · {DateText.Minute(shown.At)}")))
        .Concat(Details.Events.Select(act => (act.At, Entry: TimelineEntry.Of(act, ApplicationTypes.Of(Details.Applications.First(a => a.Id == act.ApplicationId).TypeCode)))))
        .OrderByDescending(e => e.At).Select(e => e.Entry);
}
