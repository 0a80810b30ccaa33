using System.Collections.Frozen;
using System.Text.Json;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Actors;

/// <summary>行政区划 of the province: 13 cities, 95 counties, the development zones, and every retired code with its successors.</summary>
public static class Regions
{
    public const string Province = "320000";

    private static readonly Lazy<FrozenDictionary<string, Region>> ByCode = new(Load);
    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<Region>>> ByCity = new(GroupByCity);
    private static readonly Lazy<ILookup<string, Region>> ByName = new(IndexNames);

    public static IReadOnlyList<Region> Cities => ByCity.Value[Province];

    public static IEnumerable<Region> All => ByCode.Value.Values;

    public static Region? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>Whether the province ever used this code: current, a development zone, or retired; a city's or the province's own code too.</summary>
    public static bool IsKnown(string code) => ByCode.Value.ContainsKey(code);

    /// <summary>The city a code lies in today; a city lies in itself, a retired code where its successor lies.</summary>
    public static Region? CityOf(string code) => Find(code)?.CityCode is { } city ? Find(city) : null;

    /// <summary>The counties of a city, then its development zones.</summary>
    public static IReadOnlyList<Region> CountiesOf(string city) =>
        city != Province && ByCity.Value.TryGetValue(city, out var counties) ? counties : [];

    /// <summary>The one code that took a retired code's place; null where none or several did.</summary>
    public static string? Successor(string code) => Find(code) is { Successors: [var only] } ? only : null;

    /// <summary>江苏省南京市玄武区; the code itself where it is unknown.</summary>
    public static string FullName(string code) => Join(code, "江苏省", "");

    /// <summary>南京市 玄武区; the code itself where it is unknown.</summary>
    public static string ShortName(string code) => Join(code, "", " ");

    /// <summary>The current regions a name may mean, with or without its province and city in front.</summary>
    public static IReadOnlyList<Region> Named(string name) =>
        [.. ByName.Value[name.Replace(" ", "", StringComparison.Ordinal)]];

    private static string Join(string code, string province, string between) => Find(code) switch
    {
        null => code,
        { Kind: RegionKind.Province } region => region.Name,
        { Kind: RegionKind.City } region => province + region.Name,
        { Kind: RegionKind.Retired } region => $"{province}{FormerCity(code)}{between}{region.Name}（已撤销）",
        { } region => province + CityOf(code)!.Name + between + region.Name,
    };

    // a retired code keeps the city its digits name; its successor may lie in another one
    private static string FormerCity(string code) => Find(code[..4] + "00") is { Kind: RegionKind.City } city ? city.Name : "";

    private static FrozenDictionary<string, Region> Load()
    {
        using var file = ReferenceFile.Open("regions.json");
        var root = file.RootElement;
        var current = root.GetProperty("current").EnumerateArray().Select(ReadCurrent).ToList();
        var cities = current.Where(r => r.Kind == RegionKind.City).Select(r => r.Code).ToHashSet();
        return current
            .Concat(root.GetProperty("zones").EnumerateArray().Select(z => Lying(z, RegionKind.DevelopmentZone)))
            .Concat(root.GetProperty("retired").EnumerateArray().Select(r => ReadRetired(r, cities)))
            .ToFrozenDictionary(r => r.Code);
    }

    private static Region ReadCurrent(JsonElement region) => region.Text("code") switch
    {
        Province => new(Province, region.Text("name"), RegionKind.Province, null, []),
        var code when code.EndsWith("00", StringComparison.Ordinal) => Lying(region, RegionKind.City),
        _ => Lying(region, RegionKind.County),
    };

    private static Region Lying(JsonElement region, RegionKind kind) =>
        new(region.Text("code"), region.Text("name"), kind, region.Text("code")[..4] + "00", []);

    private static Region ReadRetired(JsonElement region, HashSet<string> cities)
    {
        var code = region.Text("code");
        string[] successors = [.. region.GetProperty("successors").EnumerateArray().Select(s => s.GetString()!)];
        var city = (successors is [var first, ..] ? first : code)[..4] + "00";
        return new(code, region.Text("name"), RegionKind.Retired, cities.Contains(city) ? city : null, successors);
    }

    private static FrozenDictionary<string, IReadOnlyList<Region>> GroupByCity() => All
        .Where(r => r is { IsRetired: false, CityCode: not null })
        .GroupBy(r => r.Kind == RegionKind.City ? Province : r.CityCode!)
        .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<Region>)[.. g.OrderBy(r => r.Kind).ThenBy(r => r.Code, StringComparer.Ordinal)]);

    private static ILookup<string, Region> IndexNames() => All
        .Where(r => !r.IsRetired)
        .SelectMany(r => new[] { r.Name, FullName(r.Code), ShortName(r.Code).Replace(" ", "", StringComparison.Ordinal) }
            .Distinct().Select(n => (Name: n, Region: r)))
        .ToLookup(p => p.Name, p => p.Region);
}
