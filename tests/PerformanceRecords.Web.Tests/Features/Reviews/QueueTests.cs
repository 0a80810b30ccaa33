using System.Net;
using System.Text;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Reviews;

/// <summary>待办审核: who sees what, in which order, and how it is narrowed.</summary>
public sealed class QueueTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string Rows = "table.q tbody tr";

    [Fact]
    public async Task TheQueue_ShowsTheOwnBureausCases_AndNobodyElses()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var draft = await office.NewCase().DraftedAsync();

        var nanjing = await office.OpenAsync(DemoPeople.Wang, $"/reviews?q={submitted.ProjectNumber}");
        var suzhou = await office.OpenAsync(DemoPeople.Qian, "/reviews");

        Assert.True(nanjing.Has($"{Rows} a[href='/reviews/{submitted.Id}']"), nanjing.Text);
        Assert.True(nanjing.Says("剩 5 个工作日"), nanjing.Text);
        Assert.False((await office.OpenAsync(DemoPeople.Wang, $"/reviews?q={draft.ProjectNumber}")).Has(Rows));
        Assert.True(suzhou.Says("待办都办完了"), suzhou.Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync(DemoPeople.Zhang, "/reviews")).Status);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("CityReview,CityLetter")]
    public async Task AStage_IsChosenByItsName_AndByNothingElse(string stage)
    {
        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews?stage={stage}");

        Assert.Equal("", page.Form("form.filter")["stage"]);
    }

    [Fact]
    public async Task TheQueue_IsNarrowedByStageAndWord()
    {
        var verified = await office.NewCase().VerifiedAsync();
        var submitted = await office.NewCase().SubmittedAsync();

        var waiting = await office.OpenAsync(DemoPeople.Wang, "/reviews?stage=CityLetter");
        var one = await office.OpenAsync(DemoPeople.Wang, $"/reviews?q={Uri.EscapeDataString(submitted.ProjectName)}&stage=CityReview");

        Assert.True(waiting.Has($"a[href='/reviews/{verified.Id}']"), waiting.Text);
        Assert.False(waiting.Has($"a[href='/reviews/{submitted.Id}']"), waiting.Text);
        Assert.Single(one.Texts(Rows));
        Assert.Equal(submitted.ProjectName, one.Form("form.filter")["q"]);
    }

    [Fact]
    public async Task AnEmptyFilter_NamesTheConditionToDrop()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews?q={submitted.ProjectNumber}&due=today");
        Assert.True(page.Says("没有符合条件的申报"), page.Text);
        Assert.True(page.Says("去掉“时限：今日到期”有 1 件"), page.Text);

        page = await page.FollowAsync("去掉“时限：今日到期”");
        Assert.True(page.Has($"{Rows} a[href='/reviews/{submitted.Id}']"), page.Text);
    }

    [Fact]
    public async Task LongQueues_AreTurnedPageByPage_ForwardsAndBack()
    {
        for (var i = 0; i < 22; i++)
        {
            await office.NewCase().SubmittedAsync();
        }

        var first = await office.OpenAsync(DemoPeople.Wang, "/reviews?stage=CityReview");
        var second = await first.FollowAsync("下一页");
        var back = await second.FollowAsync("上一页");

        Assert.Equal(20, first.Texts(Rows).Count);
        Assert.False(first.Has("a[rel=prev]"));
        Assert.NotEmpty(second.Texts(Rows));
        Assert.Empty(second.Texts($"{Rows} td:first-child").Intersect(first.Texts($"{Rows} td:first-child")));
        Assert.Equal(first.Texts($"{Rows} td:first-child"), back.Texts($"{Rows} td:first-child"));
        Assert.InRange(Encoding.UTF8.GetByteCount(first.Document.Source.Text), 5_000, 30_000);
    }

    [Theory]
    [InlineData("/reviews")]
    [InlineData("/reviews?view=others")]
    [InlineData("/reviews?view=done")]
    [InlineData("/reviews?view=overdue")]
    [InlineData("/reviews?q=nowhere&due=today&stage=CityReview")]
    [InlineData("/letters")]
    [InlineData("/letters?view=signed")]
    [InlineData("/ports")]
    [InlineData("/ports?view=untouched")]
    public async Task AList_AsksTheDatabaseThreeTimesAtMost(string address)
    {
        await office.NewCase().SubmittedAsync();
        await office.OpenAsync(DemoPeople.Wang, "/account");

        office.Portal.Commands.Clear();
        var page = await office.OpenAsync(DemoPeople.Wang, address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(office.Portal.Commands.Count <= 3, string.Join("\n\n", office.Portal.Commands.Commands));
    }

    [Fact]
    public async Task WhatWasDone_AndWhatWaitsForOthers_IsFoundAgain()
    {
        var returned = await office.NewCase().SubmittedAsync();
        await returned.TakeAsync(Domain.Applications.Act.Return, SupplementCase.City, "合同缺签章页，请补。");

        var others = await office.OpenAsync(DemoPeople.Wang, $"/reviews?view=others&q={returned.ProjectNumber}");
        var done = await office.OpenAsync(DemoPeople.Wang, "/reviews?view=done");

        Assert.True(others.Says("退回补正"), others.Text);
        Assert.True(others.Says(DemoPeople.Hengyue.ShortName), others.Text);
        Assert.True(done.Has($"{Rows} a[href='/reviews/{returned.Id}']"), done.Text);
        Assert.True(done.Says("王珺"), done.Text);
    }
}
