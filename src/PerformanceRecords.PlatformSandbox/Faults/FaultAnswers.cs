using System.Globalization;
using PerformanceRecords.PlatformSandbox.Api;
using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Faults;

/// <summary>What the faults that strike a call make of it.</summary>
internal static class FaultAnswers
{
    /// <summary>Faults that act while the data is taken in.</summary>
    internal sealed record During(TimeSpan Late, Fault? Alter);

    /// <summary>The answer instead of the real one, if one of the faults has it so.</summary>
    public static Answer? Before(IReadOnlyList<Fault> struck, HttpContext http)
    {
        http.Items[nameof(During)] = new During(
            TimeSpan.FromSeconds(struck.Where(f => f.Kind == FaultKind.ShowLate).Sum(f => f.Seconds)),
            struck.FirstOrDefault(f => f.Kind == FaultKind.AlterData));
        return struck.Select(fault => Instead(fault, http)).FirstOrDefault(answer => answer is not null);
    }

    private static Answer? Instead(Fault fault, HttpContext http) => fault.Kind switch
    {
        FaultKind.Down => new Answer(0, "down", null),
        FaultKind.ServerError => new Answer(500, "server-error", Problems.Of(500, "server-error", "平台内部错误")),
        FaultKind.TooManyRequests => Later(429, "too-many-requests", "请求过于频繁", fault, http),
        FaultKind.Maintenance => Later(503, "maintenance", "平台维护中", fault, http),
        FaultKind.RefuseCredentials => new Answer(401, "unknown-key", Problems.Unsigned("unknown-key")),
        FaultKind.RefuseContract => new Answer(400, "contract-version", Problems.Of(400, "contract-version", "合约版本不受支持")),
        FaultKind.RefuseField => Refuse(string.IsNullOrEmpty(fault.Field) ? "PrjNum" : fault.Field),
        _ => null,
    };

    private static Answer Refuse(string field) => new(422, "field-errors", Problems.Of(
        422, "field-errors", "数据不符合标准", "共 1 处", [new FieldError(1, field, "REFUSED", $"平台拒收字段 {field} 的内容")]));

    private static Answer Later(int status, string kind, string title, Fault fault, HttpContext http)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(fault.Seconds)).ToString(CultureInfo.InvariantCulture);
        return new Answer(status, kind, Problems.Of(status, kind, title));
    }
}
