using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>自动带入的事实: what stands in braces in the words of a letter, until its sign-off writes it out for good.</summary>
public sealed partial class LetterFacts
{
    /// <summary>Every fact a template may use, and what it says.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> Known =
    [
        ("项目数", "函里的项目个数"), ("企业数", "涉及的企业家数"), ("项目", "第一个项目的名称，多于一个时加“等”"),
        ("企业", "第一家企业的名称，多于一家时加“等”"), ("发文机关", "本单位全称"), ("来文", "依据的市级来函文号"),
        ("受理号", "第一件申报的受理号"), ("意见", "最近一次决定的意见"),
    ];

    private readonly Dictionary<string, string> values;

    private LetterFacts(Dictionary<string, string> values) => this.values = values;

    public static LetterFacts Of(string fromName, IReadOnlyList<AnnexFacts> rows, DecidedFacts decided)
    {
        var enterprises = rows.Select(r => r.EnterpriseName).Distinct().ToList();
        return new(new()
        {
            ["项目数"] = $"{rows.Count}",
            ["企业数"] = $"{enterprises.Count}",
            ["项目"] = rows.Count == 0 ? "" : $"“{rows[0].ProjectName}”{(rows.Count > 1 ? "等" : "")}",
            ["企业"] = enterprises.Count == 0 ? "" : enterprises[0] + (enterprises.Count > 1 ? "等" : ""),
            ["发文机关"] = fromName,
            ["来文"] = decided.Incoming.Count == 0 ? "" : string.Join('、', decided.Incoming),
            ["受理号"] = decided.ReceiptNumber ?? "",
            ["意见"] = decided.Opinion?.TrimEnd('。') ?? "",
        });
    }

    /// <summary>The text with every fact written out.</summary>
    public string Fill(string text) => string.Concat(Pieces(text).Select(p => p.Text));

    /// <summary>The text in pieces, so that a preview can mark what was filled in.</summary>
    public IEnumerable<(string Text, bool IsFact)> Pieces(string text)
    {
        var end = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            if (!values.TryGetValue(hole.Groups[1].Value, out var value) || value.Length == 0)
            {
                continue;
            }

            if (hole.Index > end)
            {
                yield return (text[end..hole.Index], false);
            }

            yield return (value, true);
            end = hole.Index + hole.Length;
        }

        if (end < text.Length)
        {
            yield return (text[end..], false);
        }
    }

    /// <summary>What stands in braces and says nothing: misspelt, or not known of these cases.</summary>
    public IReadOnlyList<string> Unfilled(string text) => UnfilledIn(Fill(text));

    /// <summary>Braces of a template that no letter could ever fill.</summary>
    public static IReadOnlyList<string> Misspelt(string text) =>
        [.. UnfilledIn(text).Where(name => !Known.Any(k => $"{{{k.Name}}}" == name))];

    private static List<string> UnfilledIn(string text) => [.. Hole().Matches(text).Select(m => m.Value).Distinct()];

    [GeneratedRegex(@"\{([^{}\n]{1,20})\}")]
    private static partial Regex Hole();
}

/// <summary>What earlier papers and decisions say of the cases of a letter.</summary>
public sealed record DecidedFacts(IReadOnlyList<string> Incoming, string? ReceiptNumber, string? Opinion)
{
    public static readonly DecidedFacts None = new([], null, null);
}
