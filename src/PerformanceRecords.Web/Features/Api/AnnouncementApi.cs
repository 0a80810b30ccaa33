using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Callbacks;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>结果通知接口: the platforms outside announce what became of a submission. Signed as our calls to them are; see docs/contract.</summary>
internal static class AnnouncementApi
{
    private const int MaxBody = 16 * 1024;
    private const string Problems = "urn:portal:problem:";

    public static void MapAnnouncementApi(this IEndpointRouteBuilder app) => app.MapPost("api/v1/announcements/{platform:regex(^(national|service-network)$)}", TakeAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(MaxBody));

    private static async Task<IResult> TakeAsync(HttpContext http, string platform, CallbackDesk desk)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers;
        var call = new CallbackCall(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            headers["X-Key-Id"].ToString(), headers["X-Time"].ToString(), headers["X-Nonce"].ToString(), headers["X-Signature"].ToString(), body.ToArray());
        var destination = platform == "national" ? Destination.NationalPlatform : Destination.ServiceNetwork;
        return await desk.TakeAsync(destination, call, http.RequestAborted) switch
        {
            CallbackResult.Noted => TypedResults.Accepted((string?)null, new { status = "noted" }),
            CallbackResult.Known => TypedResults.Ok(new { status = "known" }),
            CallbackResult.UnknownSubmission => Problem(404, "unknown-submission", "没有用过这个幂等键"),
            CallbackResult.Malformed => Problem(400, "malformed", "请求不完整，需要 number、idempotencyKey 和 status"),
            CallbackResult.Unsigned => Problem(401, "unsigned", "请求没有签名"),
            CallbackResult.UnknownKey => Problem(401, "unknown-key", "密钥编号不存在或已停用"),
            CallbackResult.ClockSkew => Problem(401, "clock-skew", "签名时间超出允许范围"),
            CallbackResult.Replayed => Problem(401, "replayed", "请求重复播放"),
            _ => Problem(401, "invalid-signature", "签名不符"),
        };
    }

    private static ProblemHttpResult Problem(int status, string kind, string title) => TypedResults.Problem(statusCode: status, type: Problems + kind, title: title);
}
