using System.Text.Json;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

/// <summary>What is asked here is what the published contract takes: a sound section is never refused for a field's name, length or code.</summary>
public sealed class NationalContractTests
{
    // the portal knows these without asking
    private static readonly string[] Derived =
        ["PrjNum", "ProvinceNum", "CityNum", "PrjInnerNum", "RecordInnerNum", "CensorInnerNum", "BuilderLicenceInnerNum", "PrjFinishInnerNum", "PerfInnerNum", "UserInnerNum", "UnitInnerNum"];

    public static TheoryData<Sections, string> Schemas => new()
    {
        { Sections.Basic, "basic" },
        { Sections.Contract, "contracts" },
        { Sections.DrawingReview, "drawing-review" },
        { Sections.Permit, "permits" },
        { Sections.Acceptance, "acceptance" },
        { Sections.Indicators, "indicators" },
        { Sections.Personnel, "personnel" },
        { Sections.UnitWorks, "unit-works" },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void EveryFieldHasAPlaceInTheContract_OfItsLengthAndCodes(Sections section, string schema)
    {
        var properties = Rows(schema).GetProperty("items").GetProperty("properties");
        Assert.All(SectionDefinitions.Of(section).Fields, field =>
        {
            Assert.True(properties.TryGetProperty(field.NationalCode, out var property), field.NationalCode);
            if (field.Kind is FieldKind.Text or FieldKind.LongText && property.TryGetProperty("maxLength", out var length))
            {
                Assert.InRange(field.MaxLength, 1, length.GetInt32());
            }

            if (field.CodeTable is { } table)
            {
                Assert.Equal(table.Items.Select(i => i.Code), property.GetProperty("enum").EnumerateArray().Select(c => c.GetString()));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void WhatTheContractDemandsIsDemandedHere(Sections section, string schema)
    {
        var asked = SectionDefinitions.Of(section).Fields.Where(f => f.Required).Select(f => f.NationalCode).ToHashSet();
        var demanded = Rows(schema).GetProperty("items").GetProperty("required").EnumerateArray().Select(r => r.GetString()!);
        Assert.Empty(demanded.Except(Derived).Except(asked));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void TheContractTakesAsManyRowsAsMayBeFilledIn(Sections section, string schema) =>
        Assert.Equal(Rows(schema).GetProperty("maxItems").GetInt32(), SectionDefinitions.Of(section).MaxRows);

    private static JsonElement Rows(string schema)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "contract", schema + ".schema.json")));
        return document.RootElement.GetProperty("properties").GetProperty("Rows").Clone();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PerformanceRecords.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
        }

        return folder.FullName;
    }
}
