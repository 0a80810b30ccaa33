using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>施工许可接口: other systems hand construction permits in, up to 500 at a time; sending again changes nothing.</summary>
internal static class PermitApi
{
    public const string Document = "construction-permits";
    private const int MaxBody = 4 * 1024 * 1024;
    private const string ProblemType = "application/problem+json";
    private const string Problems = "urn:portal:problem:";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new LooseText() } };

    public static void MapPermitApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("api/{documentName}/openapi.json").AllowAnonymous();
        app.MapPost("api/v1/construction-permits", TakeAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithGroupName(Document)
            .WithName("TakeConstructionPermits")
            .WithSummary("报送施工许可证")
            .WithDescription($"一次最多 {PermitDesk.MaxRows} 条，逐条返回结果。按发送系统的编号幂等：同一编号、同一内容重复发送，不产生任何变化。请求头 {PermitSenders.Header} 携带发送系统的密钥。")
            .Accepts<PermitBatch>("application/json", "*/*") // the handler says what is wrong with another kind
            .Produces<PermitAnswer>()
            .Produces<PermitProblem>(StatusCodes.Status400BadRequest, ProblemType)
            .Produces<PermitProblem>(StatusCodes.Status401Unauthorized, ProblemType)
            .Produces<PermitProblem>(StatusCodes.Status413PayloadTooLarge, ProblemType)
            .Produces<PermitProblem>(StatusCodes.Status415UnsupportedMediaType, ProblemType)
            .Produces<PermitProblem>(StatusCodes.Status422UnprocessableEntity, ProblemType);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, PermitSenders senders, PermitDesk desk)
    {
        if (senders.Find(http.Request.Headers[PermitSenders.Header]) is not { } sender)
        {
            return Problem(StatusCodes.Status401Unauthorized, "unknown-key", "密钥不对", $"请在请求头 {PermitSenders.Header} 里带上发送系统的密钥。");
        }

        if (!http.Request.HasJsonContentType())
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "not-json", "请求不是 JSON", "请用 Content-Type: application/json 发送。");
        }

        PermitBatch? batch;
        try
        {
            batch = await JsonSerializer.DeserializeAsync<PermitBatch>(http.Request.Body, Reading, http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "too-large", "请求太大", $"一次最多 {MaxBody / 1024 / 1024} MB，请分批发送。");
        }
        catch (JsonException e)
        {
            var (row, field) = Place(e.Path);
            return Problem(StatusCodes.Status400BadRequest, "malformed", "请求不是约定的 JSON", "请按接口文档的格式发送。", [new(row, field, "malformed", "内容看不懂")]);
        }

        if (batch?.Permits is not { Count: > 0 } permits || permits.Any(p => p is null))
        {
            return Problem(StatusCodes.Status400BadRequest, "empty", "没有施工许可证", "permits 至少要有一条，不能有空条目。");
        }

        if (permits.Count > PermitDesk.MaxRows)
        {
            return Problem(StatusCodes.Status400BadRequest, "too-many", "一次发送太多", $"一次最多 {PermitDesk.MaxRows} 条，现在有 {permits.Count} 条，请分批发送。");
        }

        var results = await desk.TakeAsync([.. permits.Select(p => p!)], sender, http.RequestAborted);
        var rows = results.Select(Row).ToList();
        return results.All(r => r.Outcome == PermitOutcome.Refused)
            ? Problem(StatusCodes.Status422UnprocessableEntity, "refused", "没有一条可以接收", $"共 {rows.Count} 条，都有问题。", [.. rows.SelectMany(r => r.Errors)])
            : TypedResults.Ok(new PermitAnswer(rows.Count, Count(PermitOutcome.Matched), Count(PermitOutcome.Waiting), Count(PermitOutcome.Repeated), Count(PermitOutcome.Refused), rows));

        int Count(PermitOutcome outcome) => results.Count(r => r.Outcome == outcome);
    }

    private static PermitRowAnswer Row(PermitResult result) => new(
        result.Row, result.Number, JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()), result.PermitId, result.Released,
        [.. result.Breaches.Select(b => new PermitError(result.Row, b.Field, b.Code, b.Message))]);

    private static ProblemHttpResult Problem(int status, string kind, string title, string detail, IReadOnlyList<PermitError>? errors = null) =>
        TypedResults.Problem(new ProblemDetails
        {
            Type = Problems + kind,
            Title = title,
            Detail = detail,
            Status = status,
            Extensions = errors is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["errors"] = errors },
        });

    // $.permits[3].area
    private static (int Row, string Field) Place(string? path)
    {
        if (path is null)
        {
            return (0, "");
        }

        var open = path.IndexOf('[', StringComparison.Ordinal);
        var close = path.IndexOf(']', StringComparison.Ordinal);
        return open > 0 && close > open && int.TryParse(path.AsSpan(open + 1, close - open - 1), out var at)
            ? (at + 1, path[(path.LastIndexOf('.') + 1)..])
            : (0, path.TrimStart('$', '.'));
    }
}
