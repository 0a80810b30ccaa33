using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>One line of the list of records.</summary>
public sealed record RecordRow(
    Guid Id, string ProjectName, string? ProjectNumber, string RegionCode, Sector Sector, string EnterpriseName, DateTime ChangedAt,
    IReadOnlyList<SectionProgress> Lights, OpenApplication? Open)
{
    public SectionProgress Light(Sections section) =>
        Lights.FirstOrDefault(l => l.Section == section) ?? new SectionProgress(section, SectionState.Missing);
}

/// <summary>An application on a record that is not decided yet.</summary>
public sealed record OpenApplication(Guid Id, Guid RecordId, string TypeCode, Stage Stage, Sections Asked);

/// <summary>What the list is narrowed by.</summary>
public sealed record RecordFilter(
    RecordView View = RecordView.All, string? Text = null, string? CityCode = null, Sector? Sector = null, DataGrade? Grade = null)
{
    public bool IsEmpty => this is { Text: null, CityCode: null, Sector: null, Grade: null };
}

/// <summary>Which records are looked at.</summary>
public enum RecordView
{
    /// <summary>全部</summary>
    All,

    /// <summary>有环节缺失</summary>
    Incomplete,

    /// <summary>待部平台显示</summary>
    Awaited,

    /// <summary>推送受阻</summary>
    Stuck,
}
