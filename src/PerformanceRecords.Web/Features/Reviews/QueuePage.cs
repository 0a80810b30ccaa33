using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What the page of 待办审核 shows.</summary>
/// <param name="Table">The rows; null where there are none.</param>
/// <param name="Hidden">For a filter that found nothing: how many cases there are without each of its conditions, in their order.</param>
public sealed record QueuePage(
    QueueRequest Request, Actor Actor, DateOnly Today, IHtmlContent? Table, Pager? Pager, IReadOnlyList<int> Hidden)
{
    public static readonly (QueueView View, string Name, string? Count, bool Hot)[] ReviewerViews =
    [
        (QueueView.Mine, "待办", "reviews", false), (QueueView.Others, "等别人", null, false),
        (QueueView.Overdue, "已超期", "overdue", true), (QueueView.Done, "已办", null, false),
    ];

    public bool ReadsAlong => Request.View == QueueView.All;

    public string Title => ReadsAlong ? "申报" : "待办审核";

    /// <summary>Stages that can be asked for: in one's own queue those one holds, elsewhere all.</summary>
    public IEnumerable<Stage> StageChoices => Request.View is QueueView.Mine or QueueView.Overdue
        ? Held(Actor.Level)
        : Enum.GetValues<Stage>().Where(s => s != Stage.Draft);

    public static QueueView HomeOf(Level level) => level == Level.Auditor ? QueueView.All : QueueView.Mine;

    private static Stage[] Held(Level level) => level switch
    {
        Level.City => [Stage.CityReview, Stage.CityLetter, Stage.Confirmation],
        Level.County => [Stage.CityReview, Stage.Confirmation],
        Level.Province => [Stage.ProvinceReview, Stage.ProvinceLetter],
        Level.Ministry => [Stage.MinistryReview],
        _ => [],
    };
}
