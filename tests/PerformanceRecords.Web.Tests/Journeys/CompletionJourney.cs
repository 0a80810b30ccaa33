using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Tests.Features.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>二.2 部平台无信息、省平台有信息的, and 三.1 部平台信息不完整的, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class CompletionJourney(JourneyPortal portal)
{
    [Fact]
    public async Task 二_2_WhatOnlyTheProvinceHas_IsFiledForCompletion_AndShownNationally()
    {
        var project = portal.NextProject();
        var record = await RecordStories.EarlierAsync(portal.Office, project);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // 企业可通过省平台“工程项目信息勘误（完善）”模块办理；省平台有的内容自动带入
        var completion = await enterprise.StartsAsync(CompletionFromProvince.Type, record);
        Assert.Contains(EvidenceKind.DrawingReviewCertificate.Title, await enterprise.MissingEvidenceAsync(completion));
        await enterprise.UploadsMissingAsync(completion);
        await enterprise.SubmitsAsync(completion);

        // 由项目所在地设区市建设主管部门审核通过
        await city.FindsInQueueAsync(project.Name);
        await city.DecidesAsync(completion, Act.Confirm);

        // 一周内企业可在全国平台查看到基本信息、合同信息和施工图审查信息
        await enterprise.SeesShownAsync(completion);
        await portal.ShowsAsync(record, Sections.Basic | Sections.Contract | Sections.DrawingReview);
        Assert.Contains(project.DrawingReview["ProvinceCensorNum"], await portal.NationalAsync(project.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task 二_1_WhatTheProvinceHasAlready_IsNotSupplemented_ButCompleted()
    {
        var project = portal.NextProject();
        await RecordStories.EarlierAsync(portal.Office, project);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var supplement = await enterprise.StartsAsync(Supplement.Type);
        await enterprise.FillsInAsync(supplement, Sections.Basic, project.Basic);
        await enterprise.UploadsMissingAsync(supplement);
        var refused = await enterprise.SubmitsAsync(supplement);
        Assert.True(refused.Says("省平台已有这个项目，不能办理业绩补录。请在“工程项目信息勘误（完善）”办理信息完善（部平台无信息）"), refused.Text);
    }

    [Fact]
    public async Task 二_2_WhatTheNationalPlatformHas_IsLedToTheRightModule()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var refused = await enterprise.TriesToStartAsync(CompletionFromProvince.Type, record);
        Assert.True(refused.Says("部平台已有这个项目，不能办理信息完善（部平台无信息）") && refused.Says("企业资质申报业绩指标库"), refused.Text);
    }

    [Fact]
    public async Task 二_2_WithoutItsProof_OutOfTurn_OrASecondTime_NothingIsPublished()
    {
        var project = portal.NextProject();
        var record = await RecordStories.EarlierAsync(portal.Office, project);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var otherCity = await AtWork.AsAsync(portal.Host, DemoPeople.Qian);
        var completion = await enterprise.StartsAsync(CompletionFromProvince.Type, record);
        Assert.True((await enterprise.SubmitsAsync(completion)).Says("还缺：施工图审查合格书"));

        // it is said before anything is pressed, and again by the refusal
        Assert.True((await enterprise.OpenAsync($"/applications/new/completion-from-province?record={record}")).Says("已有一件信息完善（部平台无信息）在办"));
        Assert.True((await enterprise.TriesToStartAsync(CompletionFromProvince.Type, record)).Says("已有一件信息完善（部平台无信息）在办"));
        Assert.Equal(HttpStatusCode.NotFound, await city.ForcesAsync(await portal.FilingAsync(completion), Act.Confirm));
        await enterprise.UploadsMissingAsync(completion);
        await enterprise.SubmitsAsync(completion);

        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(completion), Act.Confirm));
        Assert.Equal(HttpStatusCode.Conflict, await city.ForcesAsync(await portal.FilingAsync(completion), Act.Verify));
        await otherCity.DoesNotFindAsync(completion);
        Assert.Equal("", await portal.NationalAsync(project.Number));
    }

    [Fact]
    public async Task 三_1_WhatTheNationalPlatformLacks_IsCompleted_SectionBySection()
    {
        // 部平台仅有项目的基本信息（和合同信息）
        var project = portal.NextProject();
        var contract = await PermitStories.WaitingAsync(portal.Office, project);
        await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(project));
        var record = (await contract.ReadAsync()).RecordId!.Value;
        await portal.ShowsAsync(record, Sections.Basic | Sections.Contract);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // （1）需完善施工图审查、设计合同环节信息的：“工程项目信息勘误（完善）”模块
        await CompletesAsync(enterprise, city, Completion.Type, record, Sections.DrawingReview, project.DrawingReview);
        Assert.Contains(project.DrawingReview["ProvinceCensorNum"], await portal.NationalAsync(project.Number), StringComparison.Ordinal);

        // （2）需完善业绩技术指标环节信息的：“企业资质申报业绩指标库”模块
        await CompletesAsync(enterprise, city, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        Assert.Contains("建筑面积 12000 ㎡", WebUtility.HtmlDecode(await portal.NationalAsync(project.Number)), StringComparison.Ordinal);

        // （3）需完善所有人员信息的：两个模块都可以
        await CompletesAsync(enterprise, city, CompletionOfPersonnel.Type, record, Sections.Personnel, OnePerson);
        await portal.ShowsAsync(record, SectionSets.Complete);
    }

    [Fact]
    public async Task 三_1_TheCountyBureau_ReadsAlong_ButTheCityConfirms()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var completion = await FilesAsync(enterprise, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        using var county = await AtWork.AsAsync(portal.Host, DemoPeople.Tang);
        Assert.False((await county.OpenAsync($"/reviews/{completion}")).Has("form.dock"));
        Assert.Equal(HttpStatusCode.Conflict, await county.ForcesAsync(await portal.FilingAsync(completion), Act.Confirm));
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(completion), Act.Confirm));
        using var otherCity = await AtWork.AsAsync(portal.Host, DemoPeople.Qian);
        await otherCity.DoesNotFindAsync(completion);
    }

    [Fact]
    public async Task 三_1_TheWrongModule_IsRefused_AndTheRightOneNamed()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        // the national platform has the drawing review already; what it lacks is the indicators
        var refused = await enterprise.TriesToStartAsync(Completion.Type, record, Sections.DrawingReview);
        Assert.True(refused.Says("部平台已有施工图审查和设计合同") && refused.Says("企业资质申报业绩指标库"), refused.Text);
    }

    [Fact]
    public async Task 三_1_WithoutItsProof_OrASecondTime_ItIsNotFiled()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var completion = await enterprise.StartsAsync(CompletionOfIndicators.Type, record);
        await enterprise.FillsInAsync(completion, Sections.Indicators, RecordStories.Indicators);
        var refused = await enterprise.SubmitsAsync(completion);
        Assert.True(refused.Says("还缺：规模指标证明"), refused.Text);
        var second = await enterprise.TriesToStartAsync(CompletionOfIndicators.Type, record);
        Assert.True(second.Says("已有一件信息完善（业绩技术指标）在办"), second.Text);
    }

    private static SectionValues OnePerson => new([RecordStories.Personnel.Rows[0]]);

    private async Task CompletesAsync(AtWork enterprise, AtWork city, ApplicationType type, Guid record, Sections section, SectionValues values)
    {
        var completion = await FilesAsync(enterprise, type, record, section, values);

        // 由项目所在地（设区市）建设主管部门审核确认后，一周内企业可在部平台查看到
        await city.DecidesAsync(completion, Act.Confirm);
        await enterprise.SeesShownAsync(completion);
        await portal.ShowsAsync(record, section);
    }

    private static async Task<Guid> FilesAsync(AtWork enterprise, ApplicationType type, Guid record, Sections section, SectionValues values)
    {
        var completion = await enterprise.StartsAsync(type, record, section);
        await enterprise.FillsInAsync(completion, section, values);
        await enterprise.UploadsMissingAsync(completion);
        var submitted = await enterprise.SubmitsAsync(completion);
        Assert.EndsWith("/submitted", submitted.Address.AbsolutePath, StringComparison.Ordinal);
        return completion;
    }
}
