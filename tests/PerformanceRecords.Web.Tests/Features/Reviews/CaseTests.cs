using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Reviews;

/// <summary>The case page and its decisions: exactly the buttons the route gives, and nothing decided twice.</summary>
public sealed class CaseTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ACase_ShowsWhatWasSubmitted_WithTheButtonsOfItsStage()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");

        Assert.Equal(submitted.ProjectName, page.Heading);
        Assert.True(page.Says("南京市浦口区教育局"), page.Text);
        Assert.True(page.Says("真实性承诺书"), page.Text);
        Assert.Equal(["退回补正", "不予通过", "核实通过"], page.Texts("form.dock button"));
    }

    [Fact]
    public async Task Approving_MovesTheCase_SaysSo_AndOpensTheNextOne()
    {
        var first = await office.NewCase().SubmittedAsync();
        await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{first.Id}");
        page = await page.FormWith("核实通过").With("Opinion", "材料属实。").SubmitAsync("核实通过");

        Assert.True(page.Says($"“{first.ProjectName}”已核实通过，进入待市级报省。"), page.Text);
        Assert.StartsWith("/reviews/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual($"/reviews/{first.Id}", page.Address.AbsolutePath);
        Assert.Equal(Stage.CityLetter, (await first.ReadAsync()).Stage);
    }

    [Theory]
    [InlineData("退回补正")]
    [InlineData("不予通过")]
    public async Task ADecisionOthersHaveToLiveWith_NeedsItsReason(string button)
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        page = await page.FormWith(button).With("Opinion", "  ").SubmitAsync(button);

        Assert.Equal("请写明理由，对方要据此办理。", page.Texts("#Opinion-e").Single());
        Assert.Equal("true", page["#Opinion"].GetAttribute("aria-invalid"));
        Assert.Equal(Stage.CityReview, (await submitted.ReadAsync()).Stage);
    }

    [Fact]
    public async Task AnOpinionThatCannotBeTaken_StaysInItsField()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var long2001 = new string('改', 2001);

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        page = await page.FormWith("退回补正").With("Opinion", long2001).SubmitAsync("退回补正");

        Assert.True(page.Says("意见最多 2000 字"), page.Text);
        Assert.Equal(long2001, page.FormWith("退回补正")["Opinion"]);
    }

    [Fact]
    public async Task Returning_HandsTheCaseBackToTheEnterprise_WithTheReason()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        page = await page.FormWith("退回补正").With("Opinion", "合同缺签章页。").SubmitAsync("退回补正");
        Assert.True(page.Says("已退回补正"), page.Text);

        var application = await submitted.ReadAsync();
        Assert.Equal((Stage.Amendment, DemoPeople.Hengyue.Id), (application.Stage, application.HolderId!.Value));
        var after = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        Assert.True(after.Says("合同缺签章页。"), after.Text);
        Assert.False(after.Has("form.dock"));
    }

    [Fact]
    public async Task Rejecting_EndsTheCase()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        await page.FormWith("不予通过").With("Opinion", "不属于补录范围。").SubmitAsync("不予通过");

        Assert.Equal(Stage.Rejected, (await submitted.ReadAsync()).Stage);
    }

    [Fact]
    public async Task AnotherCitysCase_AndADraft_AreNotThere()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var draft = await office.NewCase().DraftedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/reviews/{submitted.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Wang, $"/reviews/{draft.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.He, $"/reviews/{submitted.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync(DemoPeople.Zhang, $"/reviews/{submitted.Id}")).Status);
    }

    [Fact]
    public async Task WhoOnlyReadsAlong_SeesNoButtons()
    {
        var submitted = await office.NewCase().SubmittedAsync();

        foreach (var reader in new[] { DemoPeople.Wu, DemoPeople.Chen, DemoPeople.Tang })
        {
            var page = await office.OpenAsync(reader, $"/reviews/{submitted.Id}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Has("form.dock"), reader.FullName);
        }
    }

    [Fact]
    public async Task AStepOutOfTurn_IsRefused_AndChangesNothing()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");
        var form = page.FormWith("核实通过");
        form.Element.QuerySelector("button.btn-primary")!.SetAttribute("formaction", $"/reviews/{submitted.Id}/confirm");

        var answer = await form.SubmitAsync("核实通过");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(Stage.CityReview, (await submitted.ReadAsync()).Stage);
    }

    [Fact]
    public async Task TheSecondOfTwoWhoDecide_IsToldWhatTheFirstDecided_AndKeepsTheText()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var late = (await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}")).FormWith("退回补正").With("Opinion", "请补任命文件。");
        var early = (await office.OpenAsync(DemoPeople.Li, $"/reviews/{submitted.Id}")).FormWith("核实通过");

        await early.SubmitAsync("核实通过");
        var page = await late.SubmitAsync("退回补正");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True(page.Says("李翀"), page.Text);
        Assert.True(page.Says("您的“退回补正”没有生效，这件没有被重复办理。"), page.Text);
        Assert.Equal("请补任命文件。", page["#words"].TextContent.Trim());
        Assert.Equal(Stage.CityLetter, (await submitted.ReadAsync()).Stage);
    }

    [Fact]
    public async Task ReviewersSeeWhatWasSubmitted_NotWhatTheEnterpriseWritesNow()
    {
        var returned = await office.NewCase().SubmittedAsync();
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请核对建设单位。");
        await returned.SaveAsync(Sections.Basic, SectionValues.Of((nameof(BasicInfo.PrjName), "写了一半的新名字")));

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{returned.Id}");

        Assert.Equal(returned.ProjectName, page.Heading);
        Assert.False(page.Says("写了一半的新名字"), page.Text);
        Assert.True(page.Says("南京市浦口区教育局"), page.Text);
    }

    [Fact]
    public async Task AnAmendedCase_StaysWithTheCityThatTookItIn()
    {
        var returned = await office.NewCase().SubmittedAsync();
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请核对项目所在地。");
        await returned.SaveAsync(Sections.Basic, (await returned.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.CountyNum) ? "320508" : text));

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/reviews/{returned.Id}")).Status);
        var refused = Assert.IsType<StepResult.Refused>(await returned.TakeAsync(Act.Submit, SupplementCase.Filer));
        Assert.Contains(refused.Breaches, b => b.Code == "city-changed");
    }

    [Fact]
    public async Task IdentityNumbers_AreMasked()
    {
        var filled = await office.NewCase().FilledInAsync();
        await filled.WithPersonnelAsync();
        await filled.TakeAsync(Act.Submit, SupplementCase.Filer);

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{filled.Id}");

        Assert.True(page.Says("刘喆"), page.Text);
        Assert.Matches(@"3201\*{10}[0-9X]{4}", page.Text);
        Assert.DoesNotMatch(@"[1-9][0-9]{16}[0-9X](?![0-9A-Z])", string.Join(' ', page.Texts("#personnel dd")));
    }

    [Fact]
    public async Task ACasePage_AsksTheDatabaseFewTimes()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        await office.OpenAsync(DemoPeople.Wang, "/account");

        office.Portal.Commands.Clear();
        await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");

        Assert.True(office.Portal.Commands.Count <= 3, string.Join("\n\n", office.Portal.Commands.Commands));
    }

    [Fact]
    public async Task WhatWasSubmitted_IsReadOnce_HoweverOftenTheCaseIsOpened()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");

        office.Portal.Commands.Clear();
        var again = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");

        Assert.True(again.Says("南京市浦口区教育局"), again.Text);
        Assert.DoesNotContain(office.Portal.Commands.Commands, sql => sql.Contains("\"Submissions\" AS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACaseThatOthersHaveOpen_IsStillNotFoundByWhomItDoesNotConcern()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        await office.OpenAsync(DemoPeople.Wang, $"/reviews/{submitted.Id}");

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/reviews/{submitted.Id}")).Status);
    }

    [Fact]
    public async Task AnAmendedCase_ShowsWhatWasSubmittedLast()
    {
        var returned = await office.NewCase().SubmittedAsync();
        await office.OpenAsync(DemoPeople.Wang, $"/reviews/{returned.Id}");
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请核对建设单位。");
        await returned.SaveAsync(Sections.Basic, (await returned.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.BuildCorpName) ? "南京市浦口区教育局基建办" : text));
        await returned.TakeAsync(Act.Submit, SupplementCase.Filer);

        var page = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{returned.Id}");

        Assert.True(page.Says("南京市浦口区教育局基建办"), page.Text);
        Assert.True(page.Says("与上次提交不同"), page.Text);
    }
}
