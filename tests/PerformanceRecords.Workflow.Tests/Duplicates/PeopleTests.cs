using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Filing;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Duplicates;

/// <summary>Persons are found by their whole number only, by those who may see the project; drafts are nobody else's business.</summary>
public sealed class PeopleTests : InAnOffice
{
    private static readonly string Number = RecordStories.Personnel["IDCard"];

    [Fact]
    public async Task APerson_IsFoundByWhoMaySeeTheProject_AndByNobodyElse()
    {
        var record = await RecordStories.CompleteAsync(Office);
        foreach (var actor in new[] { FilingCase.Filer, FilingCase.City, Office.Actor(DemoPeople.Tang), FilingCase.Province, Office.Actor(DemoPeople.He), Office.Actor(DemoPeople.Wu) })
        {
            var found = Assert.Single((await FindAsync(Number, actor)).Findings);
            Assert.Equal((KeySubject.Record, record, "刘喆", "001"), (found.Subject, found.SubjectId, found.UserName, found.Duty));
        }

        Assert.Empty((await FindAsync(Number, FilingCase.Surveyor)).Findings);
        Assert.Empty((await FindAsync(Number, Office.Actor(DemoPeople.Qian))).Findings);
    }

    [Fact]
    public async Task TheNumber_MayBeTypedWithBlanksOrInSmallLetters_ButWhole()
    {
        await RecordStories.CompleteAsync(Office);
        Assert.Single((await FindAsync($" {Number[..6]} {Number[6..].ToLowerInvariant()} ", FilingCase.City)).Findings);
        Assert.Contains("应为 18 位，现在是 17 位", PersonSearch.Problem(Number[..17]), StringComparison.Ordinal);
        Assert.Equal("请填写完整的证件号码。", PersonSearch.Problem(" "));
        Assert.NotNull(PersonSearch.Problem("刘喆"));
        Assert.Null(PersonSearch.Problem(Number));
        Assert.Null(PersonSearch.Problem("E12345678"));
    }

    [Fact]
    public async Task EverySearch_IsInTheAuditLog_WithoutTheNumber()
    {
        await FindAsync(Number, FilingCase.City);
        var entry = await InDatabaseAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "person.Search"));
        Assert.Equal((FilingCase.City.UserId, $"{Number[..4]}**********{Number[^4..]}"), (entry.UserId, entry.Subject));
        Assert.DoesNotContain(Number, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAnEnterpriseIsWriting_IsFoundByItself_AndByReviewersOnceItIsSubmitted()
    {
        var filing = await LeadingAsync(FilingCase.Filer);
        Assert.Equal(filing.Id, Assert.Single((await FindAsync(Number, FilingCase.Filer)).Findings).SubjectId);
        Assert.Empty((await FindAsync(Number, FilingCase.City)).Findings);
        await filing.SubmittedAsync();
        Assert.Equal(filing.Id, Assert.Single((await FindAsync(Number, FilingCase.City)).Findings).SubjectId);
        await filing.TakenAsync(Act.Return, FilingCase.City);
        Assert.Empty((await FindAsync(Number, FilingCase.City)).Findings);
    }

    [Fact]
    public async Task AnotherEnterprisesDraft_IsHeldAgainstNobody()
    {
        var draft = await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfPersonnel.Type), FilingCase.Surveyor);
        await draft.WithAsync(Sections.Basic, new SampleProject(7).Basic.Map((key, text) => key == nameof(BasicInfo.BDate) ? "2018-02-01" : text));
        await draft.WithAsync(Sections.Personnel, RecordStories.Personnel);
        var filing = await (await LeadingAsync(FilingCase.Filer)).SubmittedAsync();
        Assert.Equal(2, await InDatabaseAsync(db => db.PersonKeys.Where(k => k.Duty == "001" && k.BeginsOn != null && k.EndsOn != null).Select(k => k.Hash).CountAsync()));

        Assert.Empty(await Office.DoAsync<PersonnelNotes, IReadOnlyList<Note>>(notes => notes.FindAsync(filing.Id, FilingCase.City)));
    }

    [Fact]
    public async Task ARecordAndTheFilingAboutIt_AreOneProject_WhichIsSaidOnce()
    {
        var record = await RecordStories.CompleteAsync(Office);
        var library = await FilingCase.StartedAsync(Office, new StartFiling(IndicatorLibrary.Type, record));
        await library.WithAsync(Sections.Personnel, RecordStories.Personnel);
        await (await library.ProvenAsync()).SubmittedAsync();
        var filing = await (await LeadingAsync(FilingCase.Filer)).SubmittedAsync();

        var notes = await Office.DoAsync<PersonnelNotes, IReadOnlyList<Note>>(desk => desk.FindAsync(filing.Id, FilingCase.City));
        Assert.Contains("也是项目负责人", Assert.Single(notes, n => n.Message.StartsWith("刘喆", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    private async Task<FilingCase> LeadingAsync(Actor owner)
    {
        var record = await RecordStories.SupplementedAsync(Office, 2);
        await RecordStories.CompletedAsync(Office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        await FilingCase.ShownAsync(Office, record);
        var filing = await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfPersonnel.Type, record), owner);
        await filing.WithAsync(Sections.Personnel, RecordStories.Personnel);
        return await filing.ProvenAsync();
    }

    private Task<PersonFound> FindAsync(string number, Actor actor) => Office.DoAsync<PersonSearch, PersonFound>(search => search.FindAsync(number, actor));
}
