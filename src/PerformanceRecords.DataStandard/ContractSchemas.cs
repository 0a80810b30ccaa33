using System.Reflection;
using System.Text.Json;

namespace PerformanceRecords.DataStandard;

/// <summary>The published JSON schemas of the contract, built into this assembly so that what is published is what is enforced.</summary>
public sealed class ContractSchemas
{
    private readonly Dictionary<string, JsonElement> documents;

    public ContractSchemas()
    {
        var assembly = Assembly.GetExecutingAssembly();
        documents = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("contract/", StringComparison.Ordinal))
            .ToDictionary(name => name["contract/".Length..], name => Read(assembly, name));
    }

    public JsonElement Of(string section) => documents[section + ".schema.json"];

    /// <summary>The schema a <c>$ref</c> such as <c>common.schema.json#/$defs/date</c> points to.</summary>
    internal JsonElement Resolve(string reference)
    {
        var (file, path) = reference.Split('#') switch
        {
            [var f, var p] => (f, p),
            _ => throw new FormatException($"A reference needs a file and a path: {reference}"),
        };
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(documents[file], (element, step) => element.GetProperty(step));
    }

    /// <summary>The fields of a section's rows, in the order of the contract.</summary>
    public IReadOnlyList<ContractField> Fields(string section) =>
    [
        .. Of(section).GetProperty("properties").GetProperty("Rows").GetProperty("items").GetProperty("properties").EnumerateObject().Select(p => new ContractField(
            p.Name,
            p.Value.GetProperty("title").GetString()!,
            p.Value.TryGetProperty("x-table", out var table) ? table.GetString() : null)),
    ];

    private static JsonElement Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}

/// <summary>A field of a section's rows.</summary>
/// <param name="Table">The code table its values come from.</param>
public sealed record ContractField(string Name, string Label, string? Table);
