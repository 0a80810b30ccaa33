namespace PerformanceRecords.Domain.Records;

/// <summary>指标分组: which groups of technical indicators a kind of works asks about. The form shows these; the rest stays out of sight.</summary>
/// <param name="Group">The <see cref="FieldDefinition.Group"/> of the fields.</param>
/// <param name="Sectors">Kinds of works the group is for, whatever the industry.</param>
/// <param name="Industries">Codes of the design industries it is for.</param>
public sealed record IndicatorGroup(string Group, IReadOnlyList<Sector> Sectors, IReadOnlyList<string> Industries);

/// <summary>The groups of figures, one row each.</summary>
public static class IndicatorGroups
{
    public static IReadOnlyList<IndicatorGroup> All { get; } =
    [
        new("房屋建筑指标", [Sector.Building], ["A206", "A208", "A221"]),
        new("市政指标", [Sector.Municipal], ["A217"]),
        new("岩土勘察指标", [Sector.Survey], []),
        new("测量和监测指标", [Sector.Survey], []),
        new("公路和铁路指标", [], ["A213", "A214"]),
        new("电力指标", [], ["A204", "A209"]),
        new("水利和水电指标", [], ["A204", "A218", "A219"]),
        new("工业和矿山指标", [], ["A201", "A202", "A203", "A205", "A206", "A207", "A208", "A209", "A211", "A212", "A218"]),
        new("水运、海洋和民航指标", [], ["A215", "A216", "A220"]),
        new("通信和广电指标", [], ["A210"]),
    ];

    /// <summary>The fields with figures, which the text of the indicators is written from.</summary>
    public static IEnumerable<FieldDefinition> Figures =>
        SectionDefinitions.Of(Sections.Indicators).Fields.Where(f => All.Any(g => g.Group == f.Group));

    /// <summary>The groups to show; every group of figures where neither sector nor industry is known.</summary>
    public static IReadOnlyList<string> For(Sector? sector, string? industry)
    {
        var fitting = All.Where(g => (sector is { } s && g.Sectors.Contains(s)) || (industry is not null && g.Industries.Contains(industry))).ToList();
        return [.. (fitting.Count > 0 ? fitting : All).Select(g => g.Group)];
    }

    /// <summary>Whether a field of the indicators belongs on the form; a figure already filled in always does.</summary>
    public static bool Shows(FieldDefinition field, Sector? sector, string? industry, string text) =>
        text.Length > 0 || All.All(g => g.Group != field.Group) || For(sector, industry).Contains(field.Group!);
}
