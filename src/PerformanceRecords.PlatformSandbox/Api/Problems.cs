using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Api;

/// <summary>Refusals as RFC 9457 problem details; the type says what to do about it.</summary>
internal static class Problems
{
    private const string Prefix = "urn:platform:problem:";

    public static IResult Of(int status, string kind, string title, string? detail = null, IReadOnlyList<FieldError>? errors = null) =>
        TypedResults.Problem(
            statusCode: status,
            type: Prefix + kind,
            title: title,
            detail: detail,
            extensions: errors is { Count: > 0 } ? new Dictionary<string, object?> { ["errors"] = errors } : null);

    public static IResult Unsigned(string kind) => Of(401, kind, kind switch
    {
        "unsigned" => "请求没有签名",
        "unknown-key" => "密钥编号不存在或已停用",
        "clock-skew" => "签名时间超出允许范围",
        "replayed" => "请求重复播放",
        _ => "签名不符",
    });
}
