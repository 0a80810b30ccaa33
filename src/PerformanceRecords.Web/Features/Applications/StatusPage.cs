using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>申报进度: where a filing is, who has to act by when, and what came before.</summary>
public sealed record StatusPage
{
    public required FilingDetails Details { get; init; }

    public required NextAction Next { get; init; }

    /// <summary>What the enterprise may do now besides writing.</summary>
    public required bool MayWithdraw { get; init; }

    public required bool MayAbandon { get; init; }

    public required IReadOnlyList<TimeSpent> Time { get; init; }

    /// <summary>Working days until the deadline; null where none runs.</summary>
    public required int? DaysLeft { get; init; }

    public required IReadOnlyList<OutlookStep> Outlook { get; init; }

    public required IReadOnlyList<OutlookStep> AfterSubmission { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The reason that was given with an act that was refused for want of one.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<Domain.Breach> Breaches { get; init; } = [];

    public Application Application => Details.Application;

    public string Destination => FilingWords.DestinationOf(Application);

    public ApplicationType Type => Details.State.Type;

    public IEnumerable<TimelineEntry> Timeline
    {
        get
        {
            if (Application.ShownAt is { } shown)
            {
                yield return new("done", $"{Destination}已显示", null, $"系统 · {DateText.Minute(shown)}");
            }
            else if (Application.Stage == Stage.Completed)
            {
                var due = PublicationClock.LastDay(Application.ApprovedAt!.Value);
                yield return new("now", $"等{Destination}显示", null, due < Today ? $"本应在 {DateText.Day(due)} 前显示，已经超过，省厅正在处理" : $"最迟 {DateText.Day(due)}");
            }
            else if (!Application.Stage.IsFinal() && Application.Stage != Stage.Draft)
            {
                yield return new("now", Next.StageText, null, Application.DueOn is { } due ? $"{DateText.Day(due)} 到期" : "没有时限");
            }

            foreach (var act in Details.Events.Reverse())
            {
                yield return TimelineEntry.Of(act, Type);
            }
        }
    }

    public static StatusPage Of(FilingDetails details, Actor actor, DeadlineCalculator deadlines)
    {
        var application = details.Application;
        var acts = application.StepsFor(actor).Select(s => s.Does).ToHashSet();
        var outlook = new RouteOutlook(deadlines, details.City?.ShortName ?? "项目所在地设区市主管部门");
        int? left = application.DueOn is { } due ? WorkingCalendar.WorkdaysBetween(deadlines.Today, due) : null;
        var from = application.Stage == Stage.Amendment ? application.AskedAt ?? Stage.Draft : application.Stage;
        IReadOnlyList<OutlookStep> ahead = application.Stage.IsFinal() ? [] : outlook.From(details.State.Type, Routes.Of(application.RouteCode), from);
        IReadOnlyList<OutlookStep> all = application.Stage == Stage.Amendment ? [new("您补正，重新提交", ""), .. ahead] : ahead;
        return new()
        {
            Details = details,
            Next = NextAction.Of(details, outlook, left, deadlines.Today),
            MayWithdraw = acts.Contains(Act.Withdraw),
            MayAbandon = acts.Contains(Act.Abandon),
            Time = TimeSpent.Of(application, details.Events, deadlines.Today),
            DaysLeft = left,
            Outlook = all,
            AfterSubmission = application.Stage is Stage.Draft or Stage.FillIn ? [.. ahead.Skip(1)] : ahead,
            Today = deadlines.Today,
        };
    }
}
