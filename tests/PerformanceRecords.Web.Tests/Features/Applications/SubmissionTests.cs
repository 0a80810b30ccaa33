using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>提交、撤回、补正、放弃: done once, by the one whose turn it is, and never over what somebody else did meanwhile.</summary>
public sealed class SubmissionTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task AFilingWithGaps_IsNotSubmitted_AndEachGapLeadsToItsPlace()
    {
        var filing = await office.NewCase().PortOpenedAsync();

        var page = await CheckAsync(filing);
        Assert.Contains(page.Document.QuerySelectorAll(".errsum a"), a => a.GetAttribute("href") == $"/applications/{filing.Id}/sections/contract?check=1#Contract");
        page = await page.FormWith("提交").With("promise", "true").SubmitAsync("提交");

        Assert.True(page.Says("还有 3 处要改，改好才能提交"), page.Text);
        Assert.Equal(Stage.FillIn, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task WithoutThePromise_NothingIsSubmitted()
    {
        var draft = await office.NewCase().DraftedAsync();

        var page = await (await CheckAsync(draft)).FormWith("提交").SubmitAsync("提交");

        Assert.Equal("请先勾选这一条，再提交。", page.Texts("#promise-error").Single());
        Assert.Equal(Stage.Draft, (await draft.ReadAsync()).Stage);
    }

    [Fact]
    public async Task TheCheckPage_ShowsEverything_ThenTheReceiptNamesNumberAndDeadline()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await CheckAsync(draft);
        Assert.True(page.Says("预检通过"), page.Text);
        Assert.True(page.Says("南京市浦口区教育局"), page.Text);
        Assert.Equal(5, page.Texts("table.q tbody tr").Count);

        page = await SubmitAsync(page);

        Assert.Equal($"/applications/{draft.Id}/submitted", page.Address.AbsolutePath);
        Assert.Equal("已提交，等南京市建委核实", page.Heading);
        Assert.Contains("BL-320100-2026-", page.Text, StringComparison.Ordinal);
        Assert.True(page.Says("11月27日（周五）前"), page.Text);
        Assert.True(page.Says("撤回：第一次作出决定前都可以"), page.Text);
    }

    [Fact]
    public async Task PressedTwice_ItIsSubmittedOnce()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await CheckAsync(draft);

        await SubmitAsync(page);
        var again = await SubmitAsync(page);

        Assert.Equal($"/applications/{draft.Id}/submitted", again.Address.AbsolutePath);
        Assert.Equal(1, (await draft.ReadAsync()).Submissions);
    }

    [Fact]
    public async Task WhatWasChangedSinceItWasChecked_IsShownAgainFirst()
    {
        var draft = await office.NewCase().DraftedAsync();
        var page = await CheckAsync(draft);
        await draft.SaveAsync(Sections.Basic, new([new Dictionary<string, string>((await draft.BasicAsync()).Rows[0]) { ["Address"] = "另一处" }]));

        page = await SubmitAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True(page.Says("在您核对之后，内容又改过，刚才没有提交"), page.Text);
        Assert.True(page.Says("另一处"), page.Text);

        Assert.EndsWith("/submitted", (await SubmitAsync(page)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubmission_IsWithdrawn_UntilSomebodyDecided()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var page = await StatusAsync(submitted);

        page = await page.Form("#withdraw form").SubmitAsync();
        Assert.True(page.Says("已撤回，现在可以修改"), page.Text);
        Assert.Equal(Stage.Draft, (await submitted.ReadAsync()).Stage);

        await submitted.TakeAsync(Act.Submit, SupplementCase.Filer);
        page = await StatusAsync(submitted);
        await submitted.TakeAsync(Act.Verify, SupplementCase.City);
        page = await page.Form("#withdraw form").SubmitAsync();
        Assert.True(page.Says("南京市城乡建设委员会已“核实通过”，您刚才的操作没有生效"), page.Text);
        Assert.False(page.Has("#withdraw"));
        Assert.Equal(Stage.CityLetter, (await submitted.ReadAsync()).Stage);
    }

    [Fact]
    public async Task AReturn_StandsOnTopOfEveryForm_AndIsAnsweredByResubmitting()
    {
        var filing = await office.NewCase().SubmittedAsync();
        await filing.TakeAsync(Act.Return, SupplementCase.City, "合同缺签章页，请补齐。");

        foreach (var address in new[] { "", "/sections/basic", "/evidence", "/check" })
        {
            Assert.Contains("合同缺签章页，请补齐。", (await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}{address}"))[".banner.bad"].TextContent, StringComparison.Ordinal);
        }

        var page = await StatusAsync(filing);
        Assert.Equal("按意见补正，改好后重新提交", page.Texts(".next h2").Single());
        Assert.Equal("退回补正", page.Texts(".lights li:first-child .cap").Single());
        Assert.False(page.Has("#withdraw"));

        page = await SubmitAsync(await CheckAsync(filing));
        Assert.EndsWith("/submitted", page.Address.AbsolutePath, StringComparison.Ordinal);
        var resubmitted = await filing.ReadAsync();
        Assert.Equal((Stage.CityReview, 2), (resubmitted.Stage, resubmitted.Submissions));
        page = await StatusAsync(filing);
        Assert.True(page.Says("补正后重报"), page.Text);
        Assert.True(page.Says("第 2 次提交"), page.Text);
    }

    [Fact]
    public async Task GivingUp_NeedsAReason_AndEndsIt()
    {
        var draft = await office.NewCase().DraftedAsync();

        var page = await (await StatusAsync(draft)).FormWith("放弃申报").With("opinion", " ").SubmitAsync("放弃申报");
        Assert.True(page.Says("请写明理由"), page.Text);
        Assert.True(page["details"].HasAttribute("open"));

        page = await page.FormWith("放弃申报").With("opinion", "项目另由合作单位申报。").SubmitAsync("放弃申报");
        Assert.True(page.Says("已放弃申报"), page.Text);
        Assert.True(page.Says("项目另由合作单位申报。"), page.Text);
        Assert.Equal(Stage.Abandoned, (await draft.ReadAsync()).Stage);
    }

    [Fact]
    public async Task PassedIsNotShown_TheyAreTwoFacts()
    {
        var completed = await office.NewCase().CompletedAsync();

        var page = await StatusAsync(completed);

        Assert.Equal("审核完成，正在推送部平台", page.Texts(".next h2").Single());
        Assert.Contains("审核完成2026-11-20 10:00", string.Join(' ', page.Texts(".facts > div")), StringComparison.Ordinal);
        Assert.Contains("部平台已显示还没有，显示后自动标明", page.Texts(".facts > div"));
        Assert.Contains("待部平台显示", page.Texts(".lights .cap"));
        Assert.Contains("审核完成", page.Texts(".lights .cap"));
        Assert.DoesNotContain(page.Texts(".dot.shown"), _ => true);
    }

    [Fact]
    public async Task OthersCannotActOnIt()
    {
        var draft = await office.NewCase().DraftedAsync();
        var submitted = await office.NewCase().SubmittedAsync();
        var withdrawal = (await StatusAsync(submitted)).Form("#withdraw form");
        foreach (var (person, status) in new[] { (DemoPeople.Gu, HttpStatusCode.NotFound), (DemoPeople.Wang, HttpStatusCode.Forbidden), (DemoPeople.Chen, HttpStatusCode.Forbidden) })
        {
            var visitor = await office.AsAsync(person);
            var token = (await visitor.OpenAsync("/account/password")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (id, act) in new[] { (draft.Id, "submit"), (draft.Id, "abandon"), (submitted.Id, "withdraw") })
            {
                var request = new HttpRequestMessage(HttpMethod.Post, $"/applications/{id}/{act}")
                {
                    Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["version"] = "2", ["promise"] = "true", ["opinion"] = "不办了" }),
                };
                Assert.Equal(status, (await visitor.SendAsync(request)).Status);
            }
        }

        Assert.Equal(Stage.Draft, (await draft.ReadAsync()).Stage);
        Assert.NotNull(withdrawal["version"]);
        Assert.Equal(Stage.CityReview, (await submitted.ReadAsync()).Stage);
    }

    private static Task<Page> SubmitAsync(Page check) => check.FormWith("提交").With("promise", "true").SubmitAsync("提交");

    private Task<Page> CheckAsync(SupplementCase filing) => office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/check");

    private Task<Page> StatusAsync(SupplementCase filing) => office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}");
}
