using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Letters;

/// <summary>函件模板: a bureau's own words, version by version.</summary>
public sealed class TemplateDeskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ADraft_StartsFromTheNewestVersion_AndSaysWhich(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var own = LetterWording.BuiltIn(LetterKind.SupplementRequest) with { Body = "我委核实了{项目数}个项目。", CopyTo = "各区建设局" };
        Assert.Null(await SaveAsync(office, 0, own));
        Assert.Null(await SaveAsync(office, 1, own with { Body = "第二版，{项目数}个项目。" }));

        var letter = await (await new SupplementCase(office, 1701).VerifiedAsync()).LetterAwaitingSignatureAsync();

        Assert.Equal((2, "第二版，{项目数}个项目。", "各区建设局"), (letter.TemplateVersion, letter.Body, letter.CopyTo));
        Assert.Equal([2, 1], (await office.DoAsync<TemplateDesk, IReadOnlyList<LetterTemplate>>(desk =>
            desk.VersionsAsync(SupplementCase.City.OrganisationId, LetterKind.SupplementRequest))).Select(t => t.Edition));
    }

    [Fact]
    public async Task ADraftThatIsResetToItsTemplate_KeepsTheVersionItIsPinnedTo()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var own = LetterWording.BuiltIn(LetterKind.SupplementRequest) with { Body = "第一版，{项目数}个项目。" };
        Assert.Null(await SaveAsync(office, 0, own));
        var verified = await new SupplementCase(office, 1702).VerifiedAsync();
        var draft = Done(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([verified.Id], SupplementCase.City)));
        Assert.Null(await SaveAsync(office, 1, own with { Body = "第二版，{项目数}个项目。" }));
        draft = Done(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SaveAsync(draft.Id, draft.Version, new LetterDraft("标题", "省厅", "改乱了"), SupplementCase.City)));

        draft = Done(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.ResetAsync(draft.Id, draft.Version, SupplementCase.City)));

        Assert.Equal((1, "第一版，{项目数}个项目。"), (draft.TemplateVersion, draft.Body));

        static Letter Done(LetterResult result) => Assert.IsType<LetterResult.Done>(result).Letter;
    }

    [Fact]
    public async Task OnlyTheBureausAdministrator_ChangesATemplate_AndOnlyFromWhatHeSaw()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var words = LetterWording.BuiltIn(LetterKind.SupplementRequest);

        // whoever may sign, may not change the words for that alone
        Assert.Equal("template-right", (await office.DoAsync<TemplateDesk, Domain.Breach?>(desk => desk.SaveAsync(LetterKind.SupplementRequest, 0, words, SupplementCase.Signer)))!.Code);
        Assert.Equal("fact-unknown", (await SaveAsync(office, 0, words with { Body = "共{项目总数}个。" }))!.Code);
        Assert.Equal("body-missing", (await SaveAsync(office, 0, words with { Body = " " }))!.Code);
        Assert.Equal("layout-wrong", (await SaveAsync(office, 0, words with { Layout = LetterLayout.Notice }))!.Code);
        Assert.Null(await SaveAsync(office, 0, words));
        await Assert.ThrowsAsync<StaleException>(() => SaveAsync(office, 0, words));
        await Assert.ThrowsAsync<NotFoundException>(() => office.DoAsync<TemplateDesk, Domain.Breach?>(desk => desk.SaveAsync(LetterKind.Confirmation, 0, words, SupplementCase.City)));
    }

    [Fact]
    public void EveryKind_HasWords_WhoseFactsAreKnown() => Assert.All(Enum.GetValues<LetterKind>(), kind =>
    {
        var words = LetterWording.BuiltIn(kind);
        Assert.Empty(LetterFacts.Misspelt(words.Title + words.Addressee + words.Body));
    });

    private static Task<Domain.Breach?> SaveAsync(Office office, int seen, LetterWording words) =>
        office.DoAsync<TemplateDesk, Domain.Breach?>(desk => desk.SaveAsync(LetterKind.SupplementRequest, seen, words, SupplementCase.City));
}
