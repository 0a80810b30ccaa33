using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>填报 where a type asks for more than the plain form: indicators per kind of works, several contracts, what the platforms hold.</summary>
public sealed class FormsOfTypesTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 800;

    [Fact]
    public async Task Indicators_AreThoseOfTheKindOfWorks_AndTheOthersStayOutOfTheWay()
    {
        var building = await RecordFilingAsync();
        var survey = await FilingCase.StartedAsync(office.Office, new StartFiling(OtherIndustry.Type, Sector: Sector.Survey), FilingCase.Surveyor);

        var ofBuilding = await OpenAsync(building, "sections/indicators");
        var ofSurvey = await OpenAsync(survey, "sections/indicators", DemoPeople.Gu);

        Assert.True(ofBuilding.Has(".sec [name='Indicators[0].BuildArea']"), ofBuilding.Text);
        Assert.False(ofBuilding.Has("details [name='Indicators[0].BuildArea']"), ofBuilding.Text);
        Assert.True(ofBuilding.Has("details [name='Indicators[0].Boreholes']"), ofBuilding.Text);
        Assert.False(ofSurvey.Has("details [name='Indicators[0].Boreholes']"), ofSurvey.Text);
        Assert.True(ofSurvey.Has("details [name='Indicators[0].BuildArea']"), ofSurvey.Text);
    }

    [Fact]
    public async Task WhereTheWorksGoOn_TheDatesOfWorks_AreMarkedAsOptional()
    {
        var contract = await FilingCase.StartedAsync(office.Office, new StartFiling(FirstEntry.Type));
        var survey = await FilingCase.StartedAsync(office.Office, new StartFiling(OtherIndustry.Type, Sector: Sector.Survey), FilingCase.Surveyor);
        Assert.True((await OpenAsync(contract, "sections/basic")).Has("label.opt[for='Basic-EDate']"));
        Assert.False((await OpenAsync(survey, "sections/basic", DemoPeople.Gu)).Has("label.opt[for='Basic-EDate']"));
    }

    [Fact]
    public async Task AsManyRowsAsASectionTakes_AreKept_AndOneMoreIsRefusedInWords()
    {
        var survey = await FilingCase.StartedAsync(office.Office, new StartFiling(OtherIndustry.Type, Sector: Sector.Survey), FilingCase.Surveyor);
        var form = (await OpenAsync(survey, "sections/personnel", DemoPeople.Gu)).Form("#section-form");
        var most = SectionDefinitions.Of(Sections.Personnel).MaxRows;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = form["__RequestVerificationToken"]!, ["version"] = form["version"]!, ["go"] = "next" };
        for (var row = 0; row <= most; row++)
        {
            fields[$"Personnel[{row}].UserName"] = "人员" + row;
        }

        var address = $"/applications/{survey.Id}/sections/personnel";
        using (var content = new FormUrlEncodedContent(fields))
        using (var answer = await (await office.AsAsync(DemoPeople.Gu)).Http.PostAsync(address, content))
        {
            Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        }

        var page = await OpenAsync(survey, "sections/personnel?check=true", DemoPeople.Gu);
        Assert.True(page.Says($"人员最多填 {most} 条，现在有 {most + 1} 条"), string.Join("；", page.Texts(".errsum")));
        Assert.True(page.Has($"[name='Personnel[{most}].UserName']"));
    }

    [Fact]
    public async Task AnotherIndustry_IsChosenFromTheCodeTable_AndThenAskedForItsOwnFigures()
    {
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(OtherIndustry.Type, Sector: Sector.OtherIndustry), FilingCase.Surveyor);
        var before = await OpenAsync(filing, "sections/indicators", DemoPeople.Gu);
        Assert.Equal(21, before["[name='Indicators[0].DesignIndustry']"].QuerySelectorAll("option[value]:not([value=''])").Length);
        Assert.True(before.Says("选好上面的设计行业后只列该行业的"), before.Text);
        Assert.True(before.Has("details [name='Indicators[0].SubProjectLength']"), before.Text);

        var after = await before.Form("#section-form").With("Indicators[0].DesignIndustry", "A217").SubmitAsync("保存，去下一节：人员");

        Assert.False(after.Has("details [name='Indicators[0].SubProjectLength']"), after.Text);
        Assert.True(after.Has("details [name='Indicators[0].BuildArea']"), after.Text);
    }

    [Fact]
    public async Task TheScale_IsAHintWithItsThreshold_AndTheTextIsWrittenFromTheFigures()
    {
        var filing = await RecordFilingAsync();
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);

        var page = await OpenAsync(filing, "sections/indicators");

        Assert.True(page.Says("按指标推算：小型（建筑高度 23.9 米，小于 24 米），仅供参考"), page.Text);
        Assert.Contains("建筑面积 12000 ㎡", page.Form("#section-form")["Indicators[0].TechParamInfo"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProject_GathersSeveralContracts_WithConsortiumMembers()
    {
        var project = new SampleProject(Interlocked.Increment(ref projects));
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(FirstEntry.Type));
        var form = Filled((await OpenAsync(filing, "sections/contract")).Form("#section-form"), project.Contract, 0);
        form = Filled((await form.SubmitAsync("再加一份合同")).Form("#section-form"), project.Contract, 1);
        form.With("Contract[1].ContractTypeNum", "100").With("Contract[1].UnionCorpName", "南京市测绘勘察研究院股份有限公司").With("Contract[1].UnionCorpCode", DemoPeople.Sukan.CreditCode!);
        await form.SubmitAsync();

        var check = await OpenAsync(filing, "check");
        Assert.True(check.Says("第 2 份合同"), check.Text);
        Assert.True(check.Says("南京市测绘勘察研究院股份有限公司"), check.Text);
    }

    [Fact]
    public async Task EachSection_SaysWhatThePlatformsHoldOfIt()
    {
        var filing = await RecordFilingAsync();

        var page = await OpenAsync(filing, "sections/indicators");
        Assert.Contains("省平台：没有　部平台：没有", page["section[aria-labelledby=section-title] > header .end"].TextContent, StringComparison.Ordinal);

        var blank = await OpenAsync(await FilingCase.StartedAsync(office.Office, new StartFiling(FirstEntry.Type)), "sections/basic");
        Assert.False(blank.Says("部平台："), blank.Text);
    }

    [Fact]
    public async Task QuestionSeven_EitherOfTheProofsIsEnough()
    {
        var filing = await FilingCase.StartedAsync(office.Office, new StartFiling(OtherIndustry.Type, Sector: Sector.Survey), FilingCase.Surveyor);
        Assert.True((await OpenAsync(filing, "evidence", DemoPeople.Gu)).Says("任交一种即可"));

        var page = await OpenAsync(filing, "evidence", DemoPeople.Gu);
        await page.Form($"form[action='/applications/{filing.Id}/evidence/client-quality-certificate']")
            .With("file", PerformanceRecords.Testing.Sample.Pdf("质量合格证明.pdf", "合格")).SubmitAsync();

        Assert.Equal("done", (await OpenAsync(filing, "evidence", DemoPeople.Gu))["#Evidence-expert-opinion"].ClassName);
    }

    private static Form Filled(Form form, SectionValues contract, int row)
    {
        foreach (var (key, text) in contract.Rows[0].Where(f => f.Value.Length > 0))
        {
            form.With($"Contract[{row}].{key}", key == nameof(Contract.ContractNum) ? $"{text}-{row + 1}" : text);
        }

        return form;
    }

    private async Task<FilingCase> RecordFilingAsync()
    {
        var record = await RecordStories.SupplementedAsync(office.Office, Interlocked.Increment(ref projects));
        return await FilingCase.StartedAsync(office.Office, new StartFiling(CompletionOfIndicators.Type, record));
    }

    private Task<Page> OpenAsync(FilingCase filing, string page, DemoPerson? person = null) =>
        office.OpenAsync(person ?? DemoPeople.Zhang, $"/applications/{filing.Id}/{page}");
}
