using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>One filing of an enterprise as its first page shows it.</summary>
public sealed record FilingLine(
    Guid Id, string TypeCode, string ProjectName, string? ProjectNumber, Stage Stage, DateTime StageSince, DateOnly? DueOn, DateTime ChangedAt, int Submissions, DateTime? ApprovedAt)
{
    public string Name => ProjectName.Length > 0 ? ProjectName : "未填项目名称";

    public string Url => $"/applications/{Id}";

    /// <summary>A port past its last day accepts nothing until the province extends it.</summary>
    public bool PortClosed(DateOnly today) => Stage == Stage.FillIn && DueOn < today;

    public string Title => ApplicationTypes.Find(TypeCode)?.Title ?? TypeCode;
}

/// <summary>One section that the national platform shows.</summary>
public sealed record ShownSection(Guid RecordId, string ProjectName, Sections Section, DataGrade? Grade, DateTime ShownAt);

/// <summary>A record of which something appeared on the national platform lately.</summary>
public sealed record ShownRecord(Guid Id, string ProjectName, DataGrade Grade, IReadOnlyList<Sections> Sections, DateTime Since)
{
    public static ShownRecord Of(IGrouping<Guid, ShownSection> sections)
    {
        var last = sections.First();
        return new(sections.Key, last.ProjectName, sections.Max(s => s.Grade) ?? DataGrade.C, [.. sections.Select(s => s.Section)], last.ShownAt);
    }
}

/// <summary>单位概况</summary>
public sealed record EnterpriseOverview(
    string RegionCode, DateTime? ConfirmedAt, DateTime? RefusedAt, string? RefusalReason, int Records, int Shown, int HighGrade);

/// <summary>The first page of an enterprise.</summary>
public sealed record EnterpriseHome(
    Actor Actor, DateOnly Today, DateTime Now, IReadOnlyList<FilingLine> Filings, IReadOnlyList<ShownRecord> Shown, EnterpriseOverview Overview)
{
    /// <summary>待我处理: what was returned and what has to be filled in, nearest day first.</summary>
    public IReadOnlyList<FilingLine> ToDo { get; } =
        [.. Filings.Where(f => f.Stage is Stage.Amendment or Stage.FillIn).OrderBy(f => f.DueOn).ThenBy(f => f.Stage)];

    /// <summary>在办申报: in somebody else's hands, or on its way to the national platform.</summary>
    public IReadOnlyList<FilingLine> UnderWay { get; } =
        [.. Filings.Where(f => f.Stage is not (Stage.Draft or Stage.Amendment or Stage.FillIn))];

    public IReadOnlyList<FilingLine> Drafts { get; } = [.. Filings.Where(f => f.Stage == Stage.Draft)];

    /// <summary>The one thing to do first: what was returned, then the port that closes next, then a draft.</summary>
    public FilingLine? First => ToDo.FirstOrDefault(f => f.Stage == Stage.Amendment)
        ?? ToDo.FirstOrDefault(f => !f.PortClosed(Today))
        ?? (Drafts.Count > 0 ? Drafts[0] : ToDo.Count > 0 ? ToDo[0] : null);
}
