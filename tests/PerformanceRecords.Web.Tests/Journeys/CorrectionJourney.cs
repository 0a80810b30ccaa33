using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>三.2 部平台有各个环节信息，但部分信息缺失或错误的修正勘误, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class CorrectionJourney(JourneyPortal portal)
{
    [Fact]
    public async Task AWrongFact_IsCorrectedThroughCityProvinceAndMinistry_AndShownNationally()
    {
        var record = await portal.CompleteAsync();
        var before = await portal.ReadAsync(record);
        var correction = await AtMinistryAsync(record, "188");

        // （4）住建部审核通过后进行修正勘误
        using var ministry = await AtWork.AsAsync(portal.Host, DemoPeople.He);
        await ministry.FindsInQueueAsync(before.ProjectName);
        await ministry.PressesAsync(correction, "审核通过", "同意修正。");

        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        await enterprise.SeesShownAsync(correction);
        var after = await portal.ReadAsync(record);
        Assert.Equal("188", after[Sections.Contract]!.Values["ContractMoney"]);
        Assert.Equal(before[Sections.Basic]!.Revision, after[Sections.Basic]!.Revision);
        Assert.Contains("188", await portal.NationalAsync(after.ProjectNumber), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheMinistryAnswersByPost_TheProvinceWritesItDown_WithItsScan()
    {
        var record = await portal.CompleteAsync();
        var correction = await AtMinistryAsync(record, "189");
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);

        var page = (await province.OpenAsync($"/reviews/{correction}")).FormWith("登记：审核通过");
        var refused = await page.With("DocumentNumber", "建市函〔2026〕35号").SubmitAsync("登记：审核通过");
        Assert.True(refused.Says("请上传住建部书面答复的扫描件。"), refused.Text);
        await refused.FormWith("登记：审核通过").With("Scan", Sample.Pdf("复函.pdf", "Reply")).SubmitAsync("登记：审核通过");

        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var shown = await enterprise.SeesShownAsync(correction);
        Assert.True(shown.Says("住建部审核通过（书面答复，省厅登记）"), shown.Text);
        await portal.ShowsAsync(record, Sections.Contract);
    }

    [Fact]
    public async Task TheMinistryMayAskTheProvince_AndTheProvinceTheCity_BeforeItGoesOn()
    {
        var correction = await AtMinistryAsync(await portal.CompleteAsync(), "190");
        using var ministry = await AtWork.AsAsync(portal.Host, DemoPeople.He);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        await ministry.DecidesAsync(correction, Act.SendBack, "请核对补充协议。");
        Assert.True((await province.OpenAsync($"/reviews/{correction}")).Says("请核对补充协议。"));
        await province.DecidesAsync(correction, Act.SendBack, "请市级核对补充协议原件。");
        Assert.Contains(Act.Verify.Chinese(), (await city.OpenAsync($"/reviews/{correction}")).Buttons);
    }

    [Fact]
    public async Task WithoutAChange_AReasonOrAProof_NothingIsFiled()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var correction = await enterprise.StartsAsync(Correction.Type, await portal.CompleteAsync(), Sections.Contract);
        Assert.True((await enterprise.SubmitsAsync(correction)).Says("还没有改动任何内容"));
        await enterprise.FillsInAsync(correction, Sections.Contract, SectionValues.Of(("ContractMoney", "200")));
        var refused = await enterprise.SubmitsAsync(correction);
        Assert.True(refused.Says("为什么要改") && refused.Says("选择一份修正依据") && refused.Says("还缺：修正依据"), refused.Text);
        Assert.Equal(Stage.Draft, (await portal.FilingAsync(correction)).Stage);
    }

    [Fact]
    public async Task WhatIsNotShownCompletely_IsLedToTheRightModule_AndASecondFilingToTheFirst()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var astray = await enterprise.TriesToStartAsync(Correction.Type, await portal.SupplementedAsync(), Sections.Contract);
        Assert.True(astray.Says("部平台还缺环节，先办理信息完善") && astray.Says("企业资质申报业绩指标库"), astray.Text);

        var record = await portal.CompleteAsync();
        await enterprise.StartsAsync(Correction.Type, record, Sections.Contract);
        var second = await enterprise.TriesToStartAsync(Correction.Type, record, Sections.DrawingReview);
        Assert.True(second.Says("已有一件修正勘误在办"), second.Text);
    }

    [Fact]
    public async Task NobodyDecidesOutOfTurn()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var ministry = await AtWork.AsAsync(portal.Host, DemoPeople.He);
        var correction = await FilesAsync(enterprise, await portal.CompleteAsync(), "191");

        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(correction), Act.Verify));
        Assert.Equal(HttpStatusCode.Conflict, await city.ForcesAsync(await portal.FilingAsync(correction), Act.Confirm));
        Assert.Equal(HttpStatusCode.NotFound, await ministry.ForcesAsync(await portal.FilingAsync(correction), Act.Confirm));
        await city.DecidesAsync(correction, Act.Verify);
        var letter = await city.DraftsLetterAsync(correction);
        Assert.DoesNotContain("签发", (await city.OpenAsync(letter)).Buttons);
        Assert.Equal(Stage.CityLetter, (await portal.FilingAsync(correction)).Stage);
    }

    [Fact]
    public async Task WhereTheRecordMovedMeanwhile_TheEnterpriseConfirmsAgain_BeforeItGoesOn()
    {
        var record = await portal.CompleteAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        var correction = await FilesAsync(enterprise, record, "192");
        await using (var db = portal.Host.OpenDatabase())
        {
            var held = db.Records.Single(r => r.Id == record);
            await db.Entry(held).Collection(r => r.Sections).LoadAsync();
            var values = held[Sections.Contract]!.Values.Map((key, text) => key == "PrjHead" ? "王堃" : text);
            db.RecordRevisions.Add(held.Land(Sections.Contract, values, correction, "别的申报", DateTime.UtcNow)!);
            await db.SaveChangesAsync();
        }

        Assert.True((await city.OpenAsync($"/reviews/{correction}")).Has("#moved"));
        await city.DecidesAsync(correction, Act.Return, "业绩库有变化，请重新确认。");
        await (await enterprise.OpenAsync($"/applications/{correction}/changes")).FormWith("按现在的内容重新确认").SubmitAsync();
        await enterprise.SubmitsAsync(correction);
        await city.DecidesAsync(correction, Act.Verify);
        Assert.Equal(Stage.CityLetter, (await portal.FilingAsync(correction)).Stage);
    }

    private static async Task<Guid> FilesAsync(AtWork enterprise, Guid record, string amount)
    {
        var correction = await enterprise.StartsAsync(Correction.Type, record, Sections.Contract);
        await enterprise.FillsInAsync(correction, Sections.Contract, SectionValues.Of(("ContractMoney", amount)));
        await enterprise.UploadsMissingAsync(correction);
        await enterprise.GivesReasonsAsync(correction, "补充协议调整了金额", EvidenceKind.CorrectionProof);
        var submitted = await enterprise.SubmitsAsync(correction);
        Assert.EndsWith("/submitted", submitted.Address.AbsolutePath, StringComparison.Ordinal);
        return correction;
    }

    private async Task<Guid> AtMinistryAsync(Guid record, string amount)
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        using var citySigner = await AtWork.AsAsync(portal.Host, DemoPeople.Li);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var provinceSigner = await AtWork.AsAsync(portal.Host, DemoPeople.Zhou);

        // （1）企业向项目所在地设区市建设主管部门提出申请并提供相关佐证材料
        var correction = await FilesAsync(enterprise, record, amount);

        // （2）设区市审核无误后，向省厅提出书面申请
        await city.DecidesAsync(correction, Act.Verify, "改动属实。");
        await citySigner.SignsAsync(await city.DraftsLetterAsync(correction));

        // （3）省厅核实无误后，向住建部提出书面申请
        await province.DecidesAsync(correction, Act.Verify, "核实无误。");
        await provinceSigner.SignsAsync(await province.DraftsLetterAsync(correction));
        Assert.Equal(Stage.MinistryReview, (await portal.FilingAsync(correction)).Stage);
        return correction;
    }
}
