using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Advisor;

/// <summary>What the national platform shows decides the way for projects this portal has never heard of.</summary>
public sealed class NationalAnswerTests : IAsyncLifetime
{
    private static readonly SampleProject Known = new(901);
    private static readonly SampleProject Silent = new(902);
    private static readonly SampleProject Shared = new(903);
    private static readonly SampleProject Complete = new(904);
    private PortalHost? portal;
    private Visitor? zhang;

    [Fact]
    public async Task AProjectOnlyTheNationalPlatformHas_IsCompletedWithoutARecord()
    {
        var page = await OpenAsync($"/guide?key={Known.Number}&wish=Complete");
        Assert.True(page.Says("省平台：无记录"), page.Text);
        Assert.True(page.Says("部平台：显示 基本信息 C级"), page.Text);
        page = await page.Form("#guide-form").With("completed", "yes").SubmitAsync();
        Assert.Equal(["信息完善（施工图审查、设计合同）"], page.Texts("#answer .name"));
        Assert.True(page.Says("接着办 信息完善（业绩技术指标）、信息完善（人员）"), page.Text);

        var started = await page.FormWith("开始办理").SubmitAsync();

        Assert.EndsWith("/sections/basic", started.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal((Known.Number, Known.Name), (started.Form("#section-form")["Basic.PrjNum"], started.Form("#section-form")["Basic.PrjName"]));
        var scope = await OpenAsync(started.Address.AbsolutePath.Replace("sections/basic", "scope", StringComparison.Ordinal));
        Assert.Contains("施工图审查没有没有 补上", scope.Texts("table.holdings tbody tr"));
    }

    [Fact]
    public async Task WhereOnlyTheSurveyorsContractIsShown_TheDesignContractIsStillMissing()
    {
        var page = await OpenAsync($"/guide?key={Shared.Number}&of={Shared.Number}&wish=Complete&completed=yes");
        Assert.Equal(["信息完善（施工图审查、设计合同）"], page.Texts("#answer .name"));
        Assert.Contains("推送部平台，可查合同信息", page[".path li:last-child"].TextContent, StringComparison.Ordinal);

        using var surveyor = await portal!.SignedInAsync(DemoPeople.Gu);
        page = await surveyor.OpenAsync($"/guide?key={Shared.Number}&of={Shared.Number}&wish=Complete&completed=yes");
        Assert.Equal(["信息完善（业绩技术指标）"], page.Texts("#answer .name"));
    }

    [Fact]
    public async Task ASupplementOfAProjectThatIsShown_IsNotTaken_AndTheRightModuleIsNamed()
    {
        var section = await (await OpenAsync("/applications/new/supplement")).FormWith("开始业绩补录申请").SubmitAsync();
        var form = section.Form("#section-form");
        foreach (var (key, text) in Known.Basic.Rows[0].Where(f => f.Value.Length > 0))
        {
            form.With($"Basic.{key}", text);
        }

        await form.SubmitAsync();
        var check = await OpenAsync(section.Address.AbsolutePath.Replace("sections/basic", "check", StringComparison.Ordinal));
        Assert.False(check.Says("部平台已有这个项目"), check.Text);

        var refused = await check.Form("form[action$='/submit']").With("promise", "true").SubmitAsync();

        Assert.True(refused.Says("部平台已有这个项目，不能办理业绩补录。请在“工程项目信息勘误（完善）”办理"), refused.Text);
        Assert.True(refused.Has("a[href*='/guide?key=']"), refused.Text);
    }

    [Fact]
    public async Task WhatOthersBroughtCompletely_IsNotCorrectedHere_AndThePageSaysWhatIsLeftToDo()
    {
        var start = await OpenAsync($"/applications/new/correction?key={Complete.Number}");
        var refused = await start.FormWith("开始修正勘误申请").With("asked", "Contract").SubmitAsync();
        Assert.True(refused.Says("本单位在省平台还没有这个项目的业绩记录，不能办理修正勘误。部平台上的内容不是经本单位在本门户的申报推送的，请向项目所在地设区市建设主管部门书面提出"), refused.Text);

        var guide = await OpenAsync(refused.Document.QuerySelector("a[href*='/guide?key=']")!.GetAttribute("href")! + "&completed=yes");
        Assert.True(guide.Says("怎么办") && guide.Says("看这个项目是不是登记在别的编号或名称下"), guide.Text);
        Assert.True(guide.Has("#answer a[href='/records']") && guide.Has($"#answer a[href='/guide?key={Complete.Number}&wish=Complete']"), guide.Text);
    }

    [Fact]
    public async Task APlatformThatDoesNotAnswer_HoldsNobodyUp()
    {
        var page = await OpenAsync($"/guide?key={Silent.Number}&wish=Enter");

        Assert.True(page.Says("部平台：暂时没有答复"), page.Text);
        Assert.True(page.Has("[name=national]"), page.Text);
    }

    public async Task InitializeAsync()
    {
        portal = await PortalHost.StartAsync(new() { Services = services => services.Replace(ServiceDescriptor.Singleton<INationalPlatform>(new Platform())) });
        zhang = await portal.SignedInAsync(DemoPeople.Zhang);
    }

    public async Task DisposeAsync()
    {
        zhang!.Dispose();
        await portal!.DisposeAsync();
    }

    private Task<Page> OpenAsync(string address) => zhang!.OpenAsync(address);

    // the edge: shows one project's basic information, of another also the contract of the survey, everything of one, and never answers about another
    private sealed class Platform : INationalPlatform
    {
        public async Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default)
        {
            if (projectNumber == Silent.Number)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            NationalPart[] shown = projectNumber == Known.Number ? [new(Sections.Basic, DataGrade.C, [])]
                : projectNumber == Shared.Number ? [new(Sections.Basic, DataGrade.C, []), new(Sections.DrawingReview, DataGrade.C, []), new(Sections.Contract, DataGrade.A, [DemoPeople.Sukan.CreditCode!])]
                : projectNumber == Complete.Number ? [.. SectionSets.Complete.Each().Select(section => new NationalPart(section, DataGrade.C, []))]
                : [];
            return new NationalAnswer(true, shown.Length > 0 ? Known.Name : null, shown, DateTime.UtcNow);
        }
    }
}
