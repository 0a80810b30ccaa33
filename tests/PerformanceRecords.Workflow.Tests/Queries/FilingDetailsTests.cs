using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Queries;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Queries;

/// <summary>What the page of a filing says of how far it got.</summary>
public sealed class FilingDetailsTests : InAnOffice
{
    [Fact]
    public async Task TheLights_SayWhoVerifiedLast()
    {
        var correction = await (await RecordStories.CorrectionAsync(Office, await RecordStories.CompleteAsync(Office))).SubmittedAsync();
        Assert.Equal(SectionState.Filled, await LightAsync(correction));
        await correction.TakenAsync(Act.Verify, FilingCase.City);
        Assert.Equal(SectionState.Verified, await LightAsync(correction));
        await correction.LetterAsync(FilingCase.City, FilingCase.CitySigner);
        Assert.Equal(SectionState.Verified, await LightAsync(correction));
        await correction.TakenAsync(Act.Verify, FilingCase.Province);
        Assert.Equal(SectionState.VerifiedByProvince, await LightAsync(correction));
        await correction.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou));
        Assert.Equal(SectionState.VerifiedByProvince, await LightAsync(correction));
    }

    [Fact]
    public async Task AFilingBehindARefusedOne_SaysThatItWaitsForIt()
    {
        var record = await RecordStories.CompleteAsync(Office);
        var first = await CorrectedAsync(record, "188");
        await InDatabaseAsync(async db =>
        {
            await db.PushMessages.Where(m => m.ApplicationId != first.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, PushState.Shown));
            var refused = await db.PushMessages.SingleAsync(m => m.ApplicationId == first.Id);
            refused.NeedPerson("不符", unanswered: false);
            await db.SaveChangesAsync();
        });
        var second = await CorrectedAsync(record, "189");

        var own = Assert.Single((await ReadAsync(first)).Stuck);
        Assert.Equal((Sections.Contract, true, false, "不符"), (own.Section, own.WithPeople, own.Earlier, own.Reply));
        var ahead = Assert.Single((await ReadAsync(second)).Stuck);
        Assert.Equal((Sections.Contract, true, true), (ahead.Section, ahead.WithPeople, ahead.Earlier));
        // what holds the section up is said, not that newer content waits behind it
        Assert.Equal(SectionState.Stuck, await LightAsync(second));
        var page = await Office.DoAsync<RecordReader, RecordDetails>(reader => reader.ReadAsync(record, FilingCase.Filer));
        Assert.Equal(SectionState.Stuck, page.Sections.Single(s => s.Definition.Section == Sections.Contract).Progress.State);
    }

    private async Task<FilingCase> CorrectedAsync(Guid record, string amount)
    {
        var correction = await (await RecordStories.CorrectionAsync(Office, record, amount)).SubmittedAsync();
        await correction.TakenAsync(Act.Verify, FilingCase.City);
        await correction.LetterAsync(FilingCase.City, FilingCase.CitySigner);
        await correction.TakenAsync(Act.Verify, FilingCase.Province);
        await correction.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou));
        return await correction.TakenAsync(Act.Confirm, Office.Actor(DemoPeople.He));
    }

    private async Task<SectionState> LightAsync(FilingCase filing) => Assert.Single((await ReadAsync(filing)).Lights).State;

    private Task<FilingDetails> ReadAsync(FilingCase filing) => Office.DoAsync<FilingReader, FilingDetails>(reader => reader.ReadAsync(filing.Id, FilingCase.Filer));
}
