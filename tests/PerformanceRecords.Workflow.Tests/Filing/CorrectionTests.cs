using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Filing;

/// <summary>三.2: single fields of approved sections are changed, through city and province, by the ministry.</summary>
public sealed class CorrectionTests : IAsyncLifetime
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
    public async Task ACorrection_LandsItsFieldsAfterAllThreeLevels_AndPushesOnlyItsSection()
    {
        var record = await RecordStories.CompleteAsync(office);
        var before = await ReadAsync(record);
        var correction = await AtMinistryAsync(record);
        await correction.TakenAsync(Act.Confirm, Office.Actor(DemoPeople.He));

        var after = await ReadAsync(record);
        Assert.Equal("188", after[Sections.Contract]!.Values["ContractMoney"]);
        Assert.Equal(before[Sections.Contract]!.Values.Map((key, text) => key == "ContractMoney" ? "188" : text), after[Sections.Contract]!.Values);
        Assert.Equal(before[Sections.Basic]!.Revision, after[Sections.Basic]!.Revision);
        var pushed = await office.DoAsync<AppDbContext, List<PushMessage>>(db => db.PushMessages.AsNoTracking().Where(m => m.ApplicationId == correction.Id).ToListAsync());
        Assert.Equal(Sections.Contract, Assert.Single(pushed).Section);
    }

    [Fact]
    public async Task AChangeWithoutReasonOrProof_IsNotFiled()
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(Correction.Type, await RecordStories.CompleteAsync(office), Sections.Contract));
        var contract = (await filing.StateAsync()).Sections.Single().Values;
        await filing.WithAsync(Sections.Contract, contract.Map((key, text) => key == "ContractMoney" ? "188" : text));
        await filing.ProvenAsync();
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, FilingCase.Filer));
        Assert.Equal(["change-reason", "change-evidence"], refused.Breaches.Select(b => b.Code));
    }

    [Fact]
    public async Task TheTextThatThePortalRewritesForAFigure_NeedsNoReasonOfItsOwn()
    {
        var filing = await IndicatorsAsync(await RecordStories.CompleteAsync(office), ("BuildArea", "13000"));
        var changes = (await filing.StateAsync()).Facts.Changes;
        Assert.Equal([("BuildArea", false), ("TechParamInfo", true)], changes.Select(c => (c.Change.Field!.Key, c.Follows)).OrderBy(c => c.Key));
        await ReasonAsync(filing, "Indicators[0].BuildArea");
        await filing.SubmittedAsync();
    }

    [Fact]
    public async Task AText_ThatSomebodyWroteAnew_NeedsAReason()
    {
        var filing = await IndicatorsAsync(await RecordStories.CompleteAsync(office), ("BuildArea", "13000"), ("TechParamInfo", "自己写的，建筑面积 13000 ㎡"));
        await ReasonAsync(filing, "Indicators[0].BuildArea");
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, FilingCase.Filer));
        Assert.Equal(["Changes.Indicators[0].TechParamInfo"], refused.Breaches.Select(b => b.Field).Distinct());
    }

    [Fact]
    public async Task TheTextOfAFigure_KeepsTheUnitWorksOfTheRecord_ThatTheCorrectionDoesNotTouch()
    {
        var record = await RecordStories.SupplementedAsync(office);
        var completion = await FilingCase.StartedAsync(office, new StartFiling(CompletionOfIndicators.Type, record));
        await completion.WithAsync(Sections.UnitWorks, SectionValues.Of(("SubProjectName", "教学楼"), ("SubProjectType", "0"), ("BuildArea", "12000")));
        await completion.WithAsync(Sections.Indicators, RecordStories.Indicators);
        await completion.ProvenAsync();
        await (await completion.SubmittedAsync()).TakenAsync(Act.Confirm, FilingCase.City);
        await FilingCase.ShownAsync(office, record);
        var filing = await IndicatorsAsync(record, ("BuildArea", "13000"));
        var text = (await filing.StateAsync()).Sections.Single(s => s.Definition.Section == Sections.Indicators).Values["TechParamInfo"];
        Assert.Contains("建筑面积 13000 ㎡", text, StringComparison.Ordinal);
        Assert.Contains("单体：教学楼", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheNationalPlatformDoesNotShowCompletely_IsCompletedFirst()
    {
        var filing = await RecordStories.CorrectionAsync(office, await RecordStories.SupplementedAsync(office));
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, FilingCase.Filer));
        Assert.Contains("企业资质申报业绩指标库", Assert.Single(refused.Breaches).Message);
    }

    [Fact]
    public async Task WhereTheRecordMovedMeanwhile_NobodyApproves_UntilTheEnterpriseConfirmsAgain()
    {
        var record = await RecordStories.CompleteAsync(office);
        var correction = await (await RecordStories.CorrectionAsync(office, record)).SubmittedAsync();
        await MoveContractAsync(record, ("PrjHead", "王堃"));

        var refused = Assert.IsType<StepResult.Refused>(await correction.TryAsync(Act.Verify, FilingCase.City));
        Assert.Equal("record-moved", Assert.Single(refused.Breaches).Code);
        await correction.TakenAsync(Act.Return, FilingCase.City);
        Assert.IsType<StepResult.Refused>(await correction.TryAsync(Act.Submit, FilingCase.Filer));

        var version = (await correction.ReadAsync()).Version;
        await office.DoAsync<CorrectionDesk>(desk => desk.ReconfirmAsync(correction.Id, version, FilingCase.Filer));
        var change = Assert.Single((await correction.StateAsync()).Facts.Changes);
        Assert.Equal(("补充协议调整了金额", true), (change.Reason, change.HasEvidence));
        await correction.SubmittedAsync();
        await correction.TakenAsync(Act.Verify, FilingCase.City);
    }

    [Fact]
    public async Task AStaleChange_IsNotSignedIntoALetterEither()
    {
        var record = await RecordStories.CompleteAsync(office);
        var correction = await (await RecordStories.CorrectionAsync(office, record)).SubmittedAsync();
        await correction.TakenAsync(Act.Verify, FilingCase.City);
        await MoveContractAsync(record, ("ContractMoney", "400"));

        var refused = Assert.IsType<LetterResult.Refused>(await correction.LetterAsync(FilingCase.City, FilingCase.CitySigner));
        Assert.Equal("case-refused", refused.Breach.Code);
        Assert.Equal(Stage.CityLetter, (await correction.ReadAsync()).Stage);
    }

    [Fact]
    public async Task TheProvince_MayWriteDownTheMinistrysAnswer_OnlyWithItsNumberAndScan()
    {
        var correction = await AtMinistryAsync(await RecordStories.CompleteAsync(office));
        var bare = Assert.IsType<StepResult.Refused>(await correction.TryAsync(Act.Confirm, FilingCase.Province));
        Assert.Equal("reply-number", Assert.Single(bare.Breaches).Code);
        var unproven = Assert.IsType<StepResult.Refused>(await correction.TryAsync(Act.Confirm, FilingCase.Province, reply: new("建办市函〔2026〕77号", Guid.NewGuid())));
        Assert.Equal("reply-scan", Assert.Single(unproven.Breaches).Code);

        var scan = Sample.Pdf(text: "reply");
        var uploaded = (UploadResult.Taken)await office.DoAsync<EvidenceDesk, UploadResult>(
            desk => desk.AddReplyAsync(correction.Id, "复函.pdf", new MemoryStream(scan.Content), FilingCase.Province));
        await correction.TakenAsync(Act.Confirm, FilingCase.Province, new("建办市函〔2026〕77号", uploaded.File.Id));

        var last = await office.DoAsync<AppDbContext, ApplicationEvent>(db => db.ApplicationEvents.AsNoTracking()
            .Where(e => e.ApplicationId == correction.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync());
        Assert.Equal((Domain.Actors.Level.Province, Domain.Actors.Level.Ministry, "建办市函〔2026〕77号"), (last.Level, last.OnBehalfOf, last.Reference));
    }

    [Fact]
    public async Task NobodyElse_UploadsTheMinistrysAnswer()
    {
        var correction = await (await RecordStories.CorrectionAsync(office, await RecordStories.CompleteAsync(office))).SubmittedAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsync<EvidenceDesk>(
            desk => desk.AddReplyAsync(correction.Id, "复函.pdf", new MemoryStream(), FilingCase.Province)));
    }

    [Fact]
    public async Task ASecondOpenCorrectionOfARecord_IsRefused_AndTheFirstIsNamed()
    {
        var record = await RecordStories.CompleteAsync(office);
        var first = await FilingCase.StartedAsync(office, new StartFiling(Correction.Type, record, Sections.Contract));
        var second = await office.DoAsync<FilingDesk, StartResult>(desk => desk.StartAsync(new StartFiling(Correction.Type, record, Sections.Basic), FilingCase.Filer));
        Assert.Equal(first.Id, Assert.IsType<StartResult.Refused>(second).Open);
    }

    [Fact]
    public async Task SomebodyElsesRecord_IsNotThere() => await Assert.ThrowsAsync<NotFoundException>(async () =>
        await FilingCase.StartedAsync(office, new StartFiling(Correction.Type, await RecordStories.SupplementedAsync(office), Sections.Contract), FilingCase.Surveyor));

    private async Task<FilingCase> IndicatorsAsync(Guid record, params (string Key, string Text)[] changes)
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(Correction.Type, record, Sections.Indicators));
        var held = (await filing.StateAsync()).Sections.Single(s => s.Definition.Section == Sections.Indicators).Values;
        await filing.WithAsync(Sections.Indicators, held.Map((key, text) => changes.FirstOrDefault(c => c.Key == key).Text ?? text));
        return await filing.ProvenAsync();
    }

    private async Task ReasonAsync(FilingCase filing, string path)
    {
        var proof = (await filing.StateAsync()).Evidence.First(e => e.Kind == EvidenceKind.CorrectionProof.Code).Id;
        await office.DoAsync<CorrectionDesk>(async desk => await desk.GiveReasonsAsync(filing.Id, [new(path, "竣工图上是这个数", proof)], FilingCase.Filer));
    }

    private async Task<FilingCase> AtMinistryAsync(Guid record)
    {
        var correction = await (await RecordStories.CorrectionAsync(office, record)).SubmittedAsync();
        await correction.TakenAsync(Act.Verify, FilingCase.City);
        Assert.IsType<LetterResult.Done>(await correction.LetterAsync(FilingCase.City, FilingCase.CitySigner));
        await correction.TakenAsync(Act.Verify, FilingCase.Province);
        Assert.IsType<LetterResult.Done>(await correction.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou)));
        return correction;
    }

    // as if another filing had landed meanwhile
    private Task MoveContractAsync(Guid record, params (string Key, string Text)[] changes) => office.DoAsync<AppDbContext>(async db =>
    {
        var held = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == record);
        var values = held[Sections.Contract]!.Values.Map((key, text) => changes.FirstOrDefault(c => c.Key == key).Text ?? text);
        db.RecordRevisions.Add(held.Land(Sections.Contract, values, held[Sections.Contract]!.ApplicationId, "王珺", office.Clock.Now)!);
        await db.SaveChangesAsync();
    });

    private Task<PerformanceRecord> ReadAsync(Guid record) =>
        office.DoAsync<AppDbContext, PerformanceRecord>(db => db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == record));
}
