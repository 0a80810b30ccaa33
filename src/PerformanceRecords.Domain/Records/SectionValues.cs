using System.Text.Json.Serialization;

namespace PerformanceRecords.Domain.Records;

/// <summary>
/// The content of one section as text, one row per entry (a contract, a person; sections that do not repeat have one row),
/// field key → text. It is what people typed, so nothing is lost while it is still wrong; once checked, it is in canonical form
/// (dates yyyy-MM-dd, numbers invariant, codes without names). Records, drafts, snapshots, differences and payloads all use it.
/// </summary>
public sealed class SectionValues : IEquatable<SectionValues>
{
    public SectionValues()
        : this([])
    {
    }

    [JsonConstructor]
    public SectionValues(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Rows = rows;

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    [JsonIgnore]
    public bool IsEmpty => !Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The text of a field, empty where it was never filled in.</summary>
    public string this[string key, int row = 0] =>
        row < Rows.Count && Rows[row].TryGetValue(key, out var text) ? text : "";

    /// <summary>Whether some text of some row passes <paramref name="test"/>.</summary>
    public bool Any(Func<string, bool> test) => Rows.Any(row => row.Values.Any(test));

    public static SectionValues Of(params (string Key, string Text)[] fields) =>
        new([fields.ToDictionary(f => f.Key, f => f.Text)]);

    /// <summary>A copy in which every text of every row went through <paramref name="change"/>.</summary>
    public SectionValues Map(Func<string, string, string> change) =>
        new([.. Rows.Select(row => (IReadOnlyDictionary<string, string>)row.ToDictionary(f => f.Key, f => change(f.Key, f.Value)))]);

    public bool Equals(SectionValues? other) =>
        ReferenceEquals(this, other) || other is not null && Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => SameRow(pair.First, pair.Second));

    public override bool Equals(object? obj) => Equals(obj as SectionValues);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var row in Rows)
        {
            foreach (var (key, text) in Filled(row).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                hash.Add(key);
                hash.Add(text);
            }
        }

        return hash.ToHashCode();
    }

    // a field never touched and a field left empty are the same content
    private static bool SameRow(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        Filled(a).Count() == Filled(b).Count() && Filled(a).All(f => b.TryGetValue(f.Key, out var text) && text == f.Value);

    private static IEnumerable<KeyValuePair<string, string>> Filled(IReadOnlyDictionary<string, string> row) =>
        row.Where(f => f.Value.Length > 0);
}
