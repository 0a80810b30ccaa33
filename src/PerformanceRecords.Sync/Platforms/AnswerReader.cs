using System.Net;
using System.Text.Json;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Sorts a platform's answers into what is to be done about them.</summary>
internal static class AnswerReader
{
    private const string Prefix = "urn:platform:problem:";

    public static PlatformAnswer Read(HttpStatusCode status, string body, TimeSpan? retryAfter)
    {
        var code = (int)status;
        if (code is >= 200 and < 300)
        {
            return Receipt(code, body);
        }

        var (kind, text) = Problem(body);
        var problem = (kind, code) switch
        {
            (_, 401 or 403) or ("contract-version", _) => PushProblem.Channel,
            // the key is on file with something else: what it has is to be asked for, not sent over
            ("key-reused", _) => PushProblem.Unanswered,
            (_, 429) => PushProblem.Later,
            (_, 503) when retryAfter is not null => PushProblem.Later,
            (_, >= 500 or 408) => PushProblem.Soon,
            _ => PushProblem.Person,
        };
        return new PlatformAnswer(problem, text.Length > 0 ? text : $"平台应答 {code}", code, body) { RetryAfter = retryAfter };
    }

    // a success nobody can read is no proof of acceptance
    private static PlatformAnswer Receipt(int code, string body) => Parse(body) switch
    {
        { } json when Text(json, "number") is { Length: > 0 } receipt =>
            new PlatformAnswer(null, Flag(json, "duplicate") ? "平台此前已接收，不重复登记" : "平台已接收", code, body) { Receipt = receipt },
        _ => new PlatformAnswer(PushProblem.Unanswered, "平台的应答没有回执，先查后发", code, body),
    };

    private static (string Kind, string Text) Problem(string body)
    {
        if (Parse(body) is not { } root)
        {
            return ("", "");
        }

        var type = Text(root, "type");
        var parts = new List<string> { Text(root, "title"), Text(root, "detail") };
        if (root.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
        {
            parts.AddRange(errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Take(10).Select(Field));
        }

        return (type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type, string.Join("；", parts.Where(p => p.Length > 0)));
    }

    private static string Field(JsonElement error)
    {
        var row = error.TryGetProperty("row", out var r) && r.ValueKind == JsonValueKind.Number && r.TryGetInt32(out var number) && number > 0 ? $"第 {number} 行" : "";
        return row + Text(error, "message");
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
