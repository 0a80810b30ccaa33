using System.ComponentModel;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>What is sent.</summary>
[Description("报送的内容")]
public sealed record PermitBatch([property: Description("施工许可证，1 到 500 条")] IReadOnlyList<PermitRow?>? Permits);

/// <summary>What is answered: how many became what, and each row.</summary>
[Description("逐条的结果")]
public sealed record PermitAnswer(int Received, int Matched, int Waiting, int Repeated, int Refused, IReadOnlyList<PermitRowAnswer> Results);

/// <summary>What became of one row.</summary>
/// <param name="Outcome">matched, waiting, repeated or refused.</param>
[Description("一条的结果")]
public sealed record PermitRowAnswer(
    [property: Description("第几条，从 1 起")] int Row,
    [property: Description("发送系统的编号")] string Number,
    [property: Description("matched 已匹配；waiting 已保存，等待匹配；repeated 以前收到过；refused 没有接收")] string Outcome,
    Guid? PermitId,
    [property: Description("因此推送的申报件数")] int Released,
    IReadOnlyList<PermitError> Errors);

/// <summary>What is wrong in one field of one row.</summary>
[Description("一处错误")]
public sealed record PermitError(
    [property: Description("第几条，从 1 起；0 表示整个请求")] int Row,
    [property: Description("字段名")] string Field,
    string Code,
    [property: Description("错在哪里，怎么改")] string Message);

/// <summary>A refusal as RFC 9457 has it.</summary>
[Description("RFC 9457 问题说明")]
public sealed record PermitProblem(
    [property: Description("urn:portal:problem: 加 unknown-key、not-json、malformed、empty、too-many、too-large 或 refused")] string Type,
    string Title,
    int Status,
    string Detail,
    [property: Description("逐处的错误；不分条的没有")] IReadOnlyList<PermitError>? Errors);
