using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>二.1 房建市政类业绩在部平台和省平台均无信息，如何补录, lived through over HTTP.</summary>
public sealed class SupplementJourney(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private readonly PortalHost host = portal.Host;

    [Fact]
    public async Task AProjectNoPlatformKnows_IsSupplemented_UntilTheNationalPlatformShowsIt()
    {
        var project = new SampleProject(1);
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(host, DemoPeople.Wang);
        using var signer = await AtWork.AsAsync(host, DemoPeople.Li);
        using var province = await AtWork.AsAsync(host, DemoPeople.Chen);

        // （1）企业向项目所在地设区市建设主管部门提出申请并提供相关佐证材料
        var supplement = await AppliesAsync(enterprise, project);

        // （2）设区市核实无误后，向省厅提出书面申请
        await city.FindsInQueueAsync(project.Name);
        await city.DecidesAsync(supplement, Act.Verify, "材料属实");
        var letter = await city.DraftsLetterAsync(supplement);
        Assert.False((await city.OpenAsync(letter)).Buttons.Contains("签发"), "the drafter never sees the sign-off");
        var signed = await signer.SignsAsync(letter);
        Assert.Matches("宁建设函〔20[0-9]{2}〕[0-9]+号", signed.Text);

        // （3）省厅对企业开通省平台补录端口
        await province.FindsInQueueAsync(project.Name);
        await province.DecidesAsync(supplement, Act.OpenPort);

        // （4）企业登录“工程项目信息补录”模块，填报项目信息，上传相关佐证材料
        await FillsInTheRecordAsync(enterprise, supplement, project);

        // （5）项目所在地建设主管部门审核确认
        await city.DecidesAsync(supplement, Act.Confirm);

        // 一周内企业可在全国平台查看到基本信息、合同信息和施工图审查信息
        var shown = await EventuallyAsync(
            () => enterprise.OpenAsync($"/applications/{supplement}"),
            page => page.Has(".facts") && page.Texts(".facts dd").Any(d => d.EndsWith('起')));
        Assert.Contains("审核完成", shown.Text);
        using var outside = new HttpClient { BaseAddress = host.Sandbox.Address };
        Assert.Contains(project.Name, await outside.GetStringAsync(new Uri("?q=" + project.Number, UriKind.Relative)));
    }

    [Fact]
    public async Task AReturnedApplication_IsAmended_AndGoesOnWhereItWasAsked()
    {
        var project = new SampleProject(2);
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(host, DemoPeople.Wang);
        var supplement = await AppliesAsync(enterprise, project);

        await city.DecidesAsync(supplement, Act.Return, "总投资与立项批复不一致，请核对。");
        Assert.True((await enterprise.OpenAsync($"/applications/{supplement}")).Says("总投资与立项批复不一致，请核对。"));
        await enterprise.FillsInAsync(supplement, Sections.Basic, SectionValues.Of((nameof(BasicInfo.AllInvest), "9100")));
        await enterprise.SubmitsAsync(supplement);

        Assert.Contains(Act.Verify.Chinese(), (await city.OpenAsync($"/reviews/{supplement}")).Buttons);
    }

    [Fact]
    public async Task AnotherCityAndAnotherEnterprise_FindNothing()
    {
        var project = new SampleProject(3);
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        var supplement = await AppliesAsync(enterprise, project);

        using var otherCity = await AtWork.AsAsync(host, DemoPeople.Qian);
        await otherCity.DoesNotFindAsync(supplement);
        Assert.False((await otherCity.OpenAsync("/reviews?q=" + Uri.EscapeDataString(project.Name))).Says(project.Number));
        using var otherEnterprise = await AtWork.AsAsync(host, DemoPeople.Gu);
        Assert.Equal(HttpStatusCode.NotFound, (await otherEnterprise.OpenAsync($"/applications/{supplement}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await otherEnterprise.OpenAsync($"/applications/{supplement}/evidence")).Status);
    }

    [Fact]
    public async Task AStepOutOfTurn_IsNoPage_ForAnybody()
    {
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(host, DemoPeople.Wang);
        using var province = await AtWork.AsAsync(host, DemoPeople.Chen);
        var supplement = await AppliesAsync(enterprise, new SampleProject(4));

        Assert.DoesNotContain(Act.Confirm.Chinese(), (await city.OpenAsync($"/reviews/{supplement}")).Buttons);
        Assert.DoesNotContain(Act.OpenPort.Chinese(), (await province.OpenAsync($"/reviews/{supplement}")).Buttons);
        var section = await enterprise.OpenAsync($"/applications/{supplement}/sections/contract");
        Assert.NotEqual(HttpStatusCode.OK, section.Status); // not before the port is open
    }

    [Fact]
    public async Task AStalePage_TellsWhatTookEffect_AndKeepsWhatWasWritten()
    {
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        using var city = await AtWork.AsAsync(host, DemoPeople.Wang);
        using var colleague = await AtWork.AsAsync(host, DemoPeople.Li);
        var supplement = await AppliesAsync(enterprise, new SampleProject(5));

        var open = (await colleague.OpenAsync($"/reviews/{supplement}")).FormWith(Act.Return.Chinese()).With("Opinion", "请补充立项批复。");
        await city.DecidesAsync(supplement, Act.Verify);
        var stale = await open.SubmitAsync(Act.Return.Chinese());

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.True(stale.Says("王珺"), stale.Text);
        Assert.True(stale.Says("请补充立项批复。") || stale.Document.QuerySelector("textarea")?.TextContent.Contains("请补充立项批复。", StringComparison.Ordinal) == true, stale.Text);
    }

    [Fact]
    public async Task AFileOfTheWrongKind_IsRefused_WithTheKindsAndTheRemedy()
    {
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        var supplement = await enterprise.StartsAsync(Supplement.Type);
        var page = await enterprise.UploadsAsync(supplement, EvidenceKind.Contract, Sample.WordNamedPdf());
        Assert.True(page.Says("Word 文档") && page.Says("PDF、OFD、JPG、PNG"), page.Text);
    }

    [Fact]
    public async Task WithSomethingMissing_TheSubmissionSaysEverythingAtOnce()
    {
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        var supplement = await enterprise.StartsAsync(Supplement.Type);
        await enterprise.FillsInAsync(supplement, Sections.Basic, SectionValues.Of((nameof(BasicInfo.PrjName), "只有名称"), (nameof(BasicInfo.AllInvest), "9,32o")));
        var page = await enterprise.SubmitsAsync(supplement);
        Assert.True(page.Says("总投资") && page.Says("还缺：竣工验收证明"), page.Text);
        Assert.Equal("9,32o", (await enterprise.OpenAsync($"/applications/{supplement}/sections/basic")).Form("#section-form")["Basic.AllInvest"]);
    }

    [Fact]
    public async Task AProjectUnderWay_IsNotSupplementedASecondTime()
    {
        using var enterprise = await AtWork.AsAsync(host, DemoPeople.Zhang);
        var project = new SampleProject(8);
        await AppliesAsync(enterprise, project);
        var second = await enterprise.StartsAsync(Supplement.Type);
        await enterprise.FillsInAsync(second, Sections.Basic, project.Basic);
        await enterprise.UploadsAllAsync(second, Supplement.Type.PlanAt(Stage.Draft));
        var refused = await enterprise.SubmitsAsync(second);
        Assert.True(refused.Says("这个项目已有一件业绩补录在办（BL-"), refused.Text);
    }

    private static async Task<Guid> AppliesAsync(AtWork enterprise, SampleProject project)
    {
        var supplement = await enterprise.StartsAsync(Supplement.Type);
        await enterprise.FillsInAsync(supplement, Sections.Basic, project.Basic);
        await enterprise.UploadsAllAsync(supplement, Supplement.Type.PlanAt(Stage.Draft));
        var submitted = await enterprise.SubmitsAsync(supplement);
        Assert.Matches("BL-320100-20[0-9]{2}-[0-9]{6}", submitted.Text);
        return supplement;
    }

    private static async Task FillsInTheRecordAsync(AtWork enterprise, Guid supplement, SampleProject project)
    {
        await enterprise.FillsInAsync(supplement, Sections.Contract, project.Contract);
        await enterprise.FillsInAsync(supplement, Sections.DrawingReview, project.DrawingReview);
        await enterprise.FillsInAsync(supplement, Sections.Acceptance, project.Acceptance);
        await enterprise.SubmitsAsync(supplement);
    }

    private static async Task<Page> EventuallyAsync(Func<Task<Page>> look, Func<Page, bool> holds)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            var page = await look();
            if (holds(page))
            {
                return page;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException((await look()).Text);
    }
}
