using System.Collections.Frozen;

namespace PerformanceRecords.Domain.Reference;

/// <summary>代码表: a list of codes of the national data standard, in its order.</summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeItem> byCode;
    private readonly ILookup<string, CodeItem> byName;

    internal CodeTable(string name, string title, bool certain, IReadOnlyList<CodeItem> items)
    {
        (Name, Title, IsCertain, Items) = (name, title, certain, items);
        byCode = items.ToFrozenDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase);
        byName = items
            .SelectMany(i => new[] { i.Name, i.Alias }.OfType<string>().Select(n => (Name: n, Item: i)))
            .ToLookup(p => TypedText.HalfWidth(p.Name), p => p.Item, StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    public string Title { get; }

    /// <summary>False where part of the list could not be confirmed; such a table is kept easy to change.</summary>
    public bool IsCertain { get; }

    public IReadOnlyList<CodeItem> Items { get; }

    public CodeItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The items that fit a group; every item where the table has no groups.</summary>
    public IEnumerable<CodeItem> InGroup(string group) => Items.Where(i => i.Group is null || i.Group == group);

    /// <summary>The items a person may mean by a code, a name, or both ("01 房屋建筑工程"): none, one, or several of the same name.</summary>
    public IReadOnlyList<CodeItem> Meant(string text)
    {
        var typed = TypedText.HalfWidth(text).Trim();
        if (Find(typed) is { } item)
        {
            return [item];
        }

        var named = byName[typed].ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var parts = typed.Split([' ', '-', '('], 2, StringSplitOptions.TrimEntries);
        var lead = parts.Length == 2 ? Find(parts[0]) : null;
        return lead is not null && parts[1].StartsWith(TypedText.HalfWidth(lead.Name), StringComparison.Ordinal) ? [lead] : [];
    }
}
