using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Filing;

/// <summary>One open filing of a type for one project, also where several are submitted in the same moment; whoever loses is told which one won.</summary>
public sealed class ProjectClaimsTests
{
    private const int AtOnce = 6;

    [Theory, OnSqlite, OnPostgres]
    public async Task OfSupplementsOfOneProject_SubmittedAtOnce_OneIsTaken_AndTheOthersAreTold(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var drafts = new List<SupplementCase>();
        for (var i = 0; i < AtOnce; i++)
        {
            drafts.Add(await new SupplementCase(office).DraftedAsync());
        }

        var results = await Task.WhenAll(drafts.Select(d => Task.Run(() => d.TakeAsync(Act.Submit, SupplementCase.Filer))));

        AssertOneTaken(results, "这个项目已有一件业绩补录在办（BL-320100-2026-000001，市级核实），办结前不能再报一件。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task OfFilingsWithTheSameContract_SubmittedAtOnce_OneIsTaken_AndTheOthersAreTold(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var filings = new List<FilingCase>();
        for (var i = 0; i < AtOnce; i++)
        {
            filings.Add(await ContractsAsync(office, "SJ-1", $"SJ-1{i}"));
        }

        var results = await Task.WhenAll(filings.Select(f => Task.Run(() => f.TryAsync(Act.Submit, FilingCase.Filer))));

        AssertOneTaken(results, "同一份合同已经登记过（BL-320100-2026-000001，等待施工许可），不用再登记。另有勘察或设计合同的，只填那一份。");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task OfFilingsOfOneRecord_StartedAtOnce_OneIsThere_AndTheOthersAreLedToIt(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var record = await RecordStories.SupplementedAsync(office);

        var results = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => office.DoAsync<FilingDesk, StartResult>(
            desk => desk.StartAsync(new StartFiling(CompletionOfIndicators.Type, record), FilingCase.Filer)))));

        var started = Assert.Single(results.OfType<StartResult.Started>());
        Assert.All(results.OfType<StartResult.Refused>(), r => Assert.Equal((started.Application.Id, "already-open"), (r.Open, r.Breach.Code)));
    }

    [Fact]
    public async Task AnotherContractOfTheProject_IsRegisteredBesideTheFirst()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        await (await ContractsAsync(office, "SJ-1")).SubmittedAsync();

        await (await ContractsAsync(office, "KC-1")).SubmittedAsync();

        Assert.Equal(2, await CountAsync(office));
    }

    [Fact]
    public async Task AFilingThatIsGivenUp_MakesRoomForTheNext()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var first = await new SupplementCase(office).SubmittedAsync();
        await first.TakeAsync(Act.Withdraw, SupplementCase.Filer, "填错了");
        var second = await new SupplementCase(office).DraftedAsync();
        Assert.IsType<StepResult.Refused>(await second.TakeAsync(Act.Submit, SupplementCase.Filer));
        await first.TakeAsync(Act.Abandon, SupplementCase.Filer, "不报了");
        Assert.Equal(0, await CountAsync(office));

        Assert.IsType<StepResult.Taken>(await second.TakeAsync(Act.Submit, SupplementCase.Filer));
    }

    [Fact]
    public async Task AFilingThatIsDone_KeepsNothingToItself()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);

        await new SupplementCase(office).CompletedAsync();

        Assert.Equal(0, await CountAsync(office));
    }

    [Fact]
    public async Task ANumberThatIsAmended_IsHeldInsteadOfTheFirst()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var (wrong, right) = (new SampleProject(1), new SampleProject(2));
        var filing = await new SupplementCase(office).SubmittedAsync();
        await filing.TakeAsync(Act.Return, SupplementCase.City, "项目编号填错了");
        await filing.SaveAsync(Sections.Basic, wrong.Basic.Map((key, text) => key == nameof(BasicInfo.PrjNum) ? right.Number : text));
        Assert.IsType<StepResult.Taken>(await filing.TakeAsync(Act.Submit, SupplementCase.Filer));

        var same = await new SupplementCase(office, 2).DraftedAsync();
        Assert.Equal("already-open", Assert.Single(Assert.IsType<StepResult.Refused>(await same.TakeAsync(Act.Submit, SupplementCase.Filer)).Breaches).Code);
        await new SupplementCase(office).SubmittedAsync();
    }

    private static void AssertOneTaken(StepResult[] results, string told)
    {
        Assert.Single(results.OfType<StepResult.Taken>());
        var refused = results.OfType<StepResult.Refused>().ToList();
        Assert.Equal(AtOnce - 1, refused.Count);
        Assert.All(refused, r => Assert.Equal(("already-open", told), (Assert.Single(r.Breaches).Code, r.Breaches[0].Message)));
    }

    private static async Task<FilingCase> ContractsAsync(Office office, params string[] numbers)
    {
        var project = new SampleProject(1);
        var filing = await FilingCase.StartedAsync(office, new StartFiling(FirstEntry.Type));
        await filing.WithAsync(Sections.Basic, PermitStories.BasicOf(project));
        await filing.WithAsync(Sections.Contract, new SectionValues([.. numbers.Select(number =>
            project.Contract.Map((key, text) => key == nameof(Contract.ContractNum) ? number : text).Rows[0])]));
        return await filing.ProvenAsync();
    }

    private static Task<int> CountAsync(Office office) => office.DoAsync<AppDbContext, int>(db => db.ProjectClaims.CountAsync());
}
