using System.Collections.Frozen;
using System.Text.Json;

namespace PerformanceRecords.Domain.Reference;

/// <summary>代码表 of the national data standard, by name. Read once, never changed while the portal runs.</summary>
public static class CodeTables
{
    private static readonly Lazy<FrozenDictionary<string, CodeTable>> Tables = new(Load);

    public static IEnumerable<CodeTable> All => Tables.Value.Values;

    public static CodeTable Get(string table) => Tables.Value.TryGetValue(table, out var found)
        ? found
        : throw new ArgumentException($"There is no code table {table}.", nameof(table));

    public static CodeItem? Find(string table, string code) => Get(table).Find(code);

    /// <summary>The name of a code, or the code itself where the table does not know it.</summary>
    public static string NameOf(string table, string code) => Find(table, code)?.Name ?? code;

    private static FrozenDictionary<string, CodeTable> Load()
    {
        using var file = ReferenceFile.Open("code-tables.json");
        return file.RootElement.EnumerateObject().Select(Read).ToFrozenDictionary(t => t.Name);
    }

    private static CodeTable Read(JsonProperty table) => new(
        table.Name,
        table.Value.Text("title"),
        !table.Value.TryGetProperty("certain", out var certain) || certain.GetBoolean(),
        [.. table.Value.GetProperty("items").EnumerateArray().Select(ReadItem)]);

    private static CodeItem ReadItem(JsonElement item) => new(
        item.Text("code"),
        item.Text("name"),
        item.TextOrNull("alias"),
        item.TextOrNull("group"),
        item.TextOrNull("letters"),
        item.TryGetProperty("legacy", out var legacy) && legacy.GetBoolean());
}
