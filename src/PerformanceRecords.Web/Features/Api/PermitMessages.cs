using System.ComponentModel;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>What is sent.</summary>
public sealed record PermitBatch([property: Description("施工许可证，1 到 500 条")] IReadOnlyList<PermitRow?>? Permits);

/// <summary>What is answered: how many became what, and each row.</summary>
public sealed record PermitAnswer(int Received, int Matched, int Waiting, int Repeated, int Refused, IReadOnlyList<PermitRowAnswer> Results);

/// <summary>What became of one row.</summary>
/// <param name="Outcome">matched, waiting, repeated or refused.</param>
public sealed record PermitRowAnswer(
    [property: Description("第几条，从 1 起")] int Row,
    [property: Description("发送系统的编号")] string Number,
    [property: Description("matched 已匹配；waiting 已保存，等待匹配；repeated 以前收到过；refused 没有接收")] string Outcome,
    Guid? PermitId,
    [property: Description("因此推送的申报件数")] int Released,
    IReadOnlyList<PermitError> Errors);

/// <summary>What is wrong in one field of one row.</summary>
public sealed record PermitError(int Row, string Field, string Code, string Message);
