using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Filing;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Applications;

/// <summary>改动清单: every change of a correction with old, new, reason and proof; and what happens when the record moves meanwhile.</summary>
public sealed class ChangesTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static int projects = 500;

    [Fact]
    public async Task AChangedField_SaysWhatItWas_AndStandsInTheListOfChanges()
    {
        var (id, _) = await StartedAsync();
        var section = await OpenAsync(id, "sections/contract");
        var was = section.Form("#section-form")["Contract[0].ContractMoney"];
        var left = await section.Form("#section-form").With("Contract[0].ContractMoney", "177.5").SubmitAsync("保存，去下一节：佐证材料");

        Assert.EndsWith("/evidence", left.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.True((await OpenAsync(id, "sections/contract")).Says($"原为 {was}.00"), was);
        var changes = await OpenAsync(id, "changes");
        Assert.Equal([$"{was}.00 万元"], changes.Texts(".swap del"));
        Assert.Equal(["177.50 万元"], changes.Texts(".swap ins"));
    }

    [Fact]
    public async Task EveryChange_WantsItsReasonAndItsProof()
    {
        var (id, _) = await StartedAsync();
        await ChangeAsync(id, "166");
        var proof = await ProofAsync(id);
        var page = await OpenAsync(id, "changes");

        var refused = await page.Form("#changes-form").With("Changes[0].Reason", "补充协议调整了金额").SubmitAsync("保存，去下一步：核对并提交");
        Assert.True(refused.Says("请为“第 1 条合同的合同金额”选择一份修正依据"), refused.Text);
        Assert.False(refused.Says("请写明“第 1 条合同的合同金额”为什么要改"), refused.Text);

        var kept = refused.Form("#changes-form").With("Changes[0].Evidence", proof.ToString());
        Assert.Equal("补充协议调整了金额", kept["Changes[0].Reason"]?.Trim());
        var check = await kept.SubmitAsync("保存，去下一步：核对并提交");
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(check.Texts("table.changes tbody tr"), row => row.Contains("166.00", StringComparison.Ordinal) && row.Contains("补充协议调整了金额", StringComparison.Ordinal));
        var submitted = await check.Form("form[action$='/submit']").With("promise", "true").SubmitAsync();
        Assert.True(submitted.Says("已提交"), submitted.Text);
    }

    [Fact]
    public async Task AReasonThatIsTooLong_StaysInItsField_BesideWhatIsWrong()
    {
        var (id, _) = await StartedAsync();
        await ChangeAsync(id, "165");
        var proof = await ProofAsync(id);
        var reason = new string('长', 501);

        var refused = await (await OpenAsync(id, "changes")).Form("#changes-form").With("Changes[0].Reason", reason).With("Changes[0].Evidence", proof.ToString()).SubmitAsync("保存，去下一步：核对并提交");

        Assert.Equal("理由最多 500 字，现在 501 字，请精简。", Assert.Single(refused.Texts(".entry .err")));
        var kept = refused.Form("#changes-form");
        Assert.Equal(reason, kept["Changes[0].Reason"]?.Trim());
        Assert.Equal(proof.ToString(), kept["Changes[0].Evidence"]);
    }

    [Fact]
    public async Task WhereAProofWasTakenAway_NothingOfThePageIsKept_AndAllOfItStays()
    {
        var (id, _) = await StartedAsync();
        await (await OpenAsync(id, "sections/contract")).Form("#section-form").With("Contract[0].ContractMoney", "164").With("Contract[0].PrjHead", "王堃").SubmitAsync();
        var proof = await ProofAsync(id);
        var form = (await OpenAsync(id, "changes")).Form("#changes-form");
        foreach (var row in new[] { 0, 1 })
        {
            form.With($"Changes[{row}].Reason", $"补充协议第 {row} 条");
        }

        form.With("Changes[1].Evidence", proof.ToString());
        await using (var db = office.Portal.OpenDatabase())
        {
            await db.EvidenceFiles.Where(f => f.Id == proof).ExecuteUpdateAsync(set => set.SetProperty(f => f.RemovedAt, office.Office.Clock.Now));
        }

        var refused = await form.SubmitAsync("保存，去下一步：核对并提交");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.True(refused.Says("所选的修正依据已经撤下，请另选一份。"), refused.Text);
        Assert.Equal("补充协议第 0 条", refused.Form("#changes-form")["Changes[0].Reason"]?.Trim());
        Assert.Equal("补充协议第 1 条", refused.Form("#changes-form")["Changes[1].Reason"]?.Trim());
        await using var after = office.Portal.OpenDatabase();
        Assert.False(await after.ChangeReasons.AnyAsync(r => r.ApplicationId == id));
    }

    [Theory]
    [InlineData("2.ContractMoney")]
    [InlineData("0.x")]
    [InlineData("Permit[0].BuilderLicenceNum")]
    public async Task AReasonForWhatBelongsToNoSectionOfTheFiling_IsNotFound(string path)
    {
        var (id, _) = await StartedAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => office.Office.DoAsync<CorrectionDesk>(desk => desk.GiveReasonsAsync(id, [new(path, "补充协议", null)], FilingCase.Filer)));
    }

    [Fact]
    public async Task WithoutAnyChange_NothingIsSubmitted()
    {
        var (id, _) = await StartedAsync();
        await ProofAsync(id);

        var check = await (await OpenAsync(id, "check")).Form("form[action$='/submit']").With("promise", "true").SubmitAsync();

        Assert.True(check.Says("还没有改动任何内容"), check.Text);
        Assert.True((await OpenAsync(id, "changes")).Has($"a[href='/applications/{id}/sections/contract']"));
    }

    [Fact]
    public async Task WhereTheRecordMoved_ItIsShown_AndConfirmedAgain_BeforeItGoesOn()
    {
        var (id, record) = await StartedAsync();
        await ChangeAsync(id, "155");
        var proof = await ProofAsync(id);
        await (await OpenAsync(id, "changes")).Form("#changes-form").With("Changes[0].Reason", "补充协议").With("Changes[0].Evidence", proof.ToString()).SubmitAsync("保存，去下一步：核对并提交");
        await MoveAsync(record, "999");

        var check = await OpenAsync(id, "check");
        Assert.True(check.Says("您填写之后，业绩库里的内容有了变化"), check.Text);
        Assert.True(check.Says("第 1 条合同的合同金额：改动时是") && check.Says("，现在是 999.00 万元"), check.Text);
        var refused = await check.Form("form[action$='/submit']").With("promise", "true").SubmitAsync();
        Assert.True(refused.Says("请核对并重新确认后再提交"), refused.Text);

        var confirmed = await refused.FormWith("按现在的内容重新确认").SubmitAsync();
        Assert.EndsWith("/changes", confirmed.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["999.00 万元"], confirmed.Texts(".swap del"));
        Assert.False(confirmed.Says("要重新确认"), confirmed.Text);
    }

    [Fact]
    public async Task TheListOfChanges_BelongsToItsEnterprise_AndToCorrectionsOnly()
    {
        var (id, _) = await StartedAsync();
        var supplement = await office.NewCase().DraftedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Gu, $"/applications/{id}/changes")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync(DemoPeople.Zhang, $"/applications/{supplement.Id}/changes")).Status);
    }

    private async Task<(Guid Id, Guid Record)> StartedAsync()
    {
        var record = await RecordStories.CompleteAsync(office.Office, Interlocked.Increment(ref projects));
        var page = await office.OpenAsync(DemoPeople.Zhang, $"/applications/new/correction?record={record}");
        var started = await page.FormWith("开始修正勘误申请").With("asked", "Contract").SubmitAsync();
        return (Guid.Parse(started.Address.Segments[2].TrimEnd('/')), record);
    }

    private Task<Page> OpenAsync(Guid id, string page) => office.OpenAsync(DemoPeople.Zhang, $"/applications/{id}/{page}");

    private async Task ChangeAsync(Guid id, string amount) =>
        await (await OpenAsync(id, "sections/contract")).Form("#section-form").With("Contract[0].ContractMoney", amount).SubmitAsync();

    private async Task<Guid> ProofAsync(Guid id)
    {
        foreach (var kind in new[] { EvidenceKind.ApplicationForm, EvidenceKind.CorrectionProof, EvidenceKind.PlatformScreenshot, EvidenceKind.AcceptanceProof, EvidenceKind.Commitment })
        {
            await (await OpenAsync(id, "evidence")).Form($"form[action^='/applications/{id}/evidence/{kind.Code}']:not([action*='replaces'])")
                .With("file", PerformanceRecords.Testing.Sample.Pdf($"{kind.Title}.pdf", kind.Title)).SubmitAsync();
        }

        await using var db = office.Portal.OpenDatabase();
        return await db.EvidenceFiles.Where(f => f.ApplicationId == id && f.Kind == EvidenceKind.CorrectionProof.Code).Select(f => f.Id).SingleAsync();
    }

    // another filing landed
    private async Task MoveAsync(Guid recordId, string amount)
    {
        await using var db = office.Portal.OpenDatabase();
        var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == recordId);
        var held = record[Sections.Contract]!;
        var values = held.Values.Map((key, text) => key == nameof(Contract.ContractMoney) ? amount : text);
        db.RecordRevisions.Add(record.Land(Sections.Contract, values, held.ApplicationId, "王珺", office.Office.Clock.Now)!);
        await db.SaveChangesAsync();
    }
}
