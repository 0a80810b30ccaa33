using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>四、勘察、非房建市政类业绩的录入, and 七、勘察业绩没有经过施工图审查的, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class OutOfSectorJourney(JourneyPortal portal)
{
    private static readonly SectionValues SurveyFigures = SectionValues.Of(
        ("CompanyName", DemoPeople.Sukan.Name), ("CompanyCode", DemoPeople.Sukan.CreditCode!), ("Qualification", "工程勘察专业类（岩土工程）甲级"),
        ("BDate", "2018-03-05"), ("EDate", "2018-06-02"), ("Boreholes", "120"), ("BoreholeMetres", "3600"));

    [Theory]
    [InlineData("expert-opinion")]
    [InlineData("client-quality-certificate")]
    public async Task 四_七_ASurveyWithoutDrawingReview_IsProvedByEitherPaper_ConfirmedByTheCity_AndShown(string proof)
    {
        var project = portal.NextProject();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // 四：企业在“工程勘察和非建筑、市政工程信息补录（行业外工程）”模块录入项目信息
        var survey = await enterprise.StartsAsync(OtherIndustry.Type, record: null, sector: Sector.Survey);
        await enterprise.FillsInAsync(survey, Sections.Basic, project.Basic);
        await enterprise.FillsInAsync(survey, Sections.Indicators, SurveyFigures);

        // 七：不需要经施工图审查的，需提供专家论证意见或甲方出具的质量合格证明文件
        Assert.Contains(EvidenceKind.ExpertOpinion.Title, await enterprise.MissingEvidenceAsync(survey));
        var kind = EvidenceKind.Find(proof)!;
        var form = (await enterprise.OpenAsync($"/applications/{survey}/evidence")).Form($"form[action='/applications/{survey}/evidence/{kind.Code}']");
        await form.With("file", Sample.Pdf(kind.Title + ".pdf", kind.Code)).SubmitAsync();
        Assert.DoesNotContain(EvidenceKind.ExpertOpinion.Title, await enterprise.MissingEvidenceAsync(survey));
        await enterprise.UploadsMissingAsync(survey);
        await enterprise.SubmitsAsync(survey);

        // 由项目所在地设区市建设主管部门在省平台审核确认
        var page = await city.OpenAsync($"/reviews/{survey}");
        Assert.True(page.Says(kind.Title) && page.Says("钻孔数"), page.Text);
        await city.DecidesAsync(survey, Act.Confirm);

        // 一周内企业可在部平台查看到项目信息和业绩技术指标
        await enterprise.SeesShownAsync(survey);
        var national = WebUtility.HtmlDecode(await portal.NationalAsync(project.Number));
        Assert.True(national.Contains(project.Name, StringComparison.Ordinal) && national.Contains("钻孔数 120 个", StringComparison.Ordinal), national);
    }

    [Fact]
    public async Task 四_DesignOfAnotherIndustry_SaysWhichIndustry()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var design = await enterprise.StartsAsync(OtherIndustry.Type, record: null, sector: Sector.OtherIndustry);
        await enterprise.FillsInAsync(design, Sections.Basic, portal.NextProject().Basic);
        await enterprise.FillsInAsync(design, Sections.Indicators, RecordStories.Indicators.Map((key, text) => key is "BuildArea" or "SubBuildHeight" or "PrjLevelNum" ? "" : text));
        var refused = await enterprise.SubmitsAsync(design);
        Assert.True(refused.Says("请选择设计行业") && refused.Says("房屋建筑和市政工程请换用对应的办理事项"), refused.Text);

        await enterprise.FillsInAsync(design, Sections.Basic, SectionValues.Of(("PrjTypeNum", "99"), ("PrjFunctionNum", "999")));
        await enterprise.FillsInAsync(design, Sections.Indicators, SectionValues.Of(("DesignIndustry", "A214")));
        await enterprise.FillsInAsync(design, Sections.Indicators, SectionValues.Of(("RouteClass", "高速公路"), ("RouteLength", "12.6")));
        await enterprise.UploadsMissingAsync(design);
        var submitted = await enterprise.SubmitsAsync(design);
        Assert.True(submitted.Address.AbsolutePath.EndsWith("/submitted", StringComparison.Ordinal), string.Join('；', submitted.Texts(".errsum li")));
    }

    [Fact]
    public async Task 七_WithoutEitherPaper_NothingIsFiled()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        var survey = await enterprise.StartsAsync(OtherIndustry.Type, record: null, sector: Sector.Survey);
        await enterprise.FillsInAsync(survey, Sections.Basic, portal.NextProject().Basic);
        await enterprise.FillsInAsync(survey, Sections.Indicators, SurveyFigures);
        var refused = await enterprise.SubmitsAsync(survey);
        Assert.True(refused.Says("还缺：专家论证意见 或 建设单位出具的质量合格证明"), refused.Text);
    }

    [Fact]
    public async Task 四_SurveyOrDesign_HasToBeSaidFirst_AndOnlyTheCityOfTheProjectConfirms()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        Assert.True((await enterprise.TriesToStartAsync(OtherIndustry.Type)).Says("请选择本件是“工程勘察”还是“行业外设计”"));
        var survey = await enterprise.StartsAsync(OtherIndustry.Type, record: null, sector: Sector.Survey);
        await enterprise.FillsInAsync(survey, Sections.Basic, portal.NextProject().Basic);
        await enterprise.FillsInAsync(survey, Sections.Indicators, SurveyFigures);
        await enterprise.UploadsMissingAsync(survey);
        await enterprise.SubmitsAsync(survey);

        // the enterprise is of Suzhou, the project of Nanjing
        using var suzhou = await AtWork.AsAsync(portal.Host, DemoPeople.Qian);
        await suzhou.DoesNotFindAsync(survey);
        using var province = await AtWork.AsAsync(portal.Host, DemoPeople.Chen);
        Assert.Equal(HttpStatusCode.Conflict, await province.ForcesAsync(await portal.FilingAsync(survey), Act.Confirm));
    }

    [Fact]
    public async Task 四_TheSameProject_IsNotFiledASecondTime_WhileTheFirstIsUnderWay()
    {
        var project = portal.NextProject();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        var first = await FilesAsync();
        Assert.EndsWith("/submitted", first.Address.AbsolutePath, StringComparison.Ordinal);
        var second = await FilesAsync();
        Assert.True(second.Says("这个项目已有一件行业外工程补录在办（BL-"), second.Text);

        async Task<Page> FilesAsync()
        {
            var survey = await enterprise.StartsAsync(OtherIndustry.Type, record: null, sector: Sector.Survey);
            await enterprise.FillsInAsync(survey, Sections.Basic, project.Basic);
            await enterprise.FillsInAsync(survey, Sections.Indicators, SurveyFigures);
            await enterprise.UploadsMissingAsync(survey);
            return await enterprise.SubmitsAsync(survey);
        }
    }
}
