using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Reads one field's text by its kind. What is said of the field in its definition is checked here, and nowhere else.</summary>
/// <param name="field">The field.</param>
/// <param name="row">The fields of the same row read so far, in canonical form.</param>
/// <param name="today">Today in China.</param>
internal sealed class FieldReader(FieldDefinition field, IReadOnlyDictionary<string, string> row, DateOnly today)
{
    public FieldReading Read(string? typed)
    {
        var text = TypedText.Clean(typed);
        if (TypedText.IsPlaceholder(text))
        {
            return field.Required ? Wrong(text, "required", $"{field.Label}要如实填写，不能填“{text}”") : FieldReading.Blank;
        }

        return text.Length > 0 ? ReadKind(text) : field.Required ? Wrong("", "required", RequiredMessage(field)) : FieldReading.Blank;
    }

    public static string RequiredMessage(FieldDefinition field) =>
        field.Kind is FieldKind.Code or FieldKind.Region or FieldKind.YesNo ? $"请选择{field.Label}" : $"请填写{field.Label}";

    private FieldReading ReadKind(string text) => field.Kind switch
    {
        FieldKind.Text => ReadText(text.Replace('\n', ' ').Replace('\t', ' ')),
        FieldKind.LongText => ReadText(text),
        FieldKind.Code => ReadCode(text),
        FieldKind.Region => RegionText.Read(field, text),
        FieldKind.Date => DateText.Read(field, text, today),
        FieldKind.Money or FieldKind.Number or FieldKind.WholeNumber => NumberText.Read(field, text),
        FieldKind.YesNo => ReadYesNo(text),
        FieldKind.ProjectNumber => ReadIdentifier(text, ProjectNumber.Normalize, n => ProjectNumber.Problem(n, today), n => ProjectNumber.Suggest(n, today)),
        FieldKind.ProjectCode => ReadIdentifier(text, ProjectCode.Normalize, ProjectCode.Problem, ProjectCode.Suggest),
        FieldKind.CreditCode => ReadIdentifier(text, CreditCode.Normalize, c => CreditCode.Problem(c, legacy: true), CreditCode.Suggest),
        FieldKind.IdNumber when IsResidentCard() => ReadIdentifier(text, IdNumber.Normalize, IdNumber.Problem, IdNumber.Suggest),
        FieldKind.IdNumber => ReadIdentifier(text, IdNumber.Normalize, OtherDocumentProblem, _ => null),
        FieldKind.Phone => ReadIdentifier(text, Phone.Normalize, Phone.Problem, _ => null),
        FieldKind.SectionNumber => ReadIdentifier(text, SectionNumber.Normalize, SectionNumber.Problem, _ => null),
        FieldKind.PermitNumber => ReadIdentifier(text, PermitNumber.Normalize, PermitNumber.Problem, _ => null),
        _ => throw new InvalidOperationException($"No way to read a {field.Kind}."),
    };

    private bool IsResidentCard() => field.DocumentType is null || row.GetValueOrDefault(field.DocumentType, "") is "" or "1";

    private string? OtherDocumentProblem(string text) =>
        text.Length >= 4 && text.Length <= field.MaxLength ? null : $"应为 4–{field.MaxLength} 个字符，现在是 {text.Length} 个";

    private FieldReading ReadText(string text) => text.Length <= field.MaxLength
        ? new(text, text)
        : Wrong(text, "length", $"{field.Label}最多 {field.MaxLength} 字，现在有 {text.Length} 字");

    private FieldReading ReadCode(string text)
    {
        var meant = field.CodeTable!.Meant(text);
        var group = field.GroupedBy is null ? "" : row.GetValueOrDefault(field.GroupedBy, "");
        var bound = field.CodeTable.Items.Any(i => i.Group == group);
        var fitting = meant.Where(i => !bound || i.Group is null || i.Group == group).ToList();
        return (meant, fitting) switch
        {
            ([], _) => Wrong(text, "table", $"{field.Label}里没有“{TypedText.Brief(text)}”，请从列表中选择"),
            (_, [var item]) => new(item.Code, item.Code),
            ([var item, ..], []) => Wrong(item.Code, "group", $"{field.Label}“{item.Name}”与上面所选的分类不符，请重新选择"),
            _ => Wrong(text, "table", $"{field.Label}里有几项都叫“{TypedText.Brief(text)}”，请从列表中选择"),
        };
    }

    private FieldReading ReadYesNo(string text) => TypedText.Compact(text) switch
    {
        "1" or "是" or "TRUE" or "ON" or "YES" or "Y" or "通过" => new("1", true),
        "0" or "否" or "FALSE" or "OFF" or "NO" or "N" or "不通过" => new("0", false),
        _ => Wrong(text, "yes-no", $"{field.Label}要填“是”或“否”"),
    };

    private FieldReading ReadIdentifier(string text, Func<string, string> normalize, Func<string, string?> problem, Func<string, string?> suggest)
    {
        var meant = normalize(text);
        return problem(meant) is { } wrong ? Wrong(text, "identifier", field.Label + wrong, suggest(meant)) : new(meant, meant);
    }

    private static FieldReading Wrong(string text, string code, string message, string? suggestion = null) => new(text, null, code, message, suggestion);
}
