using System.Text.Json;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.DataStandard;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Tests.Payloads;

/// <summary>The portal's sections and the published contract say the same.</summary>
public sealed class ContractTests
{
    // written by the mapper itself, not typed by anybody
    private static readonly HashSet<string> Added = ["PrjNum", "ProvinceNum", "CityNum", .. ContractSection.All.Select(s => s.InnerNumber)];

    private static readonly ContractSchemas Schemas = new();

    public static TheoryData<Sections> EverySection() => [.. SectionDefinitions.All.Select(d => d.Section)];

    [Theory]
    [MemberData(nameof(EverySection))]
    public void EveryFieldOfASection_HasItsPlaceInTheContract(Sections section) =>
        Assert.Empty(SectionDefinitions.Of(section).Fields.Select(f => f.NationalCode).Except(Schemas.Fields(ContractSection.Of(section).Slug).Select(f => f.Name)));

    [Theory]
    [MemberData(nameof(EverySection))]
    public void EveryFieldOfTheContract_IsFilledFromSomewhere(Sections section) =>
        Assert.Empty(Schemas.Fields(ContractSection.Of(section).Slug).Select(f => f.Name).Except(SectionDefinitions.Of(section).Fields.Select(f => f.NationalCode)).Except(Added));

    [Theory]
    [MemberData(nameof(EverySection))]
    public void WhatTheContractDemands_ThePortalDemandsToo(Sections section)
    {
        var demanded = Row(section).GetProperty("required").EnumerateArray().Select(n => n.GetString()!);
        var asked = SectionDefinitions.Of(section).Fields.Where(f => f.Required).Select(f => f.NationalCode);

        Assert.Empty(demanded.Except(asked).Except(Added));
    }

    [Theory]
    [MemberData(nameof(EverySection))]
    public void WhatThePortalAllows_FitsIntoTheContract(Sections section)
    {
        var properties = Row(section).GetProperty("properties");
        foreach (var field in SectionDefinitions.Of(section).Fields.Where(f => f.Kind is FieldKind.Text or FieldKind.LongText))
        {
            var schema = Resolve(properties.GetProperty(field.NationalCode));
            Assert.True(schema.GetProperty("maxLength").GetInt32() >= field.MaxLength, $"{section}.{field.Key} may be longer here than there");
        }
    }

    [Theory]
    [MemberData(nameof(EverySection))]
    public void CodeTables_AreTheSameOnBothSides(Sections section)
    {
        foreach (var field in SectionDefinitions.Of(section).Fields.Where(f => f.Kind == FieldKind.Code))
        {
            var schema = Row(section).GetProperty("properties").GetProperty(field.NationalCode);
            Assert.Equal(field.Table, schema.GetProperty("x-table").GetString());
            Assert.Equal(CodeTables.Get(field.Table!).Items.Select(i => i.Code), schema.GetProperty("enum").EnumerateArray().Select(c => c.GetString()!));
        }
    }

    private static JsonElement Row(Sections section) =>
        Schemas.Of(ContractSection.Of(section).Slug).GetProperty("properties").GetProperty("Rows").GetProperty("items");

    private static JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference) ? Schemas.Resolve(reference.GetString()!) : schema;
}
