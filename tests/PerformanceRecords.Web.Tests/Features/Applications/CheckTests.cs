using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>核对并提交, for what is not about single fields: duplicates, people at two places, the wrong way, and the scope of a filing.</summary>
public sealed class CheckTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 600;

    [Fact]
    public async Task AFilingThatLooksLikeAnother_SaysWhichAndWhatDiffers()
    {
        var first = await office.NewCase().DraftedAsync();
        var second = await office.NewCase().DraftedAsync();
        await second.SaveAsync(Sections.Basic, (await first.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.PrjName) ? text + "（改）" : text));

        var check = await OpenAsync(second.Id);

        Assert.True(check.Says("疑似重复"), check.Text);
        Assert.True(check.Has($".twins a[href='/applications/{first.Id}']"), check.Text);
        Assert.Contains(check.Texts(".twins table.diff tbody tr"), row => row.StartsWith("项目名称", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APersonWhoLeadsTwoProjectsAtATime_IsPointedOut_AndNothingIsRefused()
    {
        await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var record = await RecordStories.SupplementedAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(CompletionOfPersonnel.Type, record));
        await filing.WithAsync(Sections.Personnel, RecordStories.Personnel);

        var check = await OpenAsync(filing.Id);

        Assert.True(check.Says("也是项目负责人，请核对"), check.Text);
        Assert.True(check.Has($"a[href^='/applications/{filing.Id}/sections/personnel']"), check.Text);
    }

    [Fact]
    public async Task TheWrongWay_LeadsToTheGuideWithItsAnswers()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(Correction.Type, record, Sections.Contract));

        var check = await OpenAsync(filing.Id);
        var guide = await check.FollowAsync("看办理指引：该办哪一项，为什么");

        Assert.True(check.Says("先办理信息完善，不能办理修正勘误"), check.Text);
        Assert.Equal("改正部平台上缺失或错误的内容", guide["#questions label:has([name=wish][checked])"].TextContent.Trim());
        Assert.True(guide.Says("本单位有业绩记录"), guide.Text);
    }

    [Fact]
    public async Task TheScope_IsChangedWhileWriting_AndTheTaskListFollows()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(Correction.Type, record, Sections.Contract));
        var scope = await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/scope");
        Assert.Contains("人员有C级，2026-11-20 起 不变", scope.Texts("table.holdings tbody tr"));

        var saved = await scope.Form("#scope-form").With("asked", "Personnel").SubmitAsync();
        Assert.Contains(saved.Texts(".tasklist .t"), task => task.EndsWith("人员", StringComparison.Ordinal));
        var refused = await (await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/scope")).Form("#scope-form").Without("asked").SubmitAsync();

        Assert.True(refused.Says("请选择要办理的环节"), refused.Text);
        await using var db = office.Portal.OpenDatabase();
        Assert.Equal(Sections.Contract | Sections.Personnel, await db.Applications.Where(a => a.Id == filing.Id).Select(a => a.Asked).SingleAsync());
    }

    [Fact]
    public async Task AScopeWithoutItsGrade_ChangesNothing_AndStaysOnThePage()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B));
        var scope = await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}/scope");

        var refused = await scope.Form("#scope-form").Without("asked").With("asked", "Indicators").Without("grade").SubmitAsync();

        Assert.Equal("请选择要升到的数据等级：A 级或 B 级。", Assert.Single(refused.Texts("#AskedGrade .err")));
        Assert.Equal("Indicators", refused.Form("#scope-form")["asked"]);
        var kept = await filing.ReadAsync();
        Assert.Equal((Sections.DrawingReview, DataGrade.B), (kept.Asked, kept.AskedGrade!.Value));
    }

    [Fact]
    public async Task AnUpgrade_SaysOnEveryPageFromWhichGradeToWhich()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B));
        Assert.Contains("施工图审查有C级，2026-11-20 起 升级", (await OpenAsync(filing.Id)).Texts("table.holdings tbody tr"));

        await (await filing.ProvenAsync()).SubmittedAsync();

        var status = await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}");
        Assert.True(status.Says("数据等级升级：施工图审查升到 B 级"), status.Text);
        Assert.True(status.Says("省厅出具确认函"), status.Text);
    }

    [Fact]
    public async Task AnIndicatorLibraryFiling_IsAwaitedOnTheServiceNetwork_NotOnTheNationalPlatform()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Interlocked.Increment(ref projects));
        var filing = await RecordStories.CompletedAsync(office.Office, IndicatorLibrary.Type, record, Sections.Indicators, RecordStories.Indicators);

        var status = await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}");

        Assert.True(status.Says("审核完成，正在推送政务网"), status.Text);
        Assert.True(status.Says("等政务网显示"), status.Text);
    }

    [Fact]
    public async Task AContractCollection_WaitsForItsPermit_AndSaysSo()
    {
        var project = new SampleProject(Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(FirstEntry.Type));
        await filing.WithAsync(Sections.Basic, project.Basic.Map((key, text) => key is nameof(BasicInfo.EDate) ? "" : text));
        await filing.WithAsync(Sections.Contract, project.Contract);
        await (await filing.ProvenAsync()).SubmittedAsync();

        var status = await office.OpenAsync(DemoPeople.Zhang, $"/applications/{filing.Id}");

        Assert.True(status.Says("等施工许可办下来"), status.Text);
        Assert.Equal(Stage.AwaitingPermit, (await filing.ReadAsync()).Stage);
    }

    private Task<Page> OpenAsync(Guid id) => office.OpenAsync(DemoPeople.Zhang, $"/applications/{id}/check");
}
