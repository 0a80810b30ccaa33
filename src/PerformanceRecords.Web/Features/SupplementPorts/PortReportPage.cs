using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.SupplementPorts;

/// <summary>What the report on opened ports shows.</summary>
public sealed record PortReportPage(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<PortReportRow> Rows)
{
    public const string Path = "/ports/report";

    /// <summary>No port is older.</summary>
    public static readonly DateOnly Earliest = new(2020, 1, 1);

    /// <summary>The heads of the file, in the order of <see cref="Cells"/>.</summary>
    public static readonly string[] Heads = ["开通时间", "开通人", "端口号", "设区市", "企业", "项目", "依据来函", "可写的节", "到期日", "结果", "最近一次调整的理由"];

    public IReadOnlyList<PortReportLine> Lines { get; init; } = [];

    public Pager? Pager { get; init; }

    public string FileUrl => Url($"{Path}/file");

    public string Turn(string turn, string cursor) => Filtered.Url(Path, ("from", DateText.Day(From)), ("to", DateText.Day(To)), (turn, cursor));

    public static string[] Cells(PortReportLine line, DateOnly today) =>
    [
        DateText.Minute(line.OpenedAt), line.OpenedBy, line.Number, Regions.ShortName(line.CityCode), line.Enterprise, line.ProjectName, line.LetterNumber ?? "",
        line.AllowedSections.InWords(), DateText.Day(line.ExpiresOn), OutcomeOf(line, today), line.Reason ?? "",
    ];

    /// <summary>What became of it, in the words of the summary.</summary>
    public static string OutcomeOf(PortReportLine line, DateOnly today) => line switch
    {
        { ClosedAt: not null } => "提前关闭",
        { SubmissionsUsed: > 0 } => $"已使用（提交 {line.SubmissionsUsed} / {line.SubmissionsAllowed} 次）",
        _ when line.ExpiresOn < today => "到期未用",
        _ => "开通未用",
    };

    private string Url(string path) => Filtered.Url(path, ("from", DateText.Day(From)), ("to", DateText.Day(To)));
}
