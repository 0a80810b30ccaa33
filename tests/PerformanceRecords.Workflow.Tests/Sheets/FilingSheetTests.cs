using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Sheets;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Sheets;

/// <summary>申报信息表: what was submitted and what came of it, marked for what it is worth.</summary>
public sealed class FilingSheetTests : InAnOffice
{
    [Fact]
    public async Task ItProvesNothing_BeforeTheFilingIsApproved()
    {
        var filing = await new SupplementCase(Office).FilledInAsync();
        await filing.TakeAsync(Act.Submit, SupplementCase.Filer);
        var open = await OpenAsync(filing.Id, SupplementCase.City);
        Assert.Equal(("在办，不作为业绩证明", false), (open.Standing, open.Approved));
        Assert.Contains("效力：在办，不作为业绩证明", SheetText.Public(open.Text));

        Office.Clock.Advance(TimeSpan.FromHours(1));
        await filing.TakeAsync(Act.Confirm, SupplementCase.City);
        var approved = await OpenAsync(filing.Id, SupplementCase.City);
        Assert.Equal(("2026-11-20 审核完成", true), (approved.Standing, approved.Approved));
        Assert.NotEqual(open.Digest, approved.Digest);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(open.Text))), open.Digest);

        // what was printed before still says what it said
        Assert.Equal(open.Text, (await Office.DoAsync<FilingSheetDesk, FilingSheet>(desk => desk.ReadAsync(open.AsOf.Id))).Text);
    }

    [Fact]
    public async Task OnceItIsShown_ItSaysWhereAndSinceWhen_AndIsPrintedAgain()
    {
        var filing = await new SupplementCase(Office).CompletedAsync();
        Assert.DoesNotContain("部平台显示", (await OpenAsync(filing.Id, SupplementCase.Filer)).Text, StringComparison.Ordinal);
        await Office.DoAsync<FilingSheetDesk>(desk => desk.PrintAsync(filing.Id, SupplementCase.Filer));
        await Office.DoAsync<AppDbContext>(async db =>
        {
            (await db.PrintJobs.SingleAsync(j => j.Subject == PrintSubject.FilingSheet)).Printed(new string('0', 64), 1, Office.Clock.Now);
            Office.Clock.Advance(TimeSpan.FromDays(2));
            await db.PushMessages.Where(m => m.ApplicationId == filing.Id && m.Section == Sections.Basic).ExecuteUpdateAsync(set => set.SetProperty(m => m.ShownAt, Office.Clock.Now));
            await db.SaveChangesAsync();
        });

        var sheet = await OpenAsync(filing.Id, SupplementCase.Filer);
        Assert.Contains("部平台显示：基本信息 C级，2026-11-22 起", SheetText.Public(sheet.Text));
        await Office.DoAsync<AppDbContext>(async db => Assert.False(sheet.IsOn(await db.PrintJobs.SingleAsync(j => j.Subject == PrintSubject.FilingSheet))));
        await Office.DoAsync<FilingSheetDesk>(desk => desk.PrintAsync(filing.Id, SupplementCase.Filer));
        await Office.DoAsync<AppDbContext>(async db => Assert.NotNull((await db.PrintJobs.SingleAsync(j => j.Subject == PrintSubject.FilingSheet)).NextAt));
    }

    [Fact]
    public async Task ARejectedFiling_IsOver()
    {
        var filing = await new SupplementCase(Office).SubmittedAsync();
        await filing.TakeAsync(Act.Reject, SupplementCase.City, "不在补录范围");
        Assert.Equal("已终结，不作为业绩证明", (await OpenAsync(filing.Id, SupplementCase.Filer)).Standing);
    }

    [Fact]
    public async Task ItSaysSectionsEvidenceWithDigestsAndTheCourse_AndMasksIdentityNumbers()
    {
        var record = await RecordStories.SupplementedAsync(Office);
        await RecordStories.CompletedAsync(Office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        await FilingCase.ShownAsync(Office, record);
        var filing = await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfPersonnel.Type, record));
        await filing.WithAsync(Sections.Personnel, RecordStories.Personnel);
        await (await filing.ProvenAsync()).SubmittedAsync();

        var sheet = await OpenAsync(filing.Id, FilingCase.City);

        var number = RecordStories.Personnel["IDCard"];
        Assert.Contains("# 人员\n## 人员1\n姓名：刘喆\n", sheet.Text, StringComparison.Ordinal);
        Assert.Contains($"{number[..4]}**********{number[^4..]}", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(number, sheet.Text, StringComparison.Ordinal);
        Assert.Matches("(?m)^人员.+（SHA-256 [0-9a-f]{64}）$", sheet.Text);
        Assert.Contains($"江苏衡岳建筑设计研究院有限公司{Act.Submit.Chinese()}", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpgrade_SaysTheGradeItAsksFor()
    {
        var record = await RecordStories.SupplementedAsync(Office);
        var filing = await FilingCase.StartedAsync(Office, new StartFiling(Upgrade.Type, record, Sections.DrawingReview, DataGrade.B));
        await (await filing.ProvenAsync()).SubmittedAsync();
        Assert.Equal(["办理环节：施工图审查", "申请等级：B 级"], SheetText.Public((await OpenAsync(filing.Id, FilingCase.City)).Text).Where(l => l.StartsWith("办理环节", StringComparison.Ordinal) || l.StartsWith("申请等级", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatIsBeingAmended_IsNotOnIt_AndADraftHasNone()
    {
        var draft = await new SupplementCase(Office, 2).DraftedAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(draft.Id, SupplementCase.Filer));

        var filing = await new SupplementCase(Office).SubmittedAsync();
        await filing.TakeAsync(Act.Return, SupplementCase.City, "请改投资额");
        await filing.SaveAsync(Sections.Basic, (await filing.BasicAsync()).Map((key, text) => key == nameof(BasicInfo.AllInvest) ? "7777" : text));
        await filing.UploadAsync(EvidenceKind.DrawingReviewCertificate, Sample.Pdf("新的合格书.pdf", "new"));
        foreach (var actor in new[] { SupplementCase.Filer, SupplementCase.City })
        {
            var sheet = await OpenAsync(filing.Id, actor);
            Assert.DoesNotContain("7777", sheet.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("新的合格书", sheet.Text, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(filing.Id, SupplementCase.OtherCity));
        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(filing.Id, Office.Actor(DemoPeople.Luo)));
    }

    private Task<FilingSheet> OpenAsync(Guid id, Actor actor) => Office.DoAsync<FilingSheetDesk, FilingSheet>(desk => desk.OpenAsync(id, actor));
}
