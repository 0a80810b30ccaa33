using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    Changed,

    /// <summary>A row that was not there, such as a person left out.</summary>
    Added,

    /// <summary>A row that should not be there.</summary>
    Removed,
}

/// <summary>改动: one field, or one whole row, that a correction changes.</summary>
/// <param name="Path">Tells it from the other changes of the application: Contract[0].ContractMoney, Personnel[+2], Personnel[-1].</param>
/// <param name="OldRow">Row in the content it starts from; null for an added row.</param>
/// <param name="NewRow">Row in the proposed content; null for a removed row.</param>
/// <param name="Field">The field; null where the change is a whole row.</param>
/// <param name="Before">What it says now, as shown to people.</param>
/// <param name="After">What it is to say, as shown to people.</param>
public sealed record ProposedChange(
    Sections Section, string Path, ChangeKind Kind, string Label, int? OldRow, int? NewRow, FieldDefinition? Field, string Before, string After)
{
    /// <summary>What it says now, with its unit.</summary>
    public string BeforeInWords => InWords(Before);

    /// <summary>What it is to say, with its unit.</summary>
    public string AfterInWords => InWords(After);

    private string InWords(string text) => text.Length > 0 && Field?.Unit is { } unit ? $"{text} {unit}" : text;
}

/// <summary>A change that starts from what the record does not say any more.</summary>
/// <param name="Anew">The same change from what the record says by now; null where the row is gone.</param>
public sealed record OvertakenChange(ProposedChange Change, ProposedChange? Anew)
{
    /// <summary>合同金额：改动时是 198 万元，现在是 203 万元.</summary>
    public string InWords => $"{Change.Label}：改动时是{Said(Change.BeforeInWords)}，现在{(Anew is null ? "已经删去" : "是" + Said(Anew.BeforeInWords))}";

    private static string Said(string text) => text.Length > 0 ? $" {text}" : "空白";
}

/// <summary>A change with what the enterprise says for it.</summary>
public sealed record ReasonedChange(ProposedChange Change, string? Reason, bool HasEvidence)
{
    /// <summary>The file that proves it.</summary>
    public Guid? EvidenceId { get; init; }

    /// <summary>指标文字: nobody typed it, the portal wrote it from figures that are changes of their own.</summary>
    public bool Follows { get; init; }
}

/// <summary>改动清单: works out which fields differ between what the record said and what is proposed, and applies just these.</summary>
public static class ChangeSet
{
    /// <summary>The changes from one content of a section to another. Sealed texts must be opened first.</summary>
    public static IReadOnlyList<ProposedChange> Between(SectionDefinition section, SectionValues old, SectionValues proposed)
    {
        var changes = new List<ProposedChange>();
        foreach (var rows in section.Differences(old, proposed).GroupBy(c => (c.OldRow, c.NewRow)))
        {
            switch (rows.Key)
            {
                case ({ } before, { } after):
                    changes.AddRange(rows.Select(c => new ProposedChange(
                        section.Section, section.PathOf(before, c.Field.Key), ChangeKind.Changed, Label(section, before, c.Field), before, after, c.Field,
                        SectionDefinition.Display(c.Field, c.Before), SectionDefinition.Display(c.Field, c.After))));
                    break;
                case (null, { } added):
                    changes.Add(new(section.Section, $"{section.Section}[+{added}]", ChangeKind.Added, $"增加第 {added + 1} 条{Noun(section)}", null, added, null, "", InWords(section, proposed, added)));
                    break;
                case ({ } removed, null):
                    changes.Add(new(section.Section, $"{section.Section}[-{removed}]", ChangeKind.Removed, $"删去第 {removed + 1} 条{Noun(section)}", removed, null, null, InWords(section, old, removed), ""));
                    break;
            }
        }

        return changes;
    }

    /// <summary>A content with the changes made to it, and nothing else. Texts are taken over as they stand, so sealed ones stay sealed.</summary>
    /// <param name="rowNow">Where a row that a change starts from stands in <paramref name="current"/>; null where it is gone.</param>
    public static SectionValues Apply(SectionValues current, SectionValues proposed, IReadOnlyList<ProposedChange> changes, Func<int, int?> rowNow)
    {
        var rows = current.Rows.Select(row => row.ToDictionary(f => f.Key, f => f.Value)).ToList();
        foreach (var change in changes.Where(c => c.Kind == ChangeKind.Changed))
        {
            if (change.Section.IsSingle() && rows.Count == 0)
            {
                rows.Add([]);
            }

            if (rowNow(change.OldRow!.Value) is { } row && row < rows.Count)
            {
                rows[row][change.Field!.Key] = proposed[change.Field.Key, change.NewRow!.Value];
            }
        }

        var removed = changes.Where(c => c.Kind == ChangeKind.Removed).Select(c => rowNow(c.OldRow!.Value)).OfType<int>().ToHashSet();
        var kept = rows.Where((_, at) => !removed.Contains(at));
        var added = changes.Where(c => c.Kind == ChangeKind.Added).Select(c => proposed.Rows[c.NewRow!.Value].ToDictionary(f => f.Key, f => f.Value));
        return new([.. kept.Concat(added)]);
    }

    /// <summary>The changes made on top of what the record says by now; where a changed row is gone, its changes go with it.</summary>
    public static SectionValues Rebase(SectionDefinition section, SectionValues @base, SectionValues proposed, SectionValues current) =>
        Apply(current, proposed, Between(section, @base, proposed), RowsOf(section, @base, current));

    /// <summary>Changes whose field says something else by now than what the change starts from.</summary>
    public static IEnumerable<OvertakenChange> Overtaken(SectionDefinition section, IReadOnlyList<ProposedChange> changes, SectionValues @base, SectionValues current)
    {
        var rowNow = RowsOf(section, @base, current);
        return from change in changes
               where change.OldRow is not null
               let row = change.OldRow!.Value
               let now = rowNow(row)
               where now is null || (change.Field is { } field ? @base[field.Key, row] != current[field.Key, now.Value] : section.Fields.Any(f => @base[f.Key, row] != current[f.Key, now.Value]))
               select new OvertakenChange(change, now is null ? null : change with { Before = change.Field is { } f ? SectionDefinition.Display(f, current[f.Key, now.Value]) : InWords(section, current, now.Value) });
    }

    private static Func<int, int?> RowsOf(SectionDefinition section, SectionValues @base, SectionValues current)
    {
        var rows = section.Match(@base, current).Where(m => m.Old is not null).ToDictionary(m => m.Old!.Value, m => m.New);
        return row => rows.GetValueOrDefault(row);
    }

    private static bool IsSingle(this Sections section) => !SectionDefinitions.Of(section).Repeats;

    private static string Noun(SectionDefinition section) => section.Repeats ? section.RowNoun : section.Title;

    private static string Label(SectionDefinition section, int row, FieldDefinition field) =>
        section.Repeats ? $"第 {row + 1} 条{section.RowNoun}的{field.Label}" : field.Label;

    private static string InWords(SectionDefinition section, SectionValues values, int row) => string.Join("；", section.Fields
        .Where(f => values[f.Key, row].Length > 0)
        .Select(f => $"{f.Label} {SectionDefinition.Display(f, values[f.Key, row])}"));
}
