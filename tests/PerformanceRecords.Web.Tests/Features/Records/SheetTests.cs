using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Records;

/// <summary>业绩信息表与案卷: a record on paper that anyone can check, and a case as one file.</summary>
public sealed class SheetTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ASheet_IsIssuedOnce_WhileNothingChanges_AndAnyoneChecksIt()
    {
        var record = await RecordAsync();
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/records/{record}/sheets");
        page = await page.FormWith("出具").SubmitAsync("出具");
        Assert.True(page.Says("已出具第 1 版"), page.Text);
        page = await page.FormWith("按现在的内容出具").SubmitAsync();
        Assert.True(page.Says("内容没有变化，现行的仍是第 1 版"), page.Text);

        await using var db = office.Portal.OpenDatabase();
        var sheet = await db.RecordSheets.SingleAsync(s => s.RecordId == record);
        using var stranger = office.Portal.Visitor();
        var found = await stranger.OpenAsync($"/verify/{sheet.Code}");
        Assert.True(found.Says("是现行的第 1 版"), found.Text);
        Assert.True(found.Says("部平台未显示"), found.Text);
        Assert.False(found.Says("SHA-256 "), found.Text); // evidence and content are on the paper only
        var paper = await office.OpenAsync(DemoPeople.Wang, $"/records/{record}/sheets/1/print");
        Assert.True(paper.Says("施工图审查合格书") && paper.Says("办理经过"), paper.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/records/{record}/sheets")).Status);
    }

    [Fact]
    public async Task AFilingsSheet_IsOrderedFromItsCase_AndSaysWhatItIsWorth()
    {
        var sent = await office.NewCase().AtProvinceAsync();
        var page = await (await office.OpenAsync(DemoPeople.Chen, $"/reviews/{sent.Id}")).FollowAsync("申报信息表");
        Assert.True(page.Says("在办，不作为业绩证明"), page.Text);
        page = await page.FormWith("生成 PDF").SubmitAsync("生成 PDF");
        Assert.True(page.Says("PDF 正在生成"), page.Text);
        Assert.Equal($"/filing-sheets/{sent.Id}", (await office.OpenAsync(DemoPeople.Chen, $"/filing-sheets/{sent.Id}/pdf")).Address.AbsolutePath);

        var paper = await (await (await office.OpenAsync(DemoPeople.Zhang, $"/applications/{sent.Id}")).FollowAsync("申报信息表")).FollowAsync("打印版");
        Assert.True(paper.Says("在办，不作为业绩证明") && paper.Says("SHA-256 ") && paper.Says("办理经过") && paper.Has(".wm"), paper.Text);
    }

    [Fact]
    public async Task ADossier_HoldsEveryFile_WithItsDigestInTheManifest()
    {
        var sent = await office.NewCase().AtProvinceAsync();
        using var answer = await (await office.AsAsync(DemoPeople.Chen)).Http.GetAsync($"/dossiers/{sent.Id}");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

        // its enterprise finds it on the page of the filing
        Assert.True((await office.OpenAsync(DemoPeople.Zhang, $"/applications/{sent.Id}")).Has($"a[href='/dossiers/{sent.Id}']"));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        var manifest = await ReadAsync(zip.GetEntry("manifest.csv")!);
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith("01-佐证材料/01-", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith("02-函件/宁建设函〔2026〕", StringComparison.Ordinal));
        foreach (var entry in zip.Entries.Where(e => e.FullName != "manifest.csv"))
        {
            await using var content = entry.Open();
            Assert.Contains(Convert.ToHexStringLower(await SHA256.HashDataAsync(content)), manifest, StringComparison.Ordinal);
        }
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return await reader.ReadToEndAsync();
    }

    private async Task<Guid> RecordAsync() => (await (await office.NewCase().CompletedAsync()).ReadAsync()).RecordId!.Value;
}
