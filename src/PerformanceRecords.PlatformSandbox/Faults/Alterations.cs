using System.Text.Json;
using System.Text.Json.Nodes;
using PerformanceRecords.PlatformSandbox.Facts;

namespace PerformanceRecords.PlatformSandbox.Faults;

/// <summary>How a platform changes what it was told: one field of the first row reads differently afterwards.</summary>
internal static class Alterations
{
    public static Fact Change(Fact fact, string? field, string? value = null)
    {
        var body = JsonNode.Parse(fact.Body.GetRawText())!.AsObject();
        var row = body["Rows"]![0]!.AsObject();
        // a name, or whatever is said in words, reads differently without being ill-formed
        var name = string.IsNullOrEmpty(field)
            ? row.Where(f => f.Value?.GetValueKind() == JsonValueKind.String).OrderByDescending(f => f.Key.EndsWith("Name", StringComparison.Ordinal)).Select(f => f.Key).First()
            : field;
        row[name] = value ?? (row[name]?.ToString() ?? "") + "（平台改）";
        return fact with { Body = JsonSerializer.SerializeToElement(body) };
    }
}
