using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Data;

/// <summary>The enterprise can see it outside: the promise is kept.</summary>
public static class ShownNews
{
    /// <param name="shown">Sections of one application on one platform.</param>
    /// <param name="at">When that was seen.</param>
    public static NewsItem Of(IReadOnlyCollection<PushMessage> shown, DateTime at)
    {
        var first = shown.MinBy(m => m.Sequence) ?? throw new ArgumentException("Nothing is shown.", nameof(shown));
        var sections = string.Join('、', shown.OrderBy(m => m.Sequence).Select(m => $"{m.Section.Chinese()}（{m.Grade}级）"));
        return new(
            NotificationKind.Shown, $"“{first.ProjectName}”已在{first.Destination.Chinese()}显示",
            $"{sections}，{ChinaClock.ToChina(first.CreatedAt):yyyy-MM-dd} 审核完成，第 {PublicationClock.Day(first.CreatedAt, at)} 天显示。",
            $"/applications/{first.ApplicationId}", $"shown:{first.Id:N}", at);
    }
}
