using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Seeding;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Filing;

/// <summary>The other answers of the source text, each lived through by the services.</summary>
public sealed class OtherTypesTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Office office = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Engine.Sqlite);
        office = await Office.OpenAsync(database);
    }

    public async Task DisposeAsync()
    {
        await office.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task 三_1_ACompletion_PushesTheSectionsItNames()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var filing = await RecordStories.CompletedAsync(office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        Assert.Equal([Sections.Indicators], (await PushedAsync(filing.Id)).Select(m => m.Section));
        Assert.Contains("建筑面积 12000 ㎡", (await PushedAsync(filing.Id))[0].Content["TechParamInfo"]);
    }

    [Fact]
    public async Task 三_1_WhatTheNationalPlatformAlreadyShows_IsNotCompleted_AndTheMessageNamesTheRightModule()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var filing = await FilingCase.StartedAsync(office, new StartFiling(Completion.Type, record, Sections.DrawingReview));
        await filing.ProvenAsync();
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, FilingCase.Filer));
        Assert.Equal("route-national", Assert.Single(refused.Breaches).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task 四_七_Survey_IsConfirmedByTheCity_WithEitherProofOfQuality(bool byExperts)
    {
        var filing = await SurveyAsync(Sector.Survey);
        Assert.Contains((await filing.StateAsync()).EvidenceItems, i => i.Missing && i.Rule.AnyOf.Contains(EvidenceKind.ExpertOpinion));
        await filing.UploadedAsync(byExperts ? EvidenceKind.ExpertOpinion : EvidenceKind.ClientQualityCertificate);
        await filing.ProvenAsync();
        await filing.SubmittedAsync();
        await filing.TakenAsync(Act.Confirm, FilingCase.City);
        Assert.Equal([Sections.Basic, Sections.Indicators], (await PushedAsync(filing.Id)).Select(m => m.Section));
        Assert.Equal(Sector.Survey, (await filing.ReadAsync()).Sector);
    }

    [Fact]
    public async Task 四_WhetherSurveyOrDesign_HasToBeSaid()
    {
        var filing = await SurveyAsync(null);
        await filing.ProvenAsync();
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, filing.Owner));
        Assert.Contains(refused.Breaches, b => b.Code == "sector-choice");
        await office.DoAsync<FilingDesk>(async desk => Assert.Empty(await desk.AskAsync(filing.Id, Sections.None, null, Sector.Survey, null, filing.Owner)));
        await filing.SubmittedAsync();
    }

    [Fact]
    public async Task 五_AnUpgrade_RaisesTheSection_SaysFromWhichGrade_AndCarriesTheBasicInformation()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var filing = await FilingCase.StartedAsync(office, new StartFiling(Upgrade.Type, record, Sections.Basic, DataGrade.B));
        Assert.Equal(Sections.DrawingReview, (await filing.ReadAsync()).Asked);
        await filing.ProvenAsync();
        await filing.SubmittedAsync();
        await filing.TakenAsync(Act.Verify, FilingCase.City);
        Assert.IsType<LetterResult.Done>(await filing.LetterAsync(FilingCase.City, FilingCase.CitySigner));
        await filing.TakenAsync(Act.Verify, FilingCase.Province);
        Assert.IsType<LetterResult.Done>(await filing.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou)));

        var push = Assert.Single(await PushedAsync(filing.Id));
        Assert.Equal((Sections.DrawingReview, DataGrade.C, DataGrade.B), (push.Section, push.FromGrade, push.Grade));
        var held = await ReadAsync(record);
        Assert.Equal((DataGrade.B, DataGrade.B, DataGrade.C), (held[Sections.DrawingReview]!.Grade, held[Sections.Basic]!.Grade, held[Sections.Contract]!.Grade));
    }

    [Fact]
    public async Task 六_ARecord_GoesToTheServiceNetwork_AndNowhereElse()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var filing = await RecordStories.CompletedAsync(office, IndicatorLibrary.Type, record, Sections.Indicators, RecordStories.Indicators);
        Assert.All(await PushedAsync(filing.Id), m => Assert.Equal(Destination.ServiceNetwork, m.Destination));
        Assert.Contains(await PushedAsync(filing.Id), m => m.Section == Sections.Indicators);
    }

    [Fact]
    public async Task 六_WithoutARecord_NothingIsStarted() => Assert.Equal("record-missing", Assert.IsType<StartResult.Refused>(
        await office.DoAsync<FilingDesk, StartResult>(desk => desk.StartAsync(new StartFiling(IndicatorLibrary.Type), FilingCase.Filer))).Breach.Code);

    [Fact]
    public async Task ARecord_CanBeReadAsOfAnyDay()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var before = DateOnly.FromDateTime(office.Clock.Now);
        office.Clock.Advance(TimeSpan.FromDays(3));
        await RecordStories.CompletedAsync(office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);

        Assert.Empty(await AsOfAsync(record, before.AddDays(-1)));
        Assert.DoesNotContain(await AsOfAsync(record, before), s => s.Section == Sections.Indicators);
        Assert.Contains(await AsOfAsync(record, before.AddDays(3)), s => s.Section == Sections.Indicators);
    }

    [Fact]
    public async Task AFilingThatLooksLikeAnother_IsPointedOut_ToItsOwnEnterpriseAndToReviewers()
    {
        await RecordStories.SupplementedAsync(office);
        var project = new DemoProject("浦口区测试中学 1号楼", "320111", "01", "304", "南京市浦口区教育局", 12_000, 9_000, 180, new DateOnly(2019, 5, 6));
        var filing = await FilingCase.StartedAsync(office, new StartFiling(FirstEntry.Type));
        await filing.WithAsync(Sections.Basic, project.Basic.Map((key, text) => key == "PrjCode" ? "" : text));
        var found = Assert.Single(await office.DoAsync<DuplicateFinder, IReadOnlyList<Duplicate>>(finder => finder.FindAsync(filing.Id, FilingCase.Filer)));
        Assert.Contains("项目名称相同", found.Reasons);
        Assert.Contains(found.Differences, d => d.Label == "项目编号");
    }

    [Fact]
    public async Task OnePersonLeadingTwoProjectsAtATime_IsPointedOut()
    {
        await RecordStories.CompleteAsync(office);
        var second = await RecordStories.SupplementedAsync(office, 2);
        var filing = await FilingCase.StartedAsync(office, new StartFiling(CompletionOfPersonnel.Type, second));
        await filing.WithAsync(Sections.Personnel, RecordStories.Personnel);
        await office.DoAsync<AppDbContext>(async db =>
        {
            // nothing of the number itself lies in the index
            Assert.All(await db.PersonKeys.ToListAsync(), k => Assert.Equal(64, k.Hash.Length));
        });

        var notes = await office.DoAsync<PersonnelNotes, IReadOnlyList<Note>>(desk => desk.FindAsync(filing.Id, FilingCase.Filer));
        Assert.Contains(notes, n => n.Code == "overlap" && n.Message.Contains("浦口区测试中学1号楼", StringComparison.Ordinal));
    }

    private async Task<FilingCase> SurveyAsync(Sector? sector)
    {
        var project = new DemoProject("江北新区岩土勘察", "320111", "01", "304", "南京江北投资有限公司", 12_000, 9_000, 180, new DateOnly(2018, 3, 5));
        var filing = await FilingCase.StartedAsync(office, new StartFiling(OtherIndustry.Type, Sector: sector));
        await filing.WithAsync(Sections.Basic, project.Basic);
        return await filing.WithAsync(Sections.Indicators, SectionValues.Of(
            ("CompanyName", "江苏衡岳建筑设计研究院有限公司"), ("CompanyCode", "91320106712345680Y"), ("Qualification", "工程勘察专业类（岩土工程）甲级"),
            ("BDate", "2018-03-05"), ("EDate", "2018-06-02"), ("Boreholes", "120"), ("BoreholeMetres", "3600")));
    }

    private Task<IReadOnlyList<SectionAsOf>> AsOfAsync(Guid record, DateOnly day) =>
        office.DoAsync<RecordHistory, IReadOnlyList<SectionAsOf>>(history => history.AsOfAsync(record, day, FilingCase.Filer));

    private Task<List<PushMessage>> PushedAsync(Guid application) => office.DoAsync<AppDbContext, List<PushMessage>>(
        db => db.PushMessages.AsNoTracking().Where(m => m.ApplicationId == application).OrderBy(m => m.Sequence).ToListAsync());

    private Task<PerformanceRecord> ReadAsync(Guid record) =>
        office.DoAsync<AppDbContext, PerformanceRecord>(db => db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == record));
}
