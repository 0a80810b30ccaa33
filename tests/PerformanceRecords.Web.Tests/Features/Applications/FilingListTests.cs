using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>我的申报: an enterprise's own filings, by what is to be done with them.</summary>
public sealed class FilingListTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string Rows = "table.q tbody tr";

    [Fact]
    public async Task EachFiling_StandsInItsView_WithItsVerb()
    {
        var draft = await office.NewCase().DraftedAsync();
        var submitted = await office.NewCase().SubmittedAsync();
        var returned = await office.NewCase().SubmittedAsync();
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请补齐签章页。");
        var rejected = await office.NewCase().SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "不在受理范围。");

        Assert.Equal("接着填", await VerbAsync("/applications/drafts", draft));
        Assert.Equal("看进度", await VerbAsync("/applications", submitted));
        Assert.Equal("补正", await VerbAsync("/applications/todo", returned));
        Assert.Equal("看进度", await VerbAsync("/applications/closed", rejected));
        Assert.False((await office.OpenAsync(DemoPeople.Zhang, "/applications/todo")).Has($"a[href='/applications/{submitted.Id}']"));
        Assert.False((await office.OpenAsync(DemoPeople.Gu, "/applications")).Has($"a[href='/applications/{submitted.Id}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync(DemoPeople.Wang, "/applications")).Status);
    }

    [Fact]
    public async Task APageShowsTwentyRows_LeadsOnAndBack_AndAsksTheDatabaseAtMostThreeTimes()
    {
        for (var i = 0; i < 22; i++)
        {
            await office.NewCase().DraftedAsync();
        }

        var first = await office.OpenAsync(DemoPeople.Zhang, "/applications/drafts");
        var before = office.Portal.Commands.Count;
        first = await office.OpenAsync(DemoPeople.Zhang, "/applications/drafts");
        Assert.InRange(office.Portal.Commands.Count - before, 1, 3);
        Assert.Equal(20, first.Texts(Rows).Count);

        var second = await first.FollowAsync("下一页");
        Assert.Empty(first.Texts($"{Rows} td:first-child").Intersect(second.Texts($"{Rows} td:first-child")));
        Assert.Equal(first.Texts($"{Rows} td:first-child"), (await second.FollowAsync("上一页")).Texts($"{Rows} td:first-child"));
        Assert.Equal(20, (await office.OpenAsync(DemoPeople.Zhang, "/applications/drafts?after=nonsense")).Texts(Rows).Count);
    }

    [Fact]
    public async Task AWordNarrowsTheList_AndAnEmptyAnswerSaysSo()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var found = await office.OpenAsync(DemoPeople.Zhang, $"/applications?q={submitted.ProjectNumber}");
        var none = await office.OpenAsync(DemoPeople.Zhang, "/applications?q=没有这个项目");

        Assert.Single(found.Texts(Rows));
        Assert.True(none.Says("“没有这个项目”没有查到"), none.Text);
    }

    [Fact]
    public async Task StartingTwice_LeadsToOneDraft_AtItsFirstOpenSection()
    {
        var page = await office.OpenAsync(DemoPeople.Gu, "/applications/new/supplement");
        Assert.True(page.Says("412号文附件6"), page.Text);
        Assert.True(page.Says("省厅核实，开通补录端口"), page.Text);

        var first = await page.FormWith("开始业绩补录申请").SubmitAsync();
        var second = await page.FormWith("开始业绩补录申请").SubmitAsync();

        Assert.EndsWith("/sections/basic", first.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(first.Address, second.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, "/applications/new/unheard-of")).Status);
    }

    private async Task<string> VerbAsync(string view, SupplementCase filing)
    {
        var page = await office.OpenAsync(DemoPeople.Zhang, $"{view}?q={filing.ProjectNumber}");
        return page.Texts($"{Rows} td:last-child a").Single();
    }
}
