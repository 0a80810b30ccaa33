namespace PerformanceRecords.Domain.Records;

/// <summary>Compares two contents of a section; rows are matched by content, then by what tells them apart, then by their order.</summary>
internal static class SectionDifference
{
    public static IReadOnlyList<FieldChange> Of(SectionDefinition section, SectionValues old, SectionValues @new) =>
        [.. Match(section, old, @new).SelectMany(pair => section.Fields
            .Select(f => new FieldChange(f, pair.Old, pair.New, Text(old, pair.Old, f.Key), Text(@new, pair.New, f.Key)))
            .Where(change => change.Before != change.After))];

    private static string Text(SectionValues values, int? row, string key) => row is { } at ? values[key, at] : "";

    internal static IEnumerable<(int? Old, int? New)> Match(SectionDefinition section, SectionValues old, SectionValues @new)
    {
        var left = Enumerable.Range(0, old.Rows.Count).ToList();
        var pairs = new Dictionary<int, int>();
        var all = section.Fields.Select(f => f.Key).ToArray();
        var keys = section.Fields.Where(f => f.RowKey).Select(f => f.Key).ToArray();
        foreach (var fields in keys.Length > 0 ? new[] { all, keys, [] } : [all, []])
        {
            for (var row = 0; row < @new.Rows.Count; row++)
            {
                var twin = pairs.ContainsKey(row) ? -1 : left.FindIndex(o => fields.All(key => old[key, o] == @new[key, row]));
                if (twin >= 0)
                {
                    pairs[row] = left[twin];
                    left.RemoveAt(twin);
                }
            }
        }

        return Enumerable.Range(0, @new.Rows.Count)
            .Select(row => (Old: pairs.TryGetValue(row, out var o) ? o : (int?)null, New: (int?)row))
            .Concat(left.Select(row => ((int?)row, (int?)null)));
    }
}
