using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Records;

/// <summary>业绩库 and 项目库: what was approved here, and apart from it what the national platform shows.</summary>
public sealed class RecordTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ReviewersAreTold_HowALargeListIsSearched()
    {
        const string Words = "编号要写全；名称可以只写一部分，在最近变动的 5,000 件里找";
        foreach (var (person, address, told) in new[]
        {
            (DemoPeople.Chen, "/records", true), (DemoPeople.Wang, "/reviews?view=others", true), (DemoPeople.Wu, "/reviews", true),
            (DemoPeople.Zhang, "/records", false), (DemoPeople.Wang, "/reviews", false),
        })
        {
            Assert.Equal(told, (await office.OpenAsync(person, address)).Says(Words));
        }
    }

    [Fact]
    public async Task ARecord_IsSeenByItsEnterpriseAndTheOfficesOfItsRegion_AndNobodyElse()
    {
        var completed = await office.NewCase().CompletedAsync();
        var id = (await completed.ReadAsync()).RecordId;
        foreach (var (person, status) in new[]
        {
            (DemoPeople.Zhang, HttpStatusCode.OK), (DemoPeople.Wang, HttpStatusCode.OK), (DemoPeople.Tang, HttpStatusCode.OK), (DemoPeople.Chen, HttpStatusCode.OK), (DemoPeople.Wu, HttpStatusCode.OK),
            (DemoPeople.Gu, HttpStatusCode.NotFound), (DemoPeople.Qian, HttpStatusCode.NotFound), (DemoPeople.Luo, HttpStatusCode.NotFound),
        })
        {
            Assert.Equal(status, (await office.OpenAsync(person, $"/records/{id}")).Status);
            Assert.Equal(status == HttpStatusCode.OK, (await office.OpenAsync(person, $"/records?q={completed.ProjectNumber}")).Has($"a[href='/records/{id}']"));
        }
    }

    [Fact]
    public async Task EachSection_HasItsFourStamps_AndTheNationalPlatformItsOwnDate()
    {
        var completed = await office.NewCase().CompletedAsync();
        var id = (await completed.ReadAsync()).RecordId;
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{id}");
        Assert.Equal("填报2026-11-20 市核实2026-11-20 省核准2026-11-20 部平台待显示", Stamps(page, 0));
        Assert.Equal("填报— 市核实— 省核准— 部平台—", Stamps(page, 3));
        Assert.True(page.Says("没有推送：这一环节不在已办事项的推送范围"), page.Text);

        await SeenAsync(id!.Value, Sections.Basic);
        page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{id}");
        Assert.Equal("填报2026-11-20 市核实2026-11-20 省核准2026-11-20 部平台 C级 2026-11-21 起", Stamps(page, 0));
        Assert.Equal(["C"], page.Texts("table.q .dot.shown"));
        Assert.True(page.Says("与省平台一致"), page.Text);
    }

    [Fact]
    public async Task TheList_IsNarrowedByItsFilters_AndAsksTheDatabaseAtMostThreeTimes()
    {
        var completed = await office.NewCase().CompletedAsync();
        var record = (await completed.ReadAsync()).RecordId;
        await office.OpenAsync(DemoPeople.Chen, "/records");

        var before = office.Portal.Commands.Count;
        var page = await office.OpenAsync(DemoPeople.Chen, $"/records?q={completed.ProjectNumber}&view=incomplete&city=320100&sector=building");
        Assert.InRange(office.Portal.Commands.Count - before, 1, 3);
        Assert.True(page.Has($"a[href='/records/{record}']"), page.Text);
        Assert.Equal("320100", page.Form("form.filter")["city"]);

        foreach (var other in new[] { "city=320500", "sector=municipal", "grade=a", "view=stuck" })
        {
            Assert.True((await office.OpenAsync(DemoPeople.Chen, $"/records?q={completed.ProjectNumber}&{other}")).Says("没有符合条件的项目"));
        }

        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(DemoPeople.Chen, "/records?view=7&city=999999&sector=x&grade=9&after=x")).Status);
    }

    private static string Stamps(PerformanceRecords.Testing.Pages.Page page, int row) =>
        string.Join(' ', page.Document.QuerySelectorAll("table.q tbody tr")[row].QuerySelectorAll(".stamps li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private Task SeenAsync(Guid record, Sections section) => office.Office.DoAsync<AppDbContext>(async db =>
    {
        var held = await db.RecordSections.SingleAsync(s => s.RecordId == record && s.Section == section);
        held.Seen(held.Revision, DataGrade.C, new DateTime(2026, 11, 21, 3, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync();
    });
}
