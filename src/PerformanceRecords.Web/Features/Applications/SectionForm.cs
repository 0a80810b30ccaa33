using System.Globalization;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>Reads the posted fields of a section, named as in its breaches: Basic.PrjName, Contract[1].ContractMoney. Anything else is not looked at.</summary>
internal static partial class SectionForm
{
    /// <summary>One more than any section may have, so that too many are refused in words; also keeps a forged form from filling the memory.</summary>
    public static readonly int MaxRows = SectionDefinitions.All.Max(d => d.MaxRows) + 1;

    /// <summary>The number of form fields that <see cref="MaxRows"/> entries may have.</summary>
    public const int MaxFields = 8000;

    public static SectionValues Read(SectionDefinition definition, IFormCollection form)
    {
        var rows = new SortedDictionary<int, Dictionary<string, string>>();
        foreach (var (name, texts) in form)
        {
            var match = Name().Match(name);
            if (!match.Success || match.Groups["section"].Value != definition.Section.ToString() || match.Groups["row"].Success != definition.Repeats
                || definition.Field(match.Groups["key"].Value) is not { } field)
            {
                continue;
            }

            var at = definition.Repeats ? int.Parse(match.Groups["row"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (at < MaxRows)
            {
                rows.TryAdd(at, []);
                rows[at][field.Key] = texts.ToString();
            }
        }

        return new SectionValues([.. rows.Values]);
    }

    /// <summary>Without the entries in which nothing was typed, so that the entries are counted as the rules count them.</summary>
    public static SectionValues Filled(SectionValues values) =>
        new([.. values.Rows.Where(row => row.Values.Any(text => !string.IsNullOrWhiteSpace(text)))]);

    /// <summary>The text of the indicators that the portal wrote from the figures, by the name of its field: the page follows, or it would send the old text back as its own.</summary>
    public static Dictionary<string, string> Written(SectionDefinition definition, SectionValues typed, SectionValues kept)
    {
        const string Key = nameof(IndicatorSet.TechParamInfo);
        return definition.Section != Sections.Indicators ? [] : Enumerable.Range(0, typed.Rows.Count).Where(row => kept[Key, row] != typed[Key, row])
            .ToDictionary(row => definition.PathOf(row, Key), row => kept[Key, row]);
    }

    public static SectionValues Without(SectionValues values, int row) =>
        new([.. values.Rows.Where((_, at) => at != row)]);

    [GeneratedRegex(@"^(?<section>[A-Za-z]{1,20})(\[(?<row>\d{1,4})\])?\.(?<key>[A-Za-z]{1,40})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
