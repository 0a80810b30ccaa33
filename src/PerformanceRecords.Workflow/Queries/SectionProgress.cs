using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>六灯: how far one section has got. Passed here and shown on the national platform are two different states.</summary>
public enum SectionState
{
    /// <summary>未填报</summary>
    Missing,

    /// <summary>已填报</summary>
    Filled,

    /// <summary>市级已核实</summary>
    Verified,

    /// <summary>省厅已核实</summary>
    VerifiedByProvince,

    /// <summary>审核完成, not to be seen on the national platform, or not yet</summary>
    Approved,

    /// <summary>部平台已显示</summary>
    Shown,

    /// <summary>退回补正</summary>
    Returned,

    /// <summary>推送受阻</summary>
    Stuck,

    /// <summary>不适用</summary>
    NotApplicable,
}

/// <summary>One light of the tracker.</summary>
/// <param name="Grade">At which grade the national platform shows it.</param>
/// <param name="Since">Since when the national platform shows it.</param>
/// <param name="Awaited">Approved, and on its way to the national platform.</param>
public sealed record SectionProgress(Sections Section, SectionState State, DataGrade? Grade = null, DateTime? Since = null, bool Awaited = false)
{
    /// <summary>An approved section, by the push that holds it up, or its last.</summary>
    public static SectionProgress OfRecord(Sections section, int revision, int? shownRevision, DateTime? shownAt, DataGrade? grade, PushState? push) => push switch
    {
        PushState.NeedsPerson or PushState.Parked => new(section, SectionState.Stuck, grade, shownAt),
        _ when shownRevision >= revision => new(section, SectionState.Shown, grade, shownAt),
        PushState.Waiting or PushState.Sending or PushState.Accepted => new(section, SectionState.Approved, grade, shownAt, Awaited: true),
        _ when shownAt is not null => new(section, SectionState.Shown, grade, shownAt),
        _ => new(section, SectionState.Approved),
    };

    /// <summary>A section of an application that is not decided yet.</summary>
    public static SectionProgress OfApplication(Sections section, Stage stage, bool filled) => new(section, stage switch
    {
        _ when !filled => SectionState.Missing,
        Stage.Amendment => SectionState.Returned,
        Stage.CityLetter or Stage.ProvinceReview => SectionState.Verified,
        Stage.ProvinceLetter or Stage.MinistryReview => SectionState.VerifiedByProvince,
        _ => SectionState.Filled,
    });
}
