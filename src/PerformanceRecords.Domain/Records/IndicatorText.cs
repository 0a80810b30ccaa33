namespace PerformanceRecords.Domain.Records;

/// <summary>指标文字: the structured indicators as one text, which is how the national platform keeps them (TECHPARAMINFO).</summary>
public static class IndicatorText
{
    private const string Key = nameof(IndicatorSet.TechParamInfo);
    private const int MaxUnits = 20;

    /// <summary>大型；建筑面积 45210.25 ㎡；建筑高度 49.8 米；单体：门诊楼（建筑面积 …）.</summary>
    public static string Of(SectionValues indicators, int row, SectionValues? units = null)
    {
        var definition = SectionDefinitions.Of(Sections.Indicators);
        var level = definition.Field(nameof(IndicatorSet.PrjLevelNum))!;
        List<string> parts = [SectionDefinition.Display(level, indicators[level.Key, row])];
        parts.AddRange(Say(IndicatorGroups.Figures, indicators, row));
        if (units is { IsEmpty: false })
        {
            parts.Add("单体：" + string.Join("、", Enumerable.Range(0, Math.Min(units.Rows.Count, MaxUnits)).Select(unit => SayUnit(units, unit)))
                + (units.Rows.Count > MaxUnits ? $"等 {units.Rows.Count} 个" : ""));
        }

        var text = string.Join('；', parts.Where(p => p.Length > 0));
        var limit = definition.Field(Key)!.MaxLength;
        return text.Length <= limit ? text : text[..(limit - 1)] + "…";
    }

    /// <summary>The indicators with their text written anew wherever a person has not written it: it is blank, or still what the figures before gave.</summary>
    /// <param name="unitsBefore">The unit works the text before was written with.</param>
    public static SectionValues Written(SectionValues indicators, SectionValues? before, SectionValues? units = null, SectionValues? unitsBefore = null) =>
        new([.. indicators.Rows.Select((row, at) =>
        {
            var typed = row.GetValueOrDefault(Key, "");
            var own = typed.Length > 0 && (before is null || typed != Of(before, at, unitsBefore));
            var fields = row.ToDictionary(f => f.Key, f => f.Value);
            if (!own)
            {
                fields[Key] = Of(indicators, at, units);
            }

            return (IReadOnlyDictionary<string, string>)fields;
        })]);

    /// <summary>Whether a person left the text to the portal: it is blank, or what the figures give.</summary>
    public static bool IsWritten(SectionValues indicators, int row, SectionValues? units) =>
        indicators[Key, row] is var text && (text.Length == 0 || text == Of(indicators, row, units));

    private static string SayUnit(SectionValues units, int row)
    {
        var definition = SectionDefinitions.Of(Sections.UnitWorks);
        var figures = Say(definition.Fields.Where(f => f.Unit is not null && f.Kind != FieldKind.Money), units, row).ToList();
        var name = units[nameof(UnitWork.SubProjectName), row];
        return figures.Count == 0 ? name : $"{name}（{string.Join('，', figures)}）";
    }

    private static IEnumerable<string> Say(IEnumerable<FieldDefinition> fields, SectionValues values, int row) =>
        from field in fields
        let text = values[field.Key, row]
        where text.Length > 0
        select $"{field.Label} {SectionDefinition.Display(field, text).Replace(",", "", StringComparison.Ordinal)}{(field.Unit is null ? "" : " " + field.Unit)}";
}
