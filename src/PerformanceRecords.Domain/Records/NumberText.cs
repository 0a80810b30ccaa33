using System.Globalization;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Reads an amount or a count: thousands separators and the field's own unit are taken off, another unit is asked about.</summary>
internal static partial class NumberText
{
    // decimal(15,4) in the data standard
    private const decimal Limit = 99_999_999_999m;
    private const int Decimals = 4;
    private const int LargestCount = 9999;

    public static string Of(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static FieldReading Read(FieldDefinition field, string text)
    {
        var typed = TypedText.Compact(text);
        var match = Form().Match(typed);
        if (!match.Success || !decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Wrong(text, "number", $"{field.Label}要填数字，例如 {Example(field)}");
        }

        var factor = Factor(field, match.Groups["u"].Value);
        if (factor is null)
        {
            return Wrong(text, "number", $"{field.Label}的单位是{field.Unit ?? "个"}，请只填数字，例如 {Example(field)}");
        }

        if (factor != 1 && number >= 0 && number * factor is { } meant && meant <= Limit)
        {
            return Wrong(text, "number", $"{field.Label}按{field.Unit}填写。是 {Of(meant)} 吗？") with { Suggestion = Of(meant) };
        }

        return Refusal(field, number) is var (code, message) ? Wrong(text, code, message)
            : field.Kind == FieldKind.WholeNumber ? new(Of(number), (int)number) : new(Of(number), number);
    }

    private static (string Code, string Message)? Refusal(FieldDefinition field, decimal number) => number switch
    {
        < 0 => ("negative", $"{field.Label}不能小于 0"),
        0 when field.Positive => ("positive", $"{field.Label}要大于 0"),
        > Limit => ("number", $"{field.Label}过大，请核对单位是不是{field.Unit ?? "个"}"),
        > LargestCount when field.Kind == FieldKind.WholeNumber => ("number", $"{field.Label}过大，请核对"),
        _ when field.Kind == FieldKind.WholeNumber && number != decimal.Truncate(number) => ("number", $"{field.Label}要填整数，例如 {Example(field)}"),
        _ when decimal.Round(number, Decimals) != number => ("number", $"{field.Label}最多 {Decimals} 位小数"),
        _ => null,
    };

    // how many of the field's unit one of the typed unit is; null for a unit of another kind
    private static decimal? Factor(FieldDefinition field, string unit) => (field.Kind, unit) switch
    {
        (_, "") => 1m,
        (FieldKind.Money, "万元" or "万") => 1m,
        (FieldKind.Money, "元") => 0.0001m,
        (FieldKind.Money, "亿元" or "亿") => 10_000m,
        _ => string.Equals(unit, TypedText.Compact(field.Unit), StringComparison.Ordinal) ? 1m : null,
    };

    private static string Example(FieldDefinition field) => field.Kind == FieldKind.WholeNumber ? "12" : "12680.50";

    private static FieldReading Wrong(string text, string code, string message) => new(text, null, code, message);

    [GeneratedRegex(@"^(?<n>[-+]?(\d{1,3}(,\d{3})+|\d{1,20})(\.\d{1,20})?)(?<u>[^\d.,]{0,6})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
