using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Sorts a platform's answers into what is to be done about them.</summary>
internal static partial class AnswerReader
{
    /// <summary>What the receipt's column holds; a longer one is cut wherever it is met, so that it still compares.</summary>
    public const int LongestReceipt = 64;

    /// <summary>What the columns for a finding in words hold.</summary>
    public const int LongestText = 2000;

    // how people call the fields of the data standard
    private static readonly ILookup<string, string> Labels = SectionDefinitions.All.SelectMany(d => d.Fields).Where(f => f.NationalCode is { Length: > 0 })
        .ToLookup(f => f.NationalCode!, f => f.Label);

    private const string Prefix = "urn:platform:problem:";

    public static PlatformAnswer Read(HttpStatusCode status, string body, TimeSpan? retryAfter)
    {
        var code = (int)status;
        using var json = Parse(body);
        var root = json is { RootElement: { ValueKind: JsonValueKind.Object } read } ? read : (JsonElement?)null;
        if (code is >= 200 and < 300)
        {
            return Receipt(code, body, root);
        }

        var (kind, text) = Problem(root);
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
        return new PlatformAnswer(problem, text.Length > 0 ? Sayable(text) : $"平台应答 {code}", code, body) { RetryAfter = retryAfter };
    }

    // a success nobody can read is no proof of acceptance
    private static PlatformAnswer Receipt(int code, string body, JsonElement? root) => root switch
    {
        { } json when Text(json, "number") is { Length: > 0 } receipt =>
            new PlatformAnswer(null, Flag(json, "duplicate") ? "平台此前已接收，不重复登记" : "平台已接收", code, body)
            {
                Receipt = ForeignText.Storable(receipt, LongestReceipt),
                Superseded = Text(json, "status") == "superseded",
            },
        _ => new PlatformAnswer(PushProblem.Unanswered, "平台的应答没有回执，先查后发", code, body),
    };

    private static (string Kind, string Text) Problem(JsonElement? answer)
    {
        if (answer is not { } root)
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

    // masked first: a number that is cut in two is a number nobody recognises
    private static string Sayable(string text) => ForeignText.Storable(PayloadMask.Personal(text), LongestText);

    private static string Field(JsonElement error)
    {
        var (field, said) = (Text(error, "field"), Text(error, "message"));
        var message = PayloadMask.IsPersonal(field) ? Token().Replace(said, m => PayloadMask.Number(m.Value)) : said;
        var row = error.TryGetProperty("row", out var r) && r.ValueKind == JsonValueKind.Number && r.TryGetInt32(out var number) && number > 0 ? $"第 {number} 行" : "";
        var named = field.Length == 0 || message.Contains(field, StringComparison.Ordinal) || Labels[field].Any(label => message.Contains(label, StringComparison.Ordinal));
        return (row.Length > 0, named) switch
        {
            (false, true) => message,
            (true, true) => $"{row}：{message}",
            _ => $"{row} {field}：{message}".TrimStart(),
        };
    }

    private static JsonDocument? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? ForeignText.Of(value, 4 * LongestText) : "";

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    // what a refusal of a personal field repeats, whatever kind of document it is the number of
    [GeneratedRegex("[0-9A-Za-z]*[0-9][0-9A-Za-z]{4,}")]
    private static partial Regex Token();
}
