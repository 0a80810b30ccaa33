using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Desk;

/// <summary>Where an undelivered message stands, as the desk counts it; one message is in exactly one.</summary>
public enum PushStanding
{
    [Display(Name = "待发送")]
    Ready,

    [Display(Name = "已接收，等平台显示")]
    Accepted,

    [Display(Name = "稍后重试")]
    Retrying,

    [Display(Name = "等前一环节")]
    Behind,

    [Display(Name = "需要人处理")]
    NeedsPerson,

    [Display(Name = "已搁置")]
    Parked,
}

/// <summary>How the standings are told from a message's columns.</summary>
public static class PushStandings
{
    /// <summary>Limits between the columns of the desk, youngest first.</summary>
    public static IReadOnlyList<TimeSpan> Ages { get; } =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(24), TimeSpan.FromDays(3), TimeSpan.FromDays(5), TimeSpan.FromDays(7)];

    public static PushStanding Of(PushState state, PushProblem? problem, bool scheduled) => state switch
    {
        PushState.Accepted or PushState.Shown or PushState.Superseded => PushStanding.Accepted,
        PushState.NeedsPerson => PushStanding.NeedsPerson,
        PushState.Parked => PushStanding.Parked,
        _ when !scheduled => PushStanding.Behind,
        _ when problem is not null => PushStanding.Retrying,
        _ => PushStanding.Ready,
    };

    public static Expression<Func<PushMessage, bool>> Are(PushStanding standing) => standing switch
    {
        PushStanding.Accepted => In(PushState.Accepted),
        PushStanding.NeedsPerson => In(PushState.NeedsPerson),
        PushStanding.Parked => In(PushState.Parked),
        PushStanding.Behind => m => m.State == PushState.Waiting && m.NextAttemptAt == null,
        PushStanding.Retrying => m => (m.State == PushState.Waiting || m.State == PushState.Sending) && m.NextAttemptAt != null && m.Problem != null,
        _ => m => (m.State == PushState.Waiting || m.State == PushState.Sending) && m.NextAttemptAt != null && m.Problem == null,
    };

    // as a parameter: a constant would be merged with the states of the list's index, and the index not be recognised
    private static Expression<Func<PushMessage, bool>> In(PushState state) => m => m.State == state;
}
