using System.Globalization;
using System.Text.Json;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Mirror;

/// <summary>Reads the national platform's rows back into our fields, and writes ours the same way, so that only what differs differs.</summary>
internal static class NationalRows
{
    private const int LongestText = 20_000;

    public static SectionValues Read(Sections section, JsonElement rows)
    {
        var fields = SectionDefinitions.Of(section).Fields;
        return new([.. rows.EnumerateArray().Select(row => Row(fields, f => row.TryGetProperty(f.NationalCode, out var value) ? TextOf(value) : ""))]);
    }

    /// <summary>Our content with identity numbers open and numbers without padding.</summary>
    public static SectionValues Plain(Sections section, SectionValues values, PersonalNumbers numbers)
    {
        var fields = SectionDefinitions.Of(section).Fields;
        return new([.. values.Rows.Select(row => Row(fields, f => numbers.Open(row.GetValueOrDefault(f.Key, ""))))]);
    }

    private static Dictionary<string, string> Row(IReadOnlyList<FieldDefinition> fields, Func<FieldDefinition, string> text) => fields
        .Select(f => (f.Key, Text: Canonical(f, text(f))))
        .Where(f => f.Text.Length > 0)
        .ToDictionary(f => f.Key, f => f.Text);

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ForeignText.Of(value, LongestText),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Canonical(FieldDefinition field, string text) =>
        field.Kind is FieldKind.Money or FieldKind.Number or FieldKind.WholeNumber or FieldKind.YesNo
        && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : text;
}
