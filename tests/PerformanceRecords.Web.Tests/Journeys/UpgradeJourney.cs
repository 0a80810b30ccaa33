using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>五、勘察设计业绩的升级如何操作, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class UpgradeJourney(JourneyPortal portal)
{
    [Fact]
    public async Task TheDrawingReview_IsRaisedToB_OnTheProvincesWrittenConfirmation()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        using var citySigner = await AtWork.AsAsync(portal.Host, DemoPeople.Li);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var provinceSigner = await AtWork.AsAsync(portal.Host, DemoPeople.Zhou);

        // 1（1）提供部平台中需升级的施工图审查信息截图及主要图纸
        var upgrade = await enterprise.StartsAsync(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B);
        Assert.Equal(["部平台截图", "主要图纸"], await enterprise.MissingEvidenceAsync(upgrade));
        await enterprise.UploadsMissingAsync(upgrade);
        await enterprise.SubmitsAsync(upgrade);

        // 2、设区市审核无误后，向省厅提出书面业绩确认申请函和以上材料
        var page = await city.OpenAsync($"/reviews/{upgrade}");
        Assert.True(page.Says("从哪一级升到哪一级") && page.Says("升到 B 级") && page.Says("随之升到 B 级"), page.Text);
        await city.DecidesAsync(upgrade, Act.Verify);
        await citySigner.SignsAsync(await city.DraftsLetterAsync(upgrade));

        // 3、省厅审核无误后推送至部平台
        await province.DecidesAsync(upgrade, Act.Verify);
        Assert.Equal("", await GradeAsync(record, DataGrade.B));
        var confirmation = await province.DraftsLetterAsync(upgrade);
        page = await provinceSigner.OpenAsync(confirmation);
        Assert.True(page.Says("签发即确认业绩并推送，不能收回"), page.Text);
        await provinceSigner.SignsAsync(confirmation);
        await portal.ShowsAsync(record, Sections.DrawingReview, DataGrade.B);
        await enterprise.SeesShownAsync(upgrade);
    }

    [Fact]
    public async Task BasicInformation_IsLedToTheSectionThatCarriesIt()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        // 1（3）房建市政类项目可通过申请施工图审查信息数据等级升级实现
        var upgrade = await portal.FilingAsync(await enterprise.StartsAsync(Upgrade.Type, record, Sections.Basic, DataGrade.A));
        Assert.Equal((Sections.DrawingReview, DataGrade.A), (upgrade.Asked, upgrade.AskedGrade!.Value));
    }

    [Theory]
    [InlineData(-1500, true)]
    [InlineData(700, false)]
    public async Task AProjectFromBefore2016_AlsoNeedsTheCertificateOfItsDrawingReview(int number, bool needed)
    {
        var record = await portal.SupplementedAsync(number);
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var upgrade = await enterprise.StartsAsync(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B);
        Assert.Equal(needed, (await enterprise.MissingEvidenceAsync(upgrade)).Contains(EvidenceKind.DrawingReviewCertificate.Title));
        var refused = await enterprise.SubmitsAsync(upgrade);
        Assert.Equal(needed, refused.Says("还缺：施工图审查合格书"));
        Assert.True(refused.Says("还缺：部平台截图") && refused.Says("还缺：主要图纸"), refused.Text);
    }

    [Fact]
    public async Task Indicators_AreRaisedOnAScreenshotAlone_OnceThePlatformShowsThem()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var early = await enterprise.TriesToStartAsync(Upgrade.Type, record, Sections.Indicators, DataGrade.B);
        Assert.True(early.Says("部平台还没有显示业绩技术指标"), early.Text);

        await RecordStories.CompletedAsync(portal.Office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        await portal.ShowsAsync(record, Sections.Indicators);
        // 1（2）提供部平台中需升级的业绩技术指标环节数据截图
        var upgrade = await enterprise.StartsAsync(Upgrade.Type, record, Sections.Indicators, DataGrade.B);
        Assert.Equal(["部平台截图"], await enterprise.MissingEvidenceAsync(upgrade));
        var second = await enterprise.TriesToStartAsync(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B);
        Assert.True(second.Says("已有一件数据等级升级在办"), second.Text);
    }

    [Fact]
    public async Task NobodyRaisesAGradeOutOfTurn()
    {
        var record = await portal.SupplementedAsync();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        using var ministry = await AtWork.AsAsync(portal.Host, DemoPeople.He);
        var upgrade = await enterprise.StartsAsync(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B);
        await enterprise.UploadsMissingAsync(upgrade);
        await enterprise.SubmitsAsync(upgrade);

        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(upgrade), Act.Verify));
        Assert.Equal(HttpStatusCode.NotFound, await ministry.ForcesAsync(await portal.FilingAsync(upgrade), Act.Confirm));
        await city.DecidesAsync(upgrade, Act.Verify);
        Assert.Equal(HttpStatusCode.Conflict, await city.ForcesAsync(await portal.FilingAsync(upgrade), Act.Confirm));
        Assert.Equal("", await GradeAsync(record, DataGrade.B));
    }

    private async Task<string> GradeAsync(Guid record, DataGrade grade)
    {
        var held = await portal.ReadAsync(record);
        return string.Join('、', held.Sections.Where(s => s.Grade == grade || s.ShownGrade == grade).Select(s => s.Section));
    }
}
