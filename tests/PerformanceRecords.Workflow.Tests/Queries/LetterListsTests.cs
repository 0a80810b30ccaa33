using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Queries;

public sealed class LetterListsTests : InAnOffice
{
    [Fact]
    public async Task ANotice_IsForItsEnterprise_AndIsNoLetterToTheProvince()
    {
        await new SupplementCase(Office).AtProvinceAsync();
        var rejected = await new SupplementCase(Office, 2).SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目不在补录范围");
        var notice = await rejected.LetterAwaitingSignatureAsync();
        Assert.IsType<LetterResult.Done>(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(notice.Id, notice.Version, SupplementCase.Signer)));

        Assert.Equal(LetterKind.SupplementRequest, Assert.Single(await ReceivedAsync(SupplementCase.Province)).Kind);
        Assert.Equal(notice.Id, Assert.Single(await ReceivedAsync(SupplementCase.Filer)).Id);
    }

    [Fact]
    public async Task ALine_SaysWhatItsLetterIsAbout()
    {
        var (first, second) = (await new SupplementCase(Office, 3).VerifiedAsync(), await new SupplementCase(Office, 4).VerifiedAsync());
        await first.LetterAwaitingSignatureAsync(second);

        var waiting = Assert.Single((await Office.DoAsync<LetterLists, Page<LetterRow, TimeKey>>(lists =>
            lists.OwnAsync(SupplementCase.City, LetterState.AwaitingSignature, PageTurn<TimeKey>.First))).Rows);

        Assert.Equal((first.ProjectName, 2), (waiting.FirstProject, waiting.Cases));
    }

    private async Task<IReadOnlyList<LetterRow>> ReceivedAsync(Actor actor) =>
        (await Office.DoAsync<LetterLists, Page<LetterRow, TimeKey>>(lists => lists.ReceivedAsync(actor, PageTurn<TimeKey>.First))).Rows;
}
