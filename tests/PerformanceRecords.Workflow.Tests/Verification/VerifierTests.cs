using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Sheets;
using PerformanceRecords.Workflow.Verification;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Verification;

/// <summary>真伪核验: a paper that something newer took the place of is genuine, and holds no more.</summary>
public sealed class VerifierTests : InAnOffice
{
    [Fact]
    public async Task ALetterWhoseCasesWentOutAgain_IsSuperseded_AndLeadsToTheNewOne()
    {
        var sent = await new SupplementCase(Office).VerifiedAsync();
        var first = await SignedAsync(sent);
        Assert.Equal(PaperState.InForce, (await FindAsync(first.Code!))!.State);

        Office.Clock.Advance(TimeSpan.FromDays(1));
        await sent.TakeAsync(Act.SendBack, SupplementCase.Province, "请说明项目所在地");
        Office.Clock.Advance(TimeSpan.FromMinutes(5));
        await sent.TakeAsync(Act.Verify, SupplementCase.City);
        Assert.Equal(PaperState.InForce, (await FindAsync(first.Code!))!.State);
        Office.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await SignedAsync(sent);

        var old = await FindAsync(first.Code!);
        Assert.Equal((PaperState.Superseded, second.Number, second.Code), (old!.State, old.Newer!.Name, old.Newer.Code));
        Assert.Equal(PaperState.InForce, (await FindAsync(second.Code!))!.State);
    }

    [Fact]
    public async Task ASheetOfARecordThatChanged_IsSuperseded_AndSaysWhatItSaid()
    {
        var record = await RecordStories.SupplementedAsync(Office);
        var first = await IssueAsync(record);
        await FilingCase.ShownAsync(Office, record);
        await RecordStories.CompletedAsync(Office, Domain.Applications.Types.CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        var second = await IssueAsync(record);
        Assert.Equal((1, 2), (first.Edition, second.Edition));

        var old = Assert.IsType<VerifiedSheet>(await FindAsync(first.Code));
        Assert.Equal((PaperState.Superseded, second.Code), (old.State, old.Newer!.Code));
        Assert.Contains("业绩技术指标：未填报", old.Lines);
        Assert.DoesNotContain("业绩技术指标：未填报", old.NewerLines!);
        Assert.Null(await FindAsync("222222222222"));
    }

    private async Task<Letter> SignedAsync(SupplementCase over)
    {
        var letter = await over.LetterAwaitingSignatureAsync();
        return Assert.IsType<LetterResult.Done>(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer))).Letter;
    }

    private Task<RecordSheet> IssueAsync(Guid record) => Office.DoAsync<SheetDesk, RecordSheet>(desk => desk.IssueAsync(record, FilingCase.Filer));

    private Task<VerifiedPaper?> FindAsync(string code) => Office.DoAsync<Verifier, VerifiedPaper?>(verifier => verifier.FindAsync(code, "江苏省住房和城乡建设厅"));
}
