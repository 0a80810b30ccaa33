using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Notifications;

/// <summary>What a notification is about; it decides its icon.</summary>
public enum NotificationKind
{
    /// <summary>部平台已显示</summary>
    [Display(Name = "已显示")]
    Shown,

    [Display(Name = "推送受阻")]
    PushStuck,

    /// <summary>七日时限: the fifth or the seventh day, and still not shown.</summary>
    [Display(Name = "七日时限")]
    Deadline,

    [Display(Name = "退回补正")]
    Returned,

    [Display(Name = "办理结果")]
    Decided,

    [Display(Name = "补录端口")]
    Port,

    [Display(Name = "数据不一致")]
    Drift,

    [Display(Name = "平台通道")]
    Channel,
}

/// <summary>消息: something one person should know, raised in the transaction of what happened. The first thing to look at, not the only record of it.</summary>
public sealed class Notification
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid UserId { get; init; }

    public required NotificationKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The page of the portal it leads to, seen with the reader's own eyes: who may not, is told so there.</summary>
    public required string Url { get; init; }

    /// <summary>What happened, once: the same happening is not announced twice to one person.</summary>
    public required string Key { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }
}
