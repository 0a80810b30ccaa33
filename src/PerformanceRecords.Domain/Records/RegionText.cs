using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Reads a region by its code, its name, or both; a retired code is refused with the one that took its place.</summary>
internal static class RegionText
{
    public static FieldReading Read(FieldDefinition field, string text)
    {
        var typed = TypedText.Compact(text);
        var code = typed.Length >= 6 && TypedText.IsDigits(typed.AsSpan(0, 6)) ? typed[..6] : null;
        if (code is null || (typed.Length > 6 && char.IsDigit(typed[6])))
        {
            return ReadName(field, text);
        }

        return Regions.Find(code) switch
        {
            null => Wrong(text, $"{field.Label}的代码 {code} 不是江苏省的行政区划代码，请从列表中选择"),
            { IsRetired: true } region => Wrong(text, Retired(region), Regions.Successor(code)),
            { Kind: RegionKind.Province } => Wrong(text, $"{field.Label}请选到设区市和区县"),
            var region => new(region.Code, region.Code),
        };
    }

    private static FieldReading ReadName(FieldDefinition field, string text) => Regions.Named(text) switch
    {
        [{ Kind: RegionKind.Province }] => Wrong(text, $"{field.Label}请选到设区市和区县"),
        [var region] => new(region.Code, region.Code),
        [] => Wrong(text, $"没有找到“{TypedText.Brief(text)}”，{field.Label}请从列表中选择"),
        var several => Wrong(text, $"叫“{text}”的有{string.Join('、', several.Select(r => Regions.ShortName(r.Code)))}，请写上设区市"),
    };

    private static string Retired(Region region) => region.Successors switch
    {
        [] => $"{region.Code} {region.Name}已撤销，请选项目所在地现在的区县",
        [var only] => $"{region.Code} {region.Name}已撤销，现为{Regions.FullName(only)}。是 {only} 吗？",
        var several => $"{region.Code} {region.Name}已撤销，现分属{string.Join('、', several.Select(Regions.ShortName))}，请选择其中之一",
    };

    private static FieldReading Wrong(string text, string message, string? suggestion = null) => new(text, null, "region", message, suggestion);
}
