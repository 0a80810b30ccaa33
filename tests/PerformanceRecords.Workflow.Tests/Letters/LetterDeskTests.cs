using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Letters;

public sealed class LetterDeskTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static int projects = 1000;

    [Theory, OnSqlite, OnPostgres]
    public async Task SigningOff_MovesTheCoveredCases_AndOnlyThose(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var covered = await New(office).VerifiedAsync();
        var second = await New(office).VerifiedAsync();
        var left = await New(office).VerifiedAsync();
        var letter = await covered.LetterAwaitingSignatureAsync(second);

        var signed = Assert.IsType<LetterResult.Done>(await SignAsync(office, letter, SupplementCase.Signer)).Letter;

        Assert.Matches("^宁建设函〔2026〕[1-9][0-9]*号$", signed.Number);
        Assert.Equal(64, signed.Digest!.Length);
        Assert.Equal(Stage.ProvinceReview, (await covered.ReadAsync()).Stage);
        Assert.Equal(Stage.ProvinceReview, (await second.ReadAsync()).Stage);
        Assert.Equal(Stage.CityLetter, (await left.ReadAsync()).Stage);
        await office.DoAsync<AppDbContext>(async db => Assert.Equal(
            signed.Number,
            (await db.ApplicationEvents.SingleAsync(e => e.ApplicationId == covered.Id && e.Act == Act.SignLetter)).Reference));
    }

    [Fact]
    public async Task TheDrafter_DoesNotSignOff_EvenWithTheRight()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var letter = await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync();
        var refused = Assert.IsType<LetterResult.Refused>(await SignAsync(office, letter, SupplementCase.City with { MaySign = true }));
        Assert.Equal("two-hands", refused.Breach.Code);
    }

    [Fact]
    public async Task WithoutTheRightToSign_ASecondPersonDoesNotEither()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var letter = await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync();
        Assert.IsType<LetterResult.Refused>(await SignAsync(office, letter, SupplementCase.Signer with { MaySign = false }));
    }

    [Fact]
    public async Task ALetter_IsNotSavedInTheLayoutOfANotice()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).VerifiedAsync();
        var draft = Assert.IsType<LetterResult.Done>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([supplement.Id], SupplementCase.City))).Letter;

        var refused = await office.DoAsync<LetterDesk, LetterResult>(desk =>
            desk.SaveAsync(draft.Id, draft.Version, new LetterDraft("关于补录的函", "江苏省住房和城乡建设厅", "正文", LetterLayout.Notice), SupplementCase.City));

        Assert.Equal("layout-wrong", Assert.IsType<LetterResult.Refused>(refused).Breach.Code);
    }

    [Fact]
    public async Task AnotherCitysLetter_IsNotThere()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var letter = await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => SignAsync(office, letter, SupplementCase.OtherCity with { MaySign = true }));
    }

    [Fact]
    public async Task ACase_IsInOneLiveLetterOnly()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var supplement = await New(office).VerifiedAsync();
        await supplement.LetterAwaitingSignatureAsync();
        var refused = Assert.IsType<LetterResult.Refused>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([supplement.Id], SupplementCase.City)));
        Assert.Equal("letter-taken", refused.Breach.Code);
    }

    [Fact]
    public async Task ACaseThatWasTakenOutMeanwhile_StopsTheSignOff_AndNothingMoves()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var stays = await New(office).VerifiedAsync();
        var taken = await New(office).VerifiedAsync();
        var letter = await stays.LetterAwaitingSignatureAsync(taken);
        await taken.TakeAsync(Act.TakeOut, SupplementCase.City, "再核实一次");

        Assert.IsType<LetterResult.Refused>(await SignAsync(office, letter, SupplementCase.Signer));

        Assert.Equal(Stage.CityLetter, (await stays.ReadAsync()).Stage);
        await office.DoAsync<AppDbContext>(async db => Assert.Equal(LetterState.AwaitingSignature, (await db.Letters.SingleAsync(l => l.Id == letter.Id)).State));
    }

    [Fact]
    public async Task SomebodyElsesDraft_IsDiscardedByASignerOnly()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var verified = await New(office).VerifiedAsync();
        var draft = await DraftedAsync(office, verified);
        var colleague = SupplementCase.City with { UserId = Guid.NewGuid() };

        Assert.Equal("drafter-only", Assert.IsType<LetterResult.Refused>(await DiscardAsync(office, draft, colleague)).Breach.Code);
        Assert.Equal(LetterState.Discarded, Assert.IsType<LetterResult.Done>(await DiscardAsync(office, draft, SupplementCase.Signer)).Letter.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ATitleThatIsTooLongWithItsFactsWrittenOut_IsNotSentForSignature(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var draft = await DraftedAsync(office, await New(office).VerifiedAsync());
        var wordy = new LetterDraft(string.Concat(Enumerable.Repeat("{发文机关}", 21)), "江苏省住房和城乡建设厅", "正文");
        draft = Assert.IsType<LetterResult.Done>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SaveAsync(draft.Id, draft.Version, wordy, SupplementCase.City))).Letter;

        var refused = Assert.IsType<LetterResult.Refused>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SendForSignatureAsync(draft.Id, draft.Version, SupplementCase.City)));

        Assert.Equal(("title-long", "标题写上事实以后有 210 字，最多 200 字，请改短。"), (refused.Breach.Code, refused.Breach.Message));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task NumbersOfASeries_HaveNoGapAndNoDouble_WhenManySignAtOnce(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var letters = new List<Letter>();
        for (var i = 0; i < 8; i++)
        {
            letters.Add(await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync());
        }

        var signed = await Task.WhenAll(letters.Select(l => SignAsync(office, l, SupplementCase.Signer)));

        Assert.Equal(
            Enumerable.Range(1, 8).Select(n => $"宁建设函〔2026〕{n}号"),
            signed.Select(s => Assert.IsType<LetterResult.Done>(s).Letter.Number!).Order(StringComparer.Ordinal));
    }

    private static async Task<Letter> DraftedAsync(Office office, SupplementCase over) => Assert.IsType<LetterResult.Done>(
        await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([over.Id], SupplementCase.City))).Letter;

    private static Task<LetterResult> DiscardAsync(Office office, Letter letter, Actor actor) =>
        office.DoAsync<LetterDesk, LetterResult>(desk => desk.DiscardAsync(letter.Id, letter.Version, actor));

    private static SupplementCase New(Office office) => new(office, Interlocked.Increment(ref projects));

    private static Task<LetterResult> SignAsync(Office office, Letter letter, Actor signer) =>
        office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, signer));

    private async Task<Office> OpenAsync(Engine engine) => await Office.OpenAsync(await databases.OnAsync(engine));
}
