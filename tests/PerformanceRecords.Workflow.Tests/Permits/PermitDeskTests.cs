using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Permits;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Seeding;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Permits;

/// <summary>一: the permit arrives, and what waited for it goes out without anyone's click.</summary>
public sealed class PermitDeskTests : IAsyncLifetime
{
    private const string Sender = "施工许可系统";
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
    public async Task AnArrivingPermit_PushesBasicInformationAndContracts()
    {
        var filing = await WaitingAsync(1);
        var result = Assert.Single(await TakeAsync(Row(1)));
        Assert.Equal((PermitOutcome.Matched, 1), (result.Outcome, result.Released));
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
        var pushed = await office.DoAsync<AppDbContext, List<Sections>>(db => db.PushMessages.Where(m => m.ApplicationId == filing.Id).OrderBy(m => m.Sequence).Select(m => m.Section).ToListAsync());
        Assert.Equal([Sections.Basic, Sections.Contract], pushed);
    }

    [Fact]
    public async Task APermit_ReleasesEveryContractOfItsProject()
    {
        var design = await WaitingAsync(1);
        var survey = await WaitingAsync(1, FilingCase.Surveyor);
        Assert.Equal(2, Assert.Single(await TakeAsync(Row(1))).Released);
        Assert.Equal([Stage.Completed, Stage.Completed], [(await design.ReadAsync()).Stage, (await survey.ReadAsync()).Stage]);
    }

    [Fact]
    public async Task TheSameContract_WaitsOnlyOnce()
    {
        await WaitingAsync(1);
        var second = await Assert.ThrowsAsync<InvalidOperationException>(() => WaitingAsync(1));
        Assert.Contains("同一份合同已经登记过", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoContractsOfOneEnterpriseForOneProject_LandInOneRecord()
    {
        var first = await WaitingAsync(1);
        var second = await WaitingAsync(1, contract: "HY-2025-S-0002");
        Assert.Equal(2, Assert.Single(await TakeAsync(Row(1))).Released);
        Assert.Equal((await first.ReadAsync()).RecordId, (await second.ReadAsync()).RecordId);
    }

    [Fact]
    public async Task EveryContractOfAProject_StaysInItsRecord_WhicheverFilingBroughtIt()
    {
        var filings = new List<FilingCase>();
        foreach (var contract in new[] { "HY-2025-S-0001", "HY-2025-S-0002", "HY-2025-S-0003" })
        {
            filings.Add(await WaitingAsync(1, contract: contract));
        }

        Assert.Equal(3, Assert.Single(await TakeAsync(Row(1))).Released);

        var record = (await filings[2].ReadAsync()).RecordId;
        await using var db = database.Open();
        var held = await db.RecordSections.SingleAsync(s => s.RecordId == record && s.Section == Sections.Contract);
        var pushed = await db.PushMessages.Where(m => m.RecordId == record && m.Section == Sections.Contract).OrderBy(m => m.Sequence).LastAsync();
        string[] expected = ["HY-2025-S-0001", "HY-2025-S-0002", "HY-2025-S-0003"];
        Assert.Equal(expected, held.Values.Rows.Select(r => r[nameof(Contract.ContractNum)]));
        Assert.Equal(expected, pushed.Content.Rows.Select(r => r[nameof(Contract.ContractNum)]));
    }

    [Fact]
    public async Task APermitThatCameBeforeItsContract_IsFoundWhenTheContractIsRegistered()
    {
        Assert.Equal(PermitOutcome.Waiting, Assert.Single(await TakeAsync(Row(1))).Outcome);
        var filing = await WaitingAsync(1);
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task APermitOfTheSameNameAndOwner_IsFound_HoweverManyShareTheName()
    {
        var nameOnly = Row(1) with { ProjectNumber = null, ProjectCode = null, ContractNumbers = null };
        await TakeAsync([.. Enumerable.Range(1, 150).Select(n => nameOnly with { Number = $"QT-{n}", OwnerName = $"别处第{n}公司" }), nameOnly]);
        Assert.Equal(Stage.Completed, (await (await WaitingAsync(1)).ReadAsync()).Stage);
    }

    [Fact]
    public async Task AReplayedBatch_ChangesNothing()
    {
        await WaitingAsync(1);
        await TakeAsync(Row(1), Row(2));
        var before = await CountsAsync();
        var again = await TakeAsync(Row(1), Row(2));
        Assert.All(again, r => Assert.Equal(PermitOutcome.Repeated, r.Outcome));
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task ANumberWithOtherContent_IsRefused_AndTheRestIsTaken()
    {
        await TakeAsync(Row(1));
        var results = await TakeAsync(Row(1) with { ProjectName = "别的项目" }, Row(2), Row(3) with { Area = "很大", RegionCode = "110101" });
        Assert.Equal([PermitOutcome.Refused, PermitOutcome.Waiting, PermitOutcome.Refused], results.Select(r => r.Outcome));
        Assert.Equal("number-reused", Assert.Single(results[0].Breaches).Code);
        Assert.Equal(["area", "regionCode"], results[2].Breaches.Select(b => b.Field).Order());
    }

    [Fact]
    public async Task WhatMatchesNothing_WaitsForAPerson_WhoSeesWhatItMayBelongTo()
    {
        var filing = await WaitingAsync(1);
        await TakeAsync(Row(1) with { ProjectNumber = null, ProjectCode = null, ProjectName = "浦口区测试小学1号楼及附属用房", ContractNumbers = null });
        var page = await office.DoAsync<PermitList, Page<PermitLine, TimeKey>>(list => list.PageAsync(FilingCase.City, PermitState.Waiting, null, PageTurn<TimeKey>.First));
        var permit = Assert.Single(page.Rows);
        var file = await office.DoAsync<PermitFiles, PermitFile>(files => files.OpenAsync(permit.Id, null, FilingCase.City));
        Assert.Equal(filing.Id, Assert.Single(file.Likely).ApplicationId);

        Assert.IsType<PermitAct.Done>(await office.DoAsync<PermitDesk, PermitAct>(desk => desk.JoinAsync(permit.Id, file.Permit.Version, [filing.Id], FilingCase.City)));
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task AnotherCitysPermit_IsNotThere()
    {
        await TakeAsync(Row(1));
        var id = await office.DoAsync<AppDbContext, Guid>(db => db.InboundPermits.Select(p => p.Id).SingleAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsync<PermitDesk>(desk => desk.SetAsideAsync(id, 1, "重复", Office.Actor(DemoPeople.Qian))));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsync<PermitDesk>(desk => desk.SetAsideAsync(id, 1, "重复", FilingCase.Filer)));
    }

    [Fact]
    public async Task ABureau_EntersAPermitByHand_InItsOwnRegionOnly()
    {
        var filing = await WaitingAsync(1);
        Assert.Equal("permit-region", Assert.IsType<PermitAct.Refused>(await EnterAsync(Row(1), DemoPeople.Qian)).Breaches[0].Code);
        var disguised = Row(1) with { RegionCode = Row(1).RegionCode + " " };
        Assert.Equal("permit-region", Assert.IsType<PermitAct.Refused>(await EnterAsync(disguised, DemoPeople.Qian)).Breaches[0].Code);
        var unnumbered = Assert.IsType<PermitAct.Refused>(await EnterAsync(Row(1) with { PermitNumber = "" }, DemoPeople.Wang));
        Assert.Contains(unnumbered.Breaches, b => b.Field == "permitNumber" && b.Message.Contains("请填写施工许可证编号", StringComparison.Ordinal));
        Assert.Equal(1, Assert.IsType<PermitAct.Done>(await EnterAsync(Row(1), DemoPeople.Wang)).Released);
        Assert.Equal(Stage.Completed, (await filing.ReadAsync()).Stage);
    }

    [Fact]
    public async Task FiveHundredPermits_AreTakenInOneGo_AndAReplayChangesNothing()
    {
        List<SampleProject> projects = [.. Enumerable.Range(1, PermitDesk.MaxRows).Select(n => new SampleProject(n))];
        await office.DoAsync<AppDbContext>(db => PermitStories.AddWaitingAsync(db, projects, office.Clock.Now));
        PermitRow[] rows = [.. projects.Select(PermitStories.RowOf)];
        Assert.All(await TakeAsync(rows), r => Assert.Equal((PermitOutcome.Matched, 1), (r.Outcome, r.Released)));

        var before = await CountsAsync();
        Assert.All(await TakeAsync(rows), r => Assert.Equal(PermitOutcome.Repeated, r.Outcome));
        Assert.Equal(before, await CountsAsync());
    }

    private static DemoProject Project(int number) => new(
        $"浦口区测试小学{number}号楼", "320111", "01", "304", $"浦口第{number}建设公司", 12_000, 9_000, 180, new DateOnly(2025, 1, 2).AddDays(number));

    private static PermitRow Row(int number) => new()
    {
        Number = $"SX-{number}",
        PermitNumber = $"320111202603{number % 28 + 1:D2}{number % 99:D2}01",
        IssuedOn = "2026-03-20",
        ProjectName = Project(number).Name,
        ProjectNumber = Project(number).Number,
        OwnerName = Project(number).Owner,
        RegionCode = "320111",
        Area = "12000",
        SurveyorName = "苏州苏勘岩土工程有限公司",
        SurveyorCode = "91320508738162057Y",
        DesignerName = "江苏衡岳建筑设计研究院有限公司",
        DesignerCode = "91320106712345680Y",
        BuilderName = "南京建工集团",
        SupervisorName = "南京监理公司",
    };

    private async Task<FilingCase> WaitingAsync(int number, Domain.Actors.Actor? owner = null, string? contract = null)
    {
        var project = Project(number);
        var unit = owner is null ? DemoPeople.Hengyue : DemoPeople.Sukan;
        var filing = await FilingCase.StartedAsync(office, new StartFiling(FirstEntry.Type), owner);
        await filing.WithAsync(Sections.Basic, project.Basic.Map((key, text) => key is "BDate" or "EDate" ? "" : text));
        await filing.WithAsync(Sections.Contract, project.Contract(unit.Name, unit.CreditCode!, survey: owner is not null)
            .Map((key, text) => key == nameof(Contract.ContractNum) ? contract ?? text : text));
        await filing.ProvenAsync();
        return await filing.SubmittedAsync();
    }

    private Task<IReadOnlyList<PermitResult>> TakeAsync(params PermitRow[] rows) =>
        office.DoAsync<PermitDesk, IReadOnlyList<PermitResult>>(desk => desk.TakeAsync(rows, Sender));

    private Task<PermitAct> EnterAsync(PermitRow row, DemoPerson person) => office.DoAsync<PermitDesk, PermitAct>(desk => desk.EnterAsync(row, Office.Actor(person)));

    private Task<(int, int, int, int)> CountsAsync() => office.DoAsync<AppDbContext, (int, int, int, int)>(async db =>
        (await db.InboundPermits.CountAsync(), await db.PushMessages.CountAsync(), await db.ApplicationEvents.CountAsync(), await db.ProjectKeys.CountAsync()));
}
