using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Sheets;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Sheets;

/// <summary>案卷: reviewers get what was submitted.</summary>
public sealed class DossierTests : InAnOffice
{
    [Fact]
    public async Task AFileUploadedForAnAmendment_IsNotInTheReviewersDossier_BeforeItIsSubmitted()
    {
        var returned = await new SupplementCase(Office).SubmittedAsync();
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请补立项批复");
        await returned.UploadAsync(EvidenceKind.DrawingReviewCertificate, Sample.Pdf("新的合格书.pdf", "new"));

        Assert.Contains(await NamesAsync(returned.Id, SupplementCase.Filer), n => n.EndsWith("新的合格书.pdf", StringComparison.Ordinal));
        Assert.DoesNotContain(await NamesAsync(returned.Id, SupplementCase.City), n => n.EndsWith("新的合格书.pdf", StringComparison.Ordinal));

        await returned.TakeAsync(Act.Submit, SupplementCase.Filer);
        Assert.Contains(await NamesAsync(returned.Id, SupplementCase.City), n => n.EndsWith("新的合格书.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileTakenAwayForAnAmendment_IsStillInTheReviewersDossier()
    {
        var returned = await new SupplementCase(Office).SubmittedAsync();
        var before = await NamesAsync(returned.Id, SupplementCase.City);
        await returned.TakeAsync(Act.Return, SupplementCase.City, "请换一份合格书");
        var file = await Office.DoAsync<Workflow.Filing.FilingCheck, Guid>(async check =>
            (await check.StateAsync(await returned.ReadAsync(), default)).Evidence[0].Id);
        await Office.DoAsync<Workflow.Filing.EvidenceDesk>(desk => desk.RemoveAsync(returned.Id, file, SupplementCase.Filer));

        Assert.Equal(before, await NamesAsync(returned.Id, SupplementCase.City));
        Assert.Equal(before.Count - 1, (await NamesAsync(returned.Id, SupplementCase.Filer)).Count);
    }

    [Fact]
    public async Task ItHolds_WhatWasSubmitted_AndTheStampedScanBesideItsLetter()
    {
        var sent = await new SupplementCase(Office).AtProvinceAsync();
        var number = await Office.DoAsync<AppDbContext, string>(db => db.Letters.Select(l => l.Number!).SingleAsync());
        var scan = Sample.Pdf("盖章.pdf", "stamped");
        Assert.IsType<ScanResult.Taken>(await Office.DoAsync<ScanDesk, ScanResult>(desk => desk.AddAsync(number, null, scan.Name, new MemoryStream(scan.Content), SupplementCase.City)));

        var entries = (await Office.DoAsync<DossierReader, Dossier>(reader => reader.OpenAsync(sent.Id, SupplementCase.City))).Entries;

        Assert.Contains(sent.ProjectName, entries.Single(e => e.Name == "00-申报信息表.txt").Text, StringComparison.Ordinal);
        Assert.Contains(entries, e => e.Name == $"02-函件/{number}.txt");
        Assert.Contains(entries, e => e.Name == $"02-函件/{number}-盖章扫描件01-盖章.pdf");
        Assert.Contains(entries, e => e.Name == "03-办理经过.txt");
    }

    private async Task<IReadOnlyList<string>> NamesAsync(Guid id, Actor actor) => [.. (await Office.DoAsync<DossierReader, Dossier>(reader => reader.OpenAsync(id, actor)))
        .Entries.Select(e => e.Name).Where(n => n.StartsWith("01-", StringComparison.Ordinal))];
}
