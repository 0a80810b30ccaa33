using PerformanceRecords.Domain.Actors;
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

    [Fact]
    public async Task AName_IsLookedForAmongWhatChangedLast_AndANumberHoweverOldItIs()
    {
        await InDatabaseAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, Sought.Among + 1).Select(n =>
            {
                var at = Office.Clock.Now.AddDays(-1).AddSeconds(n);
                var record = new PerformanceRecord { EnterpriseId = FilingCase.Filer.OrganisationId, CreatedAt = at };
                record.Describe($"第{n}个综合楼", $"320106180101{n:D4}", null, "某某公司", "320106", Sector.Building);
                record.Land(Sections.Basic, new(), Guid.Empty, "某人", at);
                return record;
            }));
            await db.SaveChangesAsync();
        });

        Assert.Equal(["第1个综合楼"], await FindAsync(FilingCase.Province, "第1个"));
        Assert.Equal(["第1个综合楼"], await FindAsync(FilingCase.City, "第1个"));
        Assert.Empty(await FindAsync(FilingCase.Province, "第0个"));
        Assert.Equal(["第0个综合楼"], await FindAsync(FilingCase.Province, "3201061801010000"));
        Assert.Equal(["第0个综合楼"], await FindAsync(FilingCase.Filer, "第0个"));
        Assert.Equal(RecordSearch.PageSize, (await FindAsync(FilingCase.Province, "综合楼")).Count);
    }

    private async Task<IReadOnlyList<string>> FindAsync(Actor actor, string text) =>
        [.. (await Office.DoAsync<RecordSearch, Page<RecordRow, TimeKey>>(search => search.PageAsync(actor, new(Text: text), PageTurn<TimeKey>.First))).Rows.Select(r => r.ProjectName)];
}
