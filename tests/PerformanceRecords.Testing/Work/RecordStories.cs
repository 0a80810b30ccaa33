using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Seeding;

namespace PerformanceRecords.Testing.Work;

/// <summary>Records as the product makes them, for the filings that need one.</summary>
public static class RecordStories
{
    public static readonly SectionValues Indicators = SectionValues.Of(
        ("CompanyName", "江苏衡岳建筑设计研究院有限公司"), ("CompanyCode", "91320106712345680Y"), ("Qualification", "建筑行业（建筑工程）甲级"),
        ("BDate", "2018-01-03"), ("EDate", "2018-06-02"), ("PrjLevelNum", "322"), ("BuildArea", "12000"), ("SubBuildHeight", "23.9"));

    public static readonly SectionValues Personnel = DemoProject.Personnel("江苏衡岳建筑设计研究院有限公司", "91320106712345680Y", survey: false);

    /// <summary>A supplement that landed; the national platform shows what it pushed.</summary>
    public static async Task<Guid> SupplementedAsync(Office office, int number = 1)
    {
        var supplement = await new SupplementCase(office, number).CompletedAsync();
        var record = (await supplement.ReadAsync()).RecordId!.Value;
        await FilingCase.ShownAsync(office, record);
        return record;
    }

    /// <summary>A record of which the national platform shows every section of the source text.</summary>
    public static async Task<Guid> CompleteAsync(Office office, int number = 1)
    {
        var record = await SupplementedAsync(office, number);
        await CompletedAsync(office, CompletionOfIndicators.Type, record, Sections.Indicators, Indicators);
        await CompletedAsync(office, CompletionOfPersonnel.Type, record, Sections.Personnel, Personnel);
        await FilingCase.ShownAsync(office, record);
        return record;
    }

    /// <summary>A record this portal has had since before it pushed anything: the national platform has nothing of it.</summary>
    public static Task<Guid> EarlierAsync(Office office, SampleProject project) => office.DoAsync<IServiceProvider, Guid>(services =>
        ActivatorUtilities.CreateInstance<EarlierRecords>(services).AddAsync(project.Demo, DemoPeople.Hengyue, office.Clock.Now));

    public static async Task<FilingCase> CompletedAsync(Office office, ApplicationType type, Guid record, Sections section, SectionValues values)
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(type, record));
        await filing.WithAsync(section, values);
        await filing.ProvenAsync();
        await filing.SubmittedAsync();
        return await filing.TakenAsync(Act.Confirm, FilingCase.City);
    }

    /// <summary>A correction of the contract's amount, drafted with its reason and its proof.</summary>
    public static async Task<FilingCase> CorrectionAsync(Office office, Guid record, string amount = "188")
    {
        var filing = await FilingCase.StartedAsync(office, new StartFiling(Correction.Type, record, Sections.Contract));
        var contract = (await filing.StateAsync()).Sections.Single(s => s.Definition.Section == Sections.Contract).Values;
        await filing.WithAsync(Sections.Contract, contract.Map((key, text) => key == "ContractMoney" ? amount : text));
        await filing.ProvenAsync();
        var proof = (await filing.StateAsync()).Evidence.First(e => e.Kind == EvidenceKind.CorrectionProof.Code).Id;
        await office.DoAsync<CorrectionDesk>(async desk => await desk.GiveReasonsAsync(filing.Id, [new("Contract[0].ContractMoney", "补充协议调整了金额", proof)], FilingCase.Filer));
        return filing;
    }
}
