using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Notifications;

/// <summary>What the list of notifications shows.</summary>
public sealed record NotificationsPage(IReadOnlyList<Notification> Rows, Pager Pager, int Unread)
{
    public static IHtmlContent TagOf(NotificationKind kind, string word) => kind switch
    {
        NotificationKind.Shown => Tag.Done(word),
        NotificationKind.PushStuck or NotificationKind.Channel => Tag.Bad(word),
        NotificationKind.Returned => Tag.Back(word),
        NotificationKind.Deadline or NotificationKind.Port or NotificationKind.Drift => Tag.Attention(word),
        _ => Tag.Waiting(word),
    };
}
