using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Workflow.Deadlines;

/// <summary>Time limits in working days. The notices give none for the offices, so they are configuration.</summary>
public sealed class DeadlineOptions
{
    public const string Section = "Deadlines";

    [Range(1, 250)]
    public int CityDays { get; set; } = 5;

    [Range(1, 250)]
    public int ProvinceDays { get; set; } = 10;

    [Range(1, 250)]
    public int MinistryDays { get; set; } = 20;

    /// <summary>For the enterprise to amend what was returned.</summary>
    [Range(1, 250)]
    public int AmendmentDays { get; set; } = 10;

    /// <summary>How long a supplement port stays open.</summary>
    [Range(1, 250)]
    public int PortDays { get; set; } = 20;

    /// <summary>一周内: calendar days from the last approval within which the data must be visible outside.</summary>
    [Range(1, 60)]
    public int VisibleWithinDays { get; set; } = 7;
}
