using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Permits;

/// <summary>待匹配施工许可: nothing is dropped; a person joins, enters, sets aside and puts back.</summary>
public sealed class PermitsTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 300;

    [Fact]
    public async Task APermitThatMatchesNothing_Waits_WithWhatItMayBelongTo_AndIsJoined()
    {
        var project = NextProject();
        var filing = await PermitStories.WaitingAsync(office.Office, project);
        await ArrivesAsync(Strange(project) with { ProjectName = project.Name + "及附属用房" });

        var list = await office.OpenAsync(DemoPeople.Wang, "/permits?q=" + Uri.EscapeDataString(project.Name));
        var page = await list.FollowAsync(project.Name);
        Assert.True(page.Says("建设单位相同"), page.Text);
        var joined = await page.FormWith("认领给选中的申报").With("Applications", filing.Id.ToString()).SubmitAsync("认领给选中的申报");

        Assert.True(joined.Says("已认领，1 件合同归集办结，正在推送部平台。"), joined.Text);
        Assert.True(joined.Says("人工认领") && joined.Says("王珺"), joined.Text);
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task WhereNothingLooksAlike_TheProjectIsSearchedByName()
    {
        var project = NextProject();
        var filing = await PermitStories.WaitingAsync(office.Office, project);
        await ArrivesAsync(Strange(project) with { ProjectName = "桥林街道某楼", OwnerName = "别的建设单位" });

        var page = await (await office.OpenAsync(DemoPeople.Wang, "/permits?q=" + Uri.EscapeDataString("桥林街道某楼"))).FollowAsync("桥林街道某楼");
        Assert.True(page.Says("没有像的合同归集"), page.Text);
        page = await page.Form("form[aria-label^=查找]").With("q", project.Name).SubmitAsync();
        await page.FormWith("认领给选中的申报").With("Applications", filing.Id.ToString()).SubmitAsync("认领给选中的申报");

        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task Joining_NeedsAChoice()
    {
        var project = NextProject();
        await PermitStories.WaitingAsync(office.Office, project);
        var id = await ArrivesAsync(Strange(project) with { ProjectName = project.Name + "配套" });
        var page = await (await office.OpenAsync(DemoPeople.Wang, $"/permits/{id}")).FormWith("认领给选中的申报").SubmitAsync("认领给选中的申报");
        Assert.True(page.Says("请选择施工许可证所属的申报。"), page.Text);
    }

    [Fact]
    public async Task WhatNobodyHereWaitsFor_IsSetAsideWithAReason_AndPutBack()
    {
        var id = await ArrivesAsync(PermitStories.RowOf(NextProject()));
        var page = await (await office.OpenAsync(DemoPeople.Wang, $"/permits/{id}")).FormWith("搁置").With("Remark", " ").SubmitAsync("搁置");
        Assert.True(page.Says("请写明搁置的原因"), page.Text);

        page = await page.FormWith("搁置").With("Remark", "设计单位不在本门户").SubmitAsync("搁置");
        Assert.True(page.Says("设计单位不在本门户") && page.Says("已搁置"), page.Text);
        page = await page.FormWith("放回待匹配").SubmitAsync("放回待匹配");
        Assert.True(page.Says("已放回待匹配。"), page.Text);
        Assert.Contains("搁置", page.Buttons);
    }

    [Fact]
    public async Task ABureau_EntersAPermitByHand_AndWhatItMatchesGoesOut()
    {
        var project = NextProject();
        var filing = await PermitStories.WaitingAsync(office.Office, project);
        var page = await Fill(await office.OpenAsync(DemoPeople.Wang, "/permits/new"), PermitStories.RowOf(project) with { Area = "很大" }).SubmitAsync("录入");
        Assert.True(page.Has("#area-error"), page.Text);
        Assert.Equal("很大", page.FormWith("录入")["area"]);

        page = await page.FormWith("录入").With("area", "12000").SubmitAsync("录入");
        Assert.True(page.Says("匹配上 1 件合同归集"), page.Text);
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task APermitOfAnotherRegion_IsNotEntered_NorSeen()
    {
        var row = PermitStories.RowOf(NextProject());
        var page = await Fill(await office.OpenAsync(DemoPeople.Qian, "/permits/new"), row).SubmitAsync("录入");
        Assert.True(page.Says("项目不在本单位辖区"), page.Text);

        var id = await ArrivesAsync(row);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/permits/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(DemoPeople.Tang, $"/permits/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync(DemoPeople.Zhang, $"/permits/{id}")).Status);
        Assert.DoesNotContain("搁置", (await office.OpenAsync(DemoPeople.Wu, $"/permits/{id}")).Buttons);
    }

    [Fact]
    public async Task AListThatIsLong_GoesOnPageByPage_AndAsksTheDatabaseFewTimes()
    {
        for (var n = 0; n < 21; n++)
        {
            await ArrivesAsync(PermitStories.RowOf(NextProject()));
        }

        await office.OpenAsync(DemoPeople.Wang, "/account");
        office.Portal.Commands.Clear();
        var first = await office.OpenAsync(DemoPeople.Wang, "/permits");
        Assert.True(office.Portal.Commands.Count <= 3, string.Join("\n\n", office.Portal.Commands.Commands));
        Assert.Equal(20, first.Texts("table.q tbody tr").Count);
        var second = await first.FollowAsync("下一页");
        Assert.Empty(first.Texts("tbody td:first-child a").Intersect(second.Texts("tbody td:first-child a")));
        Assert.Equal(first.Texts("tbody td:first-child a"), (await second.FollowAsync("上一页")).Texts("tbody td:first-child a"));
    }

    private static SampleProject NextProject() => new(Interlocked.Increment(ref projects));

    // says nothing by which the portal itself could be sure
    private static PermitRow Strange(SampleProject project) => PermitStories.RowOf(project) with { ProjectNumber = null, ContractNumbers = null };

    private static Form Fill(Page page, PermitRow row)
    {
        var form = page.FormWith("录入");
        foreach (var (name, text) in new[]
        {
            ("permitNumber", row.PermitNumber), ("issuedOn", row.IssuedOn), ("projectName", row.ProjectName), ("projectNumber", row.ProjectNumber), ("ownerName", row.OwnerName),
            ("regionCode", row.RegionCode), ("area", row.Area), ("surveyorName", row.SurveyorName), ("surveyorCode", row.SurveyorCode), ("designerName", row.DesignerName),
            ("designerCode", row.DesignerCode), ("builderName", row.BuilderName), ("supervisorName", row.SupervisorName),
        })
        {
            form.With(name, text!);
        }

        return form;
    }

    private async Task<Guid> ArrivesAsync(PermitRow row) =>
        (await office.Office.DoAsync<PermitDesk, IReadOnlyList<PermitResult>>(desk => desk.TakeAsync([row], "施工许可系统")))[0].PermitId!.Value;
}
