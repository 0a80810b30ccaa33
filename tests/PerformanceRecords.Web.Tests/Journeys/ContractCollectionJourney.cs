using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Tests.Features.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>一、房建市政类业绩信息初次录入如何操作, lived through over HTTP.</summary>
[Collection(Journeys.Name)]
public sealed class ContractCollectionJourney(JourneyPortal portal)
{
    [Fact]
    public async Task ARegisteredContract_WaitsForItsPermit_AndThenGoesOutWithoutAClick()
    {
        var project = portal.NextProject();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);

        // 相关企业在合同签订后，可在省平台的“合同归集系统”中录入相关信息
        var contract = await RegistersAsync(enterprise, project);
        Assert.True((await enterprise.OpenAsync($"/applications/{contract}")).Says("等待施工许可"));
        Assert.True((await city.OpenAsync($"/reviews/{contract}")).Says("合同已登记，等待施工许可证"));
        Assert.Equal("", await portal.NationalAsync(project.Number));

        // 待项目办理施工许可证后
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(project));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, answer.GetProperty("matched").GetInt32());

        // 省平台将项目基本信息和合同信息自动推送到部平台
        await enterprise.SeesShownAsync(contract);
        var national = await portal.NationalAsync(project.Number);
        Assert.Contains(project.Name, national, StringComparison.Ordinal);
        Assert.Contains(project.Contract["ContractNum"], national, StringComparison.Ordinal);
        Assert.True((await city.OpenAsync($"/reviews/{contract}")).Says("项目编号相同"));

        // nobody reviewed it, and nothing says so
        var record = (await portal.FilingAsync(contract)).RecordId;
        Assert.Contains("市核实不需要", (await enterprise.OpenAsync($"/records/{record}")).Texts(".stamps li"));
    }

    [Fact]
    public async Task SurveyAndDesignOfOneProject_AreBothReleasedByOnePermit()
    {
        var project = portal.NextProject();
        using var designer = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        using var surveyor = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        var design = await RegistersAsync(designer, project);
        var survey = await RegistersAsync(surveyor, project);

        var (_, answer) = await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(project));
        Assert.Equal(2, answer.GetProperty("results")[0].GetProperty("released").GetInt32());
        await designer.SeesShownAsync(design);
        await surveyor.SeesShownAsync(survey);
    }

    [Fact]
    public async Task APermitThatCameFirst_IsTakenWhenTheContractIsRegistered()
    {
        var project = portal.NextProject();
        await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(project));
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var contract = await RegistersAsync(enterprise, project);
        Assert.Equal(Stage.Completed, (await portal.FilingAsync(contract)).Stage);
        await enterprise.SeesShownAsync(contract);
    }

    [Fact]
    public async Task WithoutTheContract_NothingIsRegistered()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var contract = await enterprise.StartsAsync(FirstEntry.Type, record: null);
        await enterprise.FillsInAsync(contract, Sections.Basic, PermitStories.BasicOf(portal.NextProject()));
        var refused = await enterprise.SubmitsAsync(contract);
        Assert.True(refused.Says("还缺：勘察、设计合同") && refused.Says("“合同信息”还没有填写"), refused.Text);
        Assert.Equal(Stage.Draft, (await portal.FilingAsync(contract)).Stage);
    }

    [Fact]
    public async Task NobodyConfirmsIt_AndNobodyElseSeesIt()
    {
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var contract = await RegistersAsync(enterprise, portal.NextProject());
        using var city = await AtWork.AsAsync(portal.Host, DemoPeople.Wang);
        Assert.False((await city.OpenAsync($"/reviews/{contract}")).Has("form.dock"));
        Assert.Equal(HttpStatusCode.Conflict, await city.ForcesAsync(await portal.FilingAsync(contract), Act.Confirm));
        using var otherCity = await AtWork.AsAsync(portal.Host, DemoPeople.Qian);
        await otherCity.DoesNotFindAsync(contract);
        using var otherEnterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Gu);
        Assert.Equal(HttpStatusCode.NotFound, (await otherEnterprise.OpenAsync($"/applications/{contract}")).Status);
    }

    [Fact]
    public async Task TheSameContract_IsNotRegisteredTwice_ButTheOtherContractOfTheProjectIs()
    {
        var project = portal.NextProject();
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var first = await portal.FilingAsync(await RegistersAsync(enterprise, project));

        var second = await enterprise.StartsAsync(FirstEntry.Type, record: null);
        await enterprise.FillsInAsync(second, Sections.Basic, PermitStories.BasicOf(project));
        await enterprise.FillsInAsync(second, Sections.Contract, project.Contract);
        await enterprise.UploadsMissingAsync(second);
        var refused = await enterprise.SubmitsAsync(second);
        Assert.True(refused.Says($"同一份合同已经登记过（{first.Number}，等待施工许可）"), refused.Text);
        Assert.True(refused.Says("疑似重复"), refused.Text);

        await enterprise.FillsInAsync(second, Sections.Contract, SectionValues.Of(("ContractNum", "HY-KC-" + project.Number), ("ContractTypeNum", "100")));
        var submitted = await enterprise.SubmitsAsync(second);
        Assert.EndsWith("/submitted", submitted.Address.AbsolutePath, StringComparison.Ordinal);
        var (_, answer) = await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(project));
        Assert.Equal(2, answer.GetProperty("results")[0].GetProperty("released").GetInt32());
    }

    [Fact]
    public async Task AProjectTheEnterpriseHasARecordOf_IsNotRegisteredAgain_AndTheMessageNamesTheRightModule()
    {
        var record = await portal.ReadAsync(await portal.SupplementedAsync());
        using var enterprise = await AtWork.AsAsync(portal.Host, DemoPeople.Zhang);
        var contract = await enterprise.StartsAsync(FirstEntry.Type, record: null);
        await enterprise.FillsInAsync(contract, Sections.Basic, record[Sections.Basic]!.Values.Map((key, text) => key is "BDate" or "EDate" ? "" : text));
        await enterprise.FillsInAsync(contract, Sections.Contract, record[Sections.Contract]!.Values);
        await enterprise.UploadsMissingAsync(contract);
        var refused = await enterprise.SubmitsAsync(contract);
        Assert.True(refused.Says("本单位已有这个项目的记录") && refused.Says("企业资质申报业绩指标库"), refused.Text);
    }

    private static async Task<Guid> RegistersAsync(AtWork enterprise, SampleProject project)
    {
        var contract = await enterprise.StartsAsync(FirstEntry.Type, record: null);
        await enterprise.FillsInAsync(contract, Sections.Basic, PermitStories.BasicOf(project));
        await enterprise.FillsInAsync(contract, Sections.Contract, project.Contract);
        await enterprise.UploadsMissingAsync(contract);
        var submitted = await enterprise.SubmitsAsync(contract);
        Assert.False(submitted.Has(".errsum"), submitted.Text);
        return contract;
    }
}
