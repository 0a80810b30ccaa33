using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Filing;

/// <summary>指标文字: it lists the unit works, so it follows them, until a person writes it.</summary>
public sealed class IndicatorTextTests : InAnOffice
{
    [Fact]
    public async Task ATextOfThePortal_FollowsTheUnitWorks_AndTheFiguresAfterwards()
    {
        var filing = await FilingAsync();
        await filing.WithAsync(Sections.UnitWorks, Unit("教学楼"));
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        Assert.Contains("单体：教学楼", await TextAsync(filing), StringComparison.Ordinal);

        await filing.WithAsync(Sections.UnitWorks, Unit("行政楼"));
        Assert.EndsWith("单体：行政楼（建筑面积 12000 ㎡）", await TextAsync(filing), StringComparison.Ordinal);

        // the page sends back the text it showed
        await filing.WithAsync(Sections.Indicators, (await SavedAsync(filing)).Map((key, text) => key == nameof(IndicatorSet.BuildArea) ? "13000" : text));
        Assert.Contains("建筑面积 13000 ㎡", await TextAsync(filing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitWorksWrittenAfterwards_ComeIntoTheText()
    {
        var filing = await FilingAsync();
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        Assert.DoesNotContain("单体", await TextAsync(filing), StringComparison.Ordinal);
        await filing.WithAsync(Sections.UnitWorks, Unit("教学楼"));
        Assert.Contains("单体：教学楼", await TextAsync(filing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextSomebodyWrote_Stays_WhateverTheUnitWorksBecome()
    {
        var filing = await FilingAsync();
        await filing.WithAsync(Sections.UnitWorks, Unit("教学楼"));
        await filing.WithAsync(Sections.Indicators, SectionValues.Of([.. RecordStories.Indicators.Rows[0].Select(f => (f.Key, f.Value)), (nameof(IndicatorSet.TechParamInfo), "自己写的")]));
        await filing.WithAsync(Sections.UnitWorks, Unit("行政楼"));
        Assert.Equal("自己写的", await TextAsync(filing));
    }

    private static SectionValues Unit(string name) => SectionValues.Of((nameof(UnitWork.SubProjectName), name), (nameof(UnitWork.BuildArea), "12000"));

    private async Task<FilingCase> FilingAsync() =>
        await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfIndicators.Type, await RecordStories.SupplementedAsync(Office)));

    private async Task<string> TextAsync(FilingCase filing) => (await SavedAsync(filing))[nameof(IndicatorSet.TechParamInfo)];

    private Task<SectionValues> SavedAsync(FilingCase filing) => InDatabaseAsync(db => db.ApplicationSections.AsNoTracking()
        .Where(s => s.ApplicationId == filing.Id && s.Section == Sections.Indicators).Select(s => s.Values).SingleAsync());
}
