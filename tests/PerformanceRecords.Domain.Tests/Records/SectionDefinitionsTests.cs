using System.Reflection;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Records;

public sealed class SectionDefinitionsTests
{
    public static TheoryData<Sections> AllSections => [.. SectionDefinitions.All.Select(s => s.Section)];

    public static TheoryData<Sections, string> RequiredFields => Fields(f => f.Required);

    public static TheoryData<Sections, string> TextFields => Fields(f => f.Kind is FieldKind.Text or FieldKind.LongText);

    public static TheoryData<Sections, string> CodeFields => Fields(f => f.Kind == FieldKind.Code);

    public static TheoryData<Sections, string> OtherFields => Fields(f => f.Kind is not (FieldKind.Text or FieldKind.LongText or FieldKind.Code or FieldKind.PermitNumber));

    public static TheoryData<Sections, string> PastDates => Fields(f => f is { Kind: FieldKind.Date, MayBeFuture: false });

    [Fact]
    public void TheIndicators_StandGroupByGroup_InTheOrderOfTheForm()
    {
        string[] order = typeof(IndicatorSet).GetCustomAttribute<SectionAttribute>()!.Groups;
        var fields = SectionDefinitions.Of(Sections.Indicators).Fields;
        Assert.Equal(order, fields.Select(f => f.Group!).Aggregate(new List<string>(), (groups, group) => groups.LastOrDefault() == group ? groups : [.. groups, group]));
        Assert.Equal(["CompanyName", "CompanyCode", "Qualification", "DesignIndustry", "CorpRoleNum", "BDate"], fields.Take(6).Select(f => f.Key));
        Assert.Equal("PerfNum", fields[^1].Key);
    }

    [Fact]
    public void EverySectionIsDefined_InTheOrderOfTheForm() =>
        Assert.Equal(Enum.GetValues<Sections>().Where(s => s != Sections.None), SectionDefinitions.All.Select(d => d.Section));

    [Fact]
    public void SeveralSectionsHaveNoSingleDefinition()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SectionDefinitions.Of(Sections.Basic | Sections.Contract));
        Assert.Equal([Sections.Basic, Sections.Contract], SectionDefinitions.In(Sections.Contract | Sections.Basic).Select(d => d.Section));
    }

    [Theory]
    [InlineData(Sections.Basic, "TBProjectInfo", false)]
    [InlineData(Sections.Contract, "TBContractRecordManage", true)]
    [InlineData(Sections.DrawingReview, "TBProjectCensorInfo", true)]
    [InlineData(Sections.Permit, "TBBuilderLicenceManage", true)]
    [InlineData(Sections.Acceptance, "TBProjectFinishManage", false)]
    [InlineData(Sections.Personnel, "TBProjectDesignEconUserInfo", true)]
    public void ASectionKnowsItsTableInTheNationalStandard(Sections section, string table, bool repeats)
    {
        var definition = SectionDefinitions.Of(section);
        Assert.Equal(table, definition.NationalTable);
        Assert.Equal(repeats, definition.Repeats);
    }

    [Theory]
    [MemberData(nameof(AllSections))]
    public void EveryFieldIsLabelledGroupedAndNamedOnce(Sections section)
    {
        var fields = SectionDefinitions.Of(section).Fields;
        Assert.Equal(fields.Count, fields.Select(f => f.NationalCode).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(fields.Count, fields.Select(f => f.Label).Distinct().Count());
        Assert.All(fields, f =>
        {
            Assert.NotEmpty(f.NationalCode);
            Assert.NotEmpty(f.Group!);
            Assert.Equal(f.Kind == FieldKind.Code, f.Table is not null);
            Assert.Equal(f.Kind is FieldKind.Money ? "万元" : f.Unit, f.Unit);
        });

        // a group is one block of the form
        var groups = fields.Select(f => f.Group).Aggregate(new List<string?>(), (seen, group) => seen.LastOrDefault() == group ? seen : [.. seen, group]);
        Assert.Equal(groups.Count, groups.Distinct().Count());
    }

    [Fact]
    public void TheStandardsOddSpellingsAreKept()
    {
        Assert.Equal("BuldPlanNum", SectionDefinitions.Of(Sections.Basic).Field("BuldPlanNum")!.NationalCode);
        Assert.Equal("PropietorCorpName", SectionDefinitions.Of(Sections.Contract).Field("PropietorCorpName")!.NationalCode);
        Assert.Equal("SpecialtyTypNum", SectionDefinitions.Of(Sections.Personnel).Field("SpecialtyTypNum")!.NationalCode);
    }

    [Theory]
    [MemberData(nameof(AllSections))]
    public void ASoundSectionHasNothingToMend(Sections section)
    {
        var reading = A.Read(section, A.Record[section], A.Within(Sector.Municipal));
        Assert.Empty(reading.Breaches);
        Assert.Empty(reading.Notes);
        Assert.Equal(A.Record[section], reading.Canonical);
        Assert.IsType(SectionDefinitions.Of(section).RowType, Assert.Single(reading.Rows));
    }

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public void ARequiredFieldLeftOut_IsAskedFor(Sections section, string key)
    {
        var breach = Assert.Single(A.Read(section, A.Record[section].With((key, ""))).Breaches, b => b.Code == "required");
        Assert.Equal(SectionDefinitions.Of(section).PathOf(0, key), breach.Field);
        Assert.Contains(SectionDefinitions.Of(section).Field(key)!.Label, breach.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RequiredFields))]
    public void ARequiredFieldIsNotFilledByAPlaceholder_WhichStaysAsTyped(Sections section, string key)
    {
        var reading = A.Read(section, A.Record[section].With((key, "无")));
        Assert.Equal("required", Assert.Single(reading.Breaches, b => b.Field == SectionDefinitions.Of(section).PathOf(0, key)).Code);
        Assert.Equal("无", reading.Canonical[key]);
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void ATextMayBeAsLongAsTheStandardAllows(Sections section, string key)
    {
        var field = SectionDefinitions.Of(section).Field(key)!;
        var atLimit = A.Read(section, A.Record[section].With((key, new('长', field.MaxLength))));
        Assert.DoesNotContain(atLimit.Breaches, b => b.Code == "length");

        var over = A.Read(section, A.Record[section].With((key, new('长', field.MaxLength + 1))));
        var breach = Assert.Single(over.Breaches, b => b.Code == "length");
        Assert.Equal($"{field.Label}最多 {field.MaxLength} 字，现在有 {field.MaxLength + 1} 字", breach.Message);
        Assert.Equal(field.MaxLength + 1, over.Canonical[key].Length);
    }

    [Theory]
    [MemberData(nameof(CodeFields))]
    public void ACodeMustBeInItsTable(Sections section, string key) => Refused(section, key, "no such code", "table");

    [Theory]
    [MemberData(nameof(OtherFields))]
    public void AFieldThatCannotBeRead_SaysSoAndKeepsWhatWasTyped(Sections section, string key) => Refused(section, key, "？", null);

    [Theory]
    [MemberData(nameof(PastDates))]
    public void WhatHappenedLiesNotInTheFuture(Sections section, string key) => Refused(section, key, "2026-11-21", "future");

    private static void Refused(Sections section, string key, string typed, string? code)
    {
        var definition = SectionDefinitions.Of(section);
        var reading = A.Read(section, A.Record[section].With((key, typed)));
        var breach = Assert.Single(reading.Breaches, b => b.Field == definition.PathOf(0, key));
        Assert.Equal(code ?? breach.Code, breach.Code);
        Assert.Contains(definition.Field(key)!.Label, breach.Message, StringComparison.Ordinal);
        Assert.Equal(typed, reading.Canonical[key]);
    }

    private static TheoryData<Sections, string> Fields(Func<FieldDefinition, bool> which)
    {
        var data = new TheoryData<Sections, string>();
        foreach (var (section, field) in SectionDefinitions.All.SelectMany(s => s.Fields.Where(which).Select(f => (s.Section, f))))
        {
            data.Add(section, field.Key);
        }

        return data;
    }
}
