using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Push;

/// <summary>预检: nothing is approved that the platform is known to refuse.</summary>
public sealed class PrecheckTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ACaseThatThePlatformWouldTake_IsSaidToBe_AndIsQueuedAsForetold()
    {
        var supplement = await ToBeConfirmedAsync();

        var check = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{supplement.Id}/precheck");
        Assert.True(check.Says("可接收 基本信息、合同信息、施工图审查"), check.Text);

        await ConfirmAsync(supplement);
        await using var db = office.Portal.OpenDatabase();
        Assert.Equal(
            [Sections.Basic, Sections.Contract, Sections.DrawingReview],
            await db.PushMessages.Where(m => m.ApplicationId == supplement.Id).OrderBy(m => m.Sequence).Select(m => m.Section).ToListAsync());
    }

    [Fact]
    public async Task ACaseThatThePlatformWouldRefuse_IsNotApproved_AndSaysWhichFieldWhy()
    {
        var supplement = await ToBeConfirmedAsync();
        // as after a change of the code table between submission and approval
        await ChangeAsync(supplement, Sections.Contract, "ContractTypeNum", "999");

        var check = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{supplement.Id}/precheck");
        Assert.True(check.Says("会拒收") && check.Says("合同类别"), check.Text);

        var page = await ConfirmAsync(supplement);
        Assert.True(page.Says("决定没有生效") && page.Says("部平台会拒收“合同信息”第 1 行：合同类别的值 999 不在代码表中"), page.Text);
        Assert.Equal(Stage.Confirmation, (await supplement.ReadAsync()).Stage);
        await using var db = office.Portal.OpenDatabase();
        Assert.False(await db.PushMessages.AnyAsync(m => m.ApplicationId == supplement.Id));
        Assert.False(await db.Records.AnyAsync(r => r.ProjectNumber == supplement.ProjectNumber));
    }

    [Fact]
    public async Task WhileTheEnterpriseHasStillToFillIn_ThereIsNothingToCheck()
    {
        var supplement = await office.NewCase().SubmittedAsync();

        var check = await office.OpenAsync(DemoPeople.Wang, $"/reviews/{supplement.Id}/precheck");

        Assert.True(check.Says("没有可以预检的内容"), check.Text);
    }

    [Fact]
    public async Task ACaseOfAnotherCity_IsNotChecked()
    {
        var supplement = await ToBeConfirmedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/reviews/{supplement.Id}/precheck")).Status);
    }

    private async Task<SupplementCase> ToBeConfirmedAsync()
    {
        var supplement = await office.NewCase().FilledInAsync();
        await supplement.TakeAsync(Act.Submit, SupplementCase.Filer);
        return supplement;
    }

    private async Task<Testing.Pages.Page> ConfirmAsync(SupplementCase supplement) =>
        await (await office.OpenAsync(DemoPeople.Wang, $"/reviews/{supplement.Id}")).FormWith("确认通过").SubmitAsync("确认通过");

    private async Task ChangeAsync(SupplementCase supplement, Sections section, string key, string text)
    {
        await using var db = office.Portal.OpenDatabase();
        var held = await db.ApplicationSections.SingleAsync(s => s.ApplicationId == supplement.Id && s.Section == section);
        held.Save(held.Values.Map((k, old) => k == key ? text : old), held.SavedBy, held.SavedByName, held.SavedAt);
        await db.SaveChangesAsync();
    }
}
