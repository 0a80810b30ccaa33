using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Deadlines;

/// <summary>The last day on which whoever holds an application is in time.</summary>
public sealed class DeadlineCalculator(IOptions<DeadlineOptions> options, TimeProvider clock)
{
    public DeadlineOptions Limits => options.Value;

    public DateOnly Today => clock.TodayInChina();

    /// <summary>Counted from the working day after an application came to a stage; null where no limit runs.</summary>
    public DateOnly? DueOn(Stage stage) => DaysAt(stage) is { } days ? After(days) : null;

    /// <summary>The working days that whoever holds an application at a stage has; null where no limit runs.</summary>
    public int? DaysAt(Stage stage) => stage switch
    {
        Stage.CityReview or Stage.CityLetter or Stage.Confirmation => Limits.CityDays,
        Stage.ProvinceReview or Stage.ProvinceLetter => Limits.ProvinceDays,
        Stage.MinistryReview => Limits.MinistryDays,
        Stage.Amendment => Limits.AmendmentDays,
        Stage.FillIn => Limits.PortDays,
        Stage.Draft or Stage.AwaitingPermit or Stage.Completed or Stage.Rejected or Stage.Abandoned => null,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public DateOnly After(int workdays) => WorkingCalendar.AddWorkdays(Today, workdays);
}
