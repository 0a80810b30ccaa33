using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Records;

/// <summary>历次变更 and 历史时点: who changed what by which filing; what can be done about a record; what the national platform says when asked.</summary>
public sealed class RecordHistoryTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 700;

    [Fact]
    public async Task EveryLandedChange_SaysByWhichFilingAndWhat()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var filing = await RecordStories.CompletedAsync(office.Office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);

        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}");
        Assert.Contains(page.Texts(".revisions li"), line => line.StartsWith("业绩技术指标 第 1 版", StringComparison.Ordinal) && line.Contains("信息完善（业绩技术指标）", StringComparison.Ordinal));
        Assert.True(page.Has($".revisions a[href='/applications/{filing.Id}']"), page.Text);

        var revision = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}/revisions/indicators/1");
        Assert.True(revision.Says("建筑面积12,000 ㎡"), revision.Text);
        var reviewer = await office.OpenAsync(DemoPeople.Wang, $"/records/{record}/revisions/indicators/1");
        Assert.True(reviewer.Has($"a[href='/reviews/{filing.Id}']"), reviewer.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}/revisions/indicators/9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/records/{record}/revisions/indicators/1")).Status);
    }

    [Fact]
    public async Task ARecord_IsReadAsOfAnyDay_UnderABanner()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());

        var before = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}?on=2026-11-01");
        var today = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}?on=2026-11-20");

        Assert.True(before.Says("这是 2026-11-01 当天结束时的内容，不是现在的"), before.Text);
        Assert.True(before.Says("那一天还没有这个项目的内容"), before.Text);
        Assert.False(today.Says("不是现在的"), today.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/records/{record}?on=2026-11-01")).Status);
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-01-01")]
    [InlineData("去年三月")]
    public async Task ADayThatIsNotPast_IsRefusedInWords(string day)
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());

        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}?on={Uri.EscapeDataString(day)}");

        Assert.Equal($"/records/{record}", page.Address.PathAndQuery);
        Assert.True(page.Says("请填今天以前的日期，如 2021-03-01。"), page.Text);
    }

    [Fact]
    public async Task WhatCanBeFiled_IsOfferedToItsEnterpriseOnly_AndAnOpenOneIsLedTo()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Next());
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}");
        Assert.True(page.Has($"a[href='/applications/new/completion-indicators?record={record}&asked=Indicators']"), page.Text);
        Assert.True(page.Has($"a[href='/applications/new/upgrade?record={record}&asked=DrawingReview']"), page.Text);
        Assert.False(page.Has($"a[href^='/applications/new/correction?record={record}']"), page.Text);
        Assert.False((await office.OpenAsync(DemoPeople.Wang, $"/records/{record}")).Says("可以办理"));

        var started = await (await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/upgrade?record={record}&asked=DrawingReview")).FormWith("开始数据等级升级申请").With("grade", "A").SubmitAsync();
        var id = started.Address.Segments[2].TrimEnd('/');

        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}")).Has($".offers a[href='/applications/{id}']"));
    }

    [Fact]
    public async Task ACompleteRecord_IsOfferedItsCorrection()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Next());

        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}");

        Assert.True(page.Has($"a[href='/applications/new/correction?record={record}']"), page.Text);
    }

    private static int Next() => Interlocked.Increment(ref projects);
}
