using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>What of the list is asked for; all of it travels in the address.</summary>
public sealed class PushFilter
{
    public PushStanding? Standing { get; init; }

    public int? Age { get; init; }

    public DateTime? AfterTime { get; init; }

    public Guid? AfterId { get; init; }

    public PushKey? After => AfterTime is { } time && AfterId is { } id ? new(time.ToUniversalTime(), id) : null;

    public bool IsSet => Standing is not null || Age is not null;
}

/// <summary>The matrix of standings and ages.</summary>
public sealed record CountersPane(PushFilter Filter, IReadOnlyList<StandingCount> Counts, DateTime Now)
{
    public int Of(PushStanding standing, int age) => Counts.Where(c => c.Standing == standing && c.Age == age).Sum(c => c.Count);

    public int Of(PushStanding standing) => Counts.Where(c => c.Standing == standing).Sum(c => c.Count);
}

public sealed record PushPage(
    PushFilter Filter, IReadOnlyList<StandingCount> Counts, IReadOnlyList<PushChannel> Channels, IReadOnlyList<PushRow> Found,
    SyncOptions Options, bool MayAct, DateTime Now)
{
    public CountersPane Counters => new(Filter, Counts, Now);

    public IEnumerable<PushRow> Rows => Found.Take(PushOverview.PageSize);

    public PushRow? Last => Found.Count > PushOverview.PageSize ? Found[PushOverview.PageSize - 1] : null;

    /// <summary>最急的一条: the oldest that a person must mend, else the oldest from the fifth day on.</summary>
    public PushRow? MostUrgent => Filter.IsSet || Filter.After is not null
        ? null
        : Found.FirstOrDefault(r => r.Standing == PushStanding.NeedsPerson) ?? Found.FirstOrDefault(r => PublicationClock.Urgency(r.CreatedAt, Now) != PublicationUrgency.InTime);

    /// <summary>What was last heard of a push, or what keeps it.</summary>
    public string SituationOf(PushRow row) => (row.Error, row.State, Channel(row.Destination).State) switch
    {
        (null, PushState.Waiting, ChannelState.Outage) => "平台停机，恢复后自动补推",
        (null, PushState.Waiting, ChannelState.Fused) => "通道断开，闭合保险丝后发出",
        _ => Words.Situation(row.Section, row.Error, row.Standing),
    };

    public PushChannel Channel(Destination destination) =>
        Channels.FirstOrDefault(c => c.Destination == destination) ?? new PushChannel { Destination = destination, State = ChannelState.Normal };
}

/// <summary>One message: the line it stands in, and everything done about it.</summary>
public sealed record LinePage(
    PushMessage Message, IReadOnlyList<PushMessage> Line, IReadOnlyList<PushAttempt> Attempts, IReadOnlyList<Announcement> Announcements, Guid? Chosen, bool MayAct, string Reason, Breach? Breach, DateTime Now, SentRequest Requests)
{
    // seven sections is all an application can push
    private const int Longest = 7;

    /// <summary>What is drawn of the line: the sections approved together, and what is still open before them.</summary>
    public IReadOnlyList<PushMessage> Drawn =>
    [
        .. Line.Where(m => m.Sequence < Message.Sequence && m.ApplicationId != Message.ApplicationId && m.IsOpen).TakeLast(3),
        .. Line.Where(m => m.ApplicationId == Message.ApplicationId).Take(Longest),
    ];

    public PushAttempt? Attempt => Attempts.FirstOrDefault(a => a.Id == Chosen) ?? Attempts.FirstOrDefault(a => a.Request is not null || a.Answer is not null);

    /// <summary>What the chosen attempt sent, personal numbers masked.</summary>
    public string? Sent => Attempt is { } attempt ? Requests.Of(Message, attempt) : null;

    public IReadOnlyList<PushAct> Acts => MayAct ? PushDesk.ActsFor(Message, Line.FirstOrDefault(m => m.IsOpen)) : [];

    /// <summary>The line is under way, and left alone as a whole.</summary>
    public bool IsBeingSent => MayAct && Message.IsOpen && Line.FirstOrDefault(m => m.IsOpen) is { State: PushState.Sending };

    /// <summary>Newer content of the section that a resend sends instead.</summary>
    public PushMessage? Newer => PushDesk.MayRenew(Message) ? Line.LastOrDefault(m => m.Section == Message.Section && m.Revision > Message.Revision) : null;

    /// <summary>The open message before this one, if that is what it waits for.</summary>
    public PushMessage? WaitsFor(PushMessage message) =>
        message is { State: PushState.Waiting, NextAttemptAt: null } ? Line.LastOrDefault(m => m.Sequence < message.Sequence && m.IsOpen) : null;
}

/// <summary>七日时限: what the list shows.</summary>
public sealed record DeadlinesPage(IReadOnlyList<DeadlineRow> Found, PushKey? After, DateTime Now)
{
    public IEnumerable<DeadlineRow> Rows => Found.Take(DeadlineList.PageSize);

    public string? Next => Found.Count > DeadlineList.PageSize && Found[DeadlineList.PageSize - 1] is var last
        ? $"/push/deadlines?afterTime={last.ApprovedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)}&afterId={last.Id}"
        : null;
}

/// <summary>近 24 小时, hour by hour, what the platforms announced meanwhile, and the latest nightly comparison.</summary>
public sealed record DayPane(IReadOnlyList<HourOfPushes> Hours, HeardOfPlatforms Heard, MirrorRun? LastRun);
