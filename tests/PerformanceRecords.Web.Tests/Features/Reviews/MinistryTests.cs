using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Reviews;

/// <summary>住建部审核: the ministry signs in and decides, or the province writes down its written reply, with the paper.</summary>
public sealed class MinistryTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 200;

    [Fact]
    public async Task TheMinistry_FindsItsCorrections_AndApproves()
    {
        var correction = await AtMinistryAsync();
        Assert.True((await office.OpenAsync(DemoPeople.He, "/reviews")).Has($"a[href='/reviews/{correction.Id}']"));

        var page = await OpenAsync(DemoPeople.He, correction);
        Assert.Equal(["退回补正", "不予通过", "退回上一级", "审核通过"], page.Texts("form.dock button"));
        Assert.True(page.Has("a[href^='/letters/']"), "the letter it rests on can be read");
        page = await page.FormWith("审核通过").With("Opinion", "同意修正。").SubmitAsync("审核通过");

        Assert.True(page.Says("已审核通过，正在推送部平台。"), page.Text);
        Assert.Equal(Stage.Completed, (await correction.ReadAsync()).Stage);
        Assert.True((await OpenAsync(DemoPeople.He, correction)).Says("住建部审核通过"));
    }

    [Theory]
    [InlineData("退回补正", Stage.Amendment)]
    [InlineData("退回上一级", Stage.ProvinceReview)]
    [InlineData("不予通过", Stage.Rejected)]
    public async Task TheMinistry_MayAlsoRefuse_WithAReason(string button, Stage stage)
    {
        var correction = await AtMinistryAsync();
        var page = await OpenAsync(DemoPeople.He, correction);
        page = await page.FormWith(button).SubmitAsync(button);
        Assert.True(page.Says("请写明理由，对方要据此办理。"), page.Text);

        await page.FormWith(button).With("Opinion", "补充协议没有签章页。").SubmitAsync(button);
        Assert.Equal(stage, (await correction.ReadAsync()).Stage);
        if (stage == Stage.ProvinceReview)
        {
            Assert.True((await OpenAsync(DemoPeople.Chen, correction)).Says("补充协议没有签章页。"));
        }
    }

    [Fact]
    public async Task TheProvince_WritesDownTheWrittenReply_OnlyWithItsNumberAndItsScan()
    {
        var correction = await AtMinistryAsync();
        var page = await OpenAsync(DemoPeople.Chen, correction);
        Assert.False(page.Has("form.dock"), "the province does not decide in the ministry's place");

        page = await page.FormWith("登记：审核通过").With("Scan", Sample.Pdf("复函.pdf", "Reply")).SubmitAsync("登记：审核通过");
        Assert.True(page.Says("请填写住建部书面答复的文号。"), page.Text);
        Assert.True(page.Says("已上传 复函.pdf"), page.Text);
        Assert.Equal(Stage.MinistryReview, (await correction.ReadAsync()).Stage);

        page = await page.FormWith("登记：审核通过").With("DocumentNumber", "建市函〔2026〕35号").SubmitAsync("登记：审核通过");
        Assert.Equal(Stage.Completed, (await correction.ReadAsync()).Stage);
        page = await OpenAsync(DemoPeople.Chen, correction);
        Assert.True(page.Says("住建部审核通过（书面答复，省厅登记） 建市函〔2026〕35号"), page.Text);
        Assert.True(page.Says("住建部书面答复"), page.Text);
    }

    [Fact]
    public async Task AReplyWithoutScan_OrWithAnotherKindOfFile_IsRefused_AndNothingTypedIsLost()
    {
        var correction = await AtMinistryAsync();
        var page = await OpenAsync(DemoPeople.Chen, correction);
        page = await page.FormWith("登记：不予通过").With("DocumentNumber", "建市函〔2026〕36号").With("Opinion", "不同意修正。").SubmitAsync("登记：不予通过");
        Assert.True(page.Says("请上传住建部书面答复的扫描件。"), page.Text);
        Assert.Equal(("建市函〔2026〕36号", "不同意修正。"), (page.FormWith("登记：不予通过")["DocumentNumber"], page.FormWith("登记：不予通过")["Opinion"]));

        page = await page.FormWith("登记：不予通过").With("Scan", Sample.WordNamedPdf()).SubmitAsync("登记：不予通过");
        Assert.True(page.Says("Word 文档"), page.Text);
        Assert.Equal(Stage.MinistryReview, (await correction.ReadAsync()).Stage);

        await page.FormWith("登记：不予通过").With("Scan", Sample.Jpg()).SubmitAsync("登记：不予通过");
        Assert.Equal(Stage.Rejected, (await correction.ReadAsync()).Stage);
    }

    [Fact]
    public async Task WhereTheMinistryWasFaster_TheProvinceIsTold()
    {
        var correction = await AtMinistryAsync();
        var late = (await OpenAsync(DemoPeople.Chen, correction)).FormWith("登记：审核通过").With("DocumentNumber", "建市函〔2026〕37号").With("Scan", Sample.Pdf());
        await (await OpenAsync(DemoPeople.He, correction)).FormWith("退回补正").With("Opinion", "请补充协议。").SubmitAsync("退回补正");

        var page = await late.SubmitAsync("登记：审核通过");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True(page.Says("何峥") && page.Says("没有被重复办理"), page.Text);
    }

    [Fact]
    public async Task BeforeItIsTheMinistrysTurn_ThereIsNothingToWriteDown()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var correction = await (await RecordStories.CorrectionAsync(office.Office, record)).SubmittedAsync();
        Assert.DoesNotContain((await OpenAsync(DemoPeople.Chen, correction)).Buttons, b => b.StartsWith("登记", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(DemoPeople.He, correction)).Status);
    }

    private Task<Page> OpenAsync(DemoPerson person, FilingCase filing) => office.OpenAsync(person, $"/reviews/{filing.Id}");

    private async Task<FilingCase> AtMinistryAsync()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var correction = await (await RecordStories.CorrectionAsync(office.Office, record)).SubmittedAsync();
        await correction.TakenAsync(Act.Verify, FilingCase.City);
        await correction.LetterAsync(FilingCase.City, FilingCase.CitySigner);
        await correction.TakenAsync(Act.Verify, FilingCase.Province);
        await correction.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou));
        return correction;
    }
}
