using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerformanceRecords.DataStandard;

/// <summary>
/// Enforces the keywords of JSON Schema that the contract uses, and refuses to work with any other: a rule that is written down
/// but not enforced would be a lie in the published contract.
/// </summary>
public sealed class SchemaCheck
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "$defs", "title", "x-table", "x-standard"];

    // what people type where they have nothing to say; the exchange counts them as empty
    private static readonly HashSet<string> Placeholders = ["无", "无数据", "/", "-"];

    private readonly ContractSchemas schemas;
    private readonly List<FieldError> errors = [];

    private SchemaCheck(ContractSchemas schemas) => this.schemas = schemas;

    /// <summary>What the schema of a section has against a body; nothing when it is as it should be.</summary>
    public static IReadOnlyList<FieldError> Run(ContractSchemas schemas, string section, JsonElement body)
    {
        var check = new SchemaCheck(schemas);
        check.Value(schemas.Of(section), body, new Place(0, "", ""));
        return check.errors;
    }

    private void Value(JsonElement schema, JsonElement value, Place at)
    {
        if (schema.TryGetProperty("title", out var title))
        {
            at = at with { Label = title.GetString()! };
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            Value(schemas.Resolve(reference.GetString()!), value, at);
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value))
        {
            Add(at, "TYPE", $"{at.Label}的类型应为{TypeName(type.GetString()!)}");
            return;
        }

        foreach (var rule in schema.EnumerateObject())
        {
            Rule(rule, schema, value, at);
        }
    }

    private void Rule(JsonProperty rule, JsonElement schema, JsonElement value, Place at)
    {
        switch (rule.Name)
        {
            case "required":
                foreach (var name in rule.Value.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
                {
                    Add(at with { Field = name }, "REQUIRED", $"{LabelOf(schema, name)}不能为空");
                }

                break;
            case "properties":
                foreach (var field in value.EnumerateObject())
                {
                    if (rule.Value.TryGetProperty(field.Name, out var inner))
                    {
                        Value(inner, field.Value, at with { Field = field.Name });
                    }
                }

                break;
            case "additionalProperties":
                var known = schema.GetProperty("properties");
                foreach (var field in value.EnumerateObject().Where(f => !known.TryGetProperty(f.Name, out _)))
                {
                    Add(at with { Field = field.Name }, "UNKNOWN_FIELD", $"数据标准中没有字段 {field.Name}");
                }

                break;
            case "anyOf":
                if (!rule.Value.EnumerateArray().Any(o => o.GetProperty("required").EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _))))
                {
                    var names = rule.Value.EnumerateArray().Select(o => o.GetProperty("required")[0].GetString()!).ToList();
                    Add(at with { Field = names[0] }, "REQUIRED", $"{string.Join("、", names.Select(n => LabelOf(schema, n)))}至少填写一项");
                }

                break;
            case "items":
                var row = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Value(rule.Value, item, at with { Row = ++row });
                }

                break;
            case "minItems" or "maxItems":
                var count = value.GetArrayLength();
                if (rule.Name == "minItems" ? count < rule.Value.GetInt32() : count > rule.Value.GetInt32())
                {
                    Add(at, "RANGE", $"{at.Label}应有{(rule.Name == "minItems" ? "至少" : "至多")} {rule.Value} 行");
                }

                break;
            default:
                Scalar(rule, value, at);
                break;
        }
    }

    private void Scalar(JsonProperty rule, JsonElement value, Place at)
    {
        var message = rule.Name switch
        {
            "type" or "$ref" => null,
            "minLength" => Length(value) < rule.Value.GetInt32() || Placeholders.Contains(value.GetString()!.Trim())
                ? ("REQUIRED", $"{at.Label}不能为空，也不能填“无”“/”") : null,
            "maxLength" => Length(value) > rule.Value.GetInt32() ? ("TOO_LONG", $"{at.Label}最多 {rule.Value} 个字符") : null,
            "pattern" => !Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                ? ("PATTERN", $"{at.Label}的格式不符") : null,
            "enum" => !rule.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? ("CODE_TABLE", $"{at.Label}的值 {value} 不在代码表中") : null,
            "format" => !IsDate(value.GetString()!) ? ("DATE", $"{at.Label}不是有效日期，应为 yyyy-MM-dd") : null,
            "minimum" => value.GetDecimal() < rule.Value.GetDecimal() ? ("RANGE", $"{at.Label}不能小于 {rule.Value}") : null,
            "exclusiveMinimum" => value.GetDecimal() <= rule.Value.GetDecimal() ? ("RANGE", $"{at.Label}应大于 {rule.Value}") : null,
            "maximum" => value.GetDecimal() > rule.Value.GetDecimal() ? ("RANGE", $"{at.Label}超出上限 {rule.Value}") : null,
            "multipleOf" => value.GetDecimal() % rule.Value.GetDecimal() != 0 ? ("RANGE", $"{at.Label}最多四位小数") : null,
            "x-check" => IdentifierCheck.Fails(rule.Value.GetString()!, value.GetString()!) ? ("CHECK_DIGIT", $"{at.Label}的校验位不符") : null,
            _ when Notes.Contains(rule.Name) => ((string, string)?)null,
            _ => throw new NotSupportedException($"The contract uses the schema keyword {rule.Name}, which is not enforced."),
        };

        // a placeholder or a broken pattern already says all there is to say about a value
        if (message is var (code, text) && !errors.Any(e => e.Row == at.Row && e.Field == at.Field))
        {
            Add(at, code, text);
        }
    }

    private void Add(Place at, string code, string message) => errors.Add(new FieldError(at.Row, at.Field, code, message));

    private static int Length(JsonElement value) => new StringInfo(value.GetString()!.Trim()).LengthInTextElements;

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string LabelOf(JsonElement schema, string field) =>
        schema.GetProperty("properties").TryGetProperty(field, out var inner) ? inner.GetProperty("title").GetString()! : field;

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        _ => throw new NotSupportedException($"The contract uses the type {type}, which is not enforced."),
    };

    private static string TypeName(string type) => type switch
    {
        "object" => "对象",
        "array" => "数组",
        "string" => "文本",
        "integer" => "整数",
        _ => "数值",
    };

    private sealed record Place(int Row, string Field, string Label);
}
