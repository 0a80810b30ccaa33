using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Queries;

public sealed class RecordSearchTests : InAnOffice
{
    [Fact]
    public async Task UnitWorks_AreNoneOfTheSixLights_AndMakeNothingComplete()
    {
        var complete = await RecordStories.CompleteAsync(Office);
        var lacking = await RecordStories.SupplementedAsync(Office, 2);
        var filing = await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfIndicators.Type, lacking));
        await filing.WithAsync(Sections.UnitWorks, SectionValues.Of((nameof(UnitWork.SubProjectName), "教学楼")));
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        await (await (await filing.ProvenAsync()).SubmittedAsync()).TakenAsync(Act.Confirm, FilingCase.City);

        var page = await Office.DoAsync<RecordSearch, Page<RecordRow, TimeKey>>(search => search.PageAsync(FilingCase.Filer, new(RecordView.Incomplete), PageTurn<TimeKey>.First));

        Assert.Equal(lacking, Assert.Single(page.Rows).Id);
        Assert.NotEqual(complete, page.Rows[0].Id);
    }
}
