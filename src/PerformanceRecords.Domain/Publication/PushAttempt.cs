using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Publication;

/// <summary>What was done about a message.</summary>
public enum PushAct
{
    [Display(Name = "发送")]
    Send,

    /// <summary>先查后发: whether it arrived after all.</summary>
    [Display(Name = "查询是否收到")]
    Ask,

    [Display(Name = "看到显示")]
    See,

    /// <summary>The platform shows newer content in its place.</summary>
    [Display(Name = "被新内容取代")]
    Supersede,

    [Display(Name = "重发")]
    Resend,

    [Display(Name = "搁置")]
    Park,

    [Display(Name = "恢复")]
    Release,
}

/// <summary>推送经过: one thing done about a message, by the dispatcher or by a person. Written once, never changed.</summary>
public sealed class PushAttempt
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid MessageId { get; init; }

    public required DateTime At { get; init; }

    public required PushAct Act { get; init; }

    /// <summary>What came of it, in words.</summary>
    public required string Result { get; init; }

    /// <summary>Null when it went well.</summary>
    public PushProblem? Problem { get; init; }

    /// <summary>The answered HTTP status; null where there was no answer.</summary>
    public int? Status { get; init; }

    public int Milliseconds { get; init; }

    /// <summary>What was sent, personal numbers masked; of a sending that went well only the digest, as <c>sha256:…</c>, for the message gives the rest back.</summary>
    public string? Request { get; init; }

    /// <summary>What was answered, personal numbers masked.</summary>
    public string? Answer { get; init; }

    /// <summary>The person, where it was one.</summary>
    public string? ByName { get; init; }
}
