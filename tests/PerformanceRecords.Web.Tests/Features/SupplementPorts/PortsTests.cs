using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.SupplementPorts;

/// <summary>补录端口: opened on the case, watched, extended and closed with a reason.</summary>
public sealed class PortsTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task TheProvince_OpensThePort_AndIsToldBeforehandWhatItOpens()
    {
        var waiting = await office.NewCase().AtProvinceAsync();

        var page = await office.OpenAsync(DemoPeople.Chen, $"/reviews/{waiting.Id}");
        Assert.True(page.Says("将开通的端口"), page.Text);
        Assert.True(page.Says("12月18日（周五）"), page.Text);
        page = await page.FormWith("开通补录端口").SubmitAsync("开通补录端口");

        Assert.True(page.Says($"已为“{waiting.ProjectName}”开通补录端口 DK-2026-"), page.Text);
        Assert.Equal(Stage.FillIn, (await waiting.ReadAsync()).Stage);
        var list = await office.OpenAsync(DemoPeople.Chen, $"/ports?view=untouched&q={Uri.EscapeDataString(waiting.ProjectName)}");
        Assert.True(list.Says("还没有填"), list.Text);
    }

    [Fact]
    public async Task APort_IsSeenByItsEnterprise_ItsCity_AndTheProvince()
    {
        var port = await PortOfAsync(await office.NewCase().PortOpenedAsync());

        foreach (var person in new[] { DemoPeople.Zhang, DemoPeople.Wang, DemoPeople.Chen, DemoPeople.Wu })
        {
            Assert.True((await office.OpenAsync(person, $"/ports/{port.Id}")).Says(port.Number), person.FullName);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/ports/{port.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Qian, $"/ports/{port.Id}")).Status);
        Assert.False((await office.OpenAsync(DemoPeople.Gu, "/ports")).Says(port.Number));
        Assert.DoesNotContain("延期", (await office.OpenAsync(DemoPeople.Wang, $"/ports/{port.Id}")).Buttons);
    }

    [Fact]
    public async Task Extending_NeedsAReason_WhichTheEnterpriseReads()
    {
        var opened = await office.NewCase().PortOpenedAsync();
        var port = await PortOfAsync(opened);

        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("延期").With("Workdays", "5").With("Reason", "").SubmitAsync("延期");
        Assert.True(page.Says("请写明理由，企业会收到。"), page.Text);
        Assert.Equal("5", page.FormWith("延期")["Workdays"]);
        page = await page.FormWith("延期").With("Workdays", "500").With("Reason", "企业申请").SubmitAsync("延期");
        Assert.True(page.Says("延期请填 1 到 60 个工作日。"), page.Text);
        Assert.Equal("企业申请", page.FormWith("延期")["Reason"]);

        page = await page.FormWith("延期").With("Workdays", "5").SubmitAsync("延期");
        Assert.True(page.Says("已延期至 2026-12-25"), page.Text);
        Assert.Equal(new DateOnly(2026, 12, 25), (await opened.ReadAsync()).DueOn);
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/ports/{port.Id}")).Says("企业申请"));
    }

    [Fact]
    public async Task Closing_NeedsAReason_AndEndsTheFillingIn()
    {
        var filled = await office.NewCase().FilledInAsync();
        var port = await PortOfAsync(filled);

        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        page = await page.FormWith("提前关闭").SubmitAsync("提前关闭");
        Assert.True(page.Says("请写明理由，企业会收到。"), page.Text);
        page = await page.FormWith("提前关闭").With("Reason", "市级来函有误").SubmitAsync("提前关闭");

        Assert.True(page.Says("已关闭"), page.Text);
        Assert.Empty(page.Buttons.Intersect(["延期", "提前关闭"]));
        Assert.IsType<StepResult.Refused>(await filled.TakeAsync(Act.Submit, SupplementCase.Filer));
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/ports/{port.Id}")).Says("市级来函有误"));
        Assert.True((await office.OpenAsync(DemoPeople.Chen, $"/ports?view=closed&q={port.Number}")).Says(port.Number));
    }

    [Fact]
    public async Task AStaleChange_DoesNothing()
    {
        var port = await PortOfAsync(await office.NewCase().PortOpenedAsync());
        var page = await office.OpenAsync(DemoPeople.Chen, $"/ports/{port.Id}");
        var late = page.FormWith("提前关闭").With("Reason", "晚了一步");

        await page.FormWith("延期").With("Reason", "企业申请").SubmitAsync("延期");
        var answer = await late.SubmitAsync("提前关闭");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(PortState.Open, (await PortAsync(port.Id)).StateOn(new DateOnly(2026, 11, 20)));
    }

    private async Task<SupplementPort> PortOfAsync(SupplementCase opened)
    {
        await using var db = office.Portal.OpenDatabase();
        return await db.SupplementPorts.AsNoTracking().SingleAsync(p => p.ApplicationId == opened.Id);
    }

    private async Task<SupplementPort> PortAsync(Guid id)
    {
        await using var db = office.Portal.OpenDatabase();
        return await db.SupplementPorts.AsNoTracking().SingleAsync(p => p.Id == id);
    }
}
