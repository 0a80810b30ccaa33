using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Letters;

/// <summary>签发与收回: what is frozen stays, what moved is in the letter, and what is taken back locks what it opened.</summary>
public sealed class SignOffTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static int projects = 1000;

    [Theory, OnSqlite, OnPostgres]
    public async Task ASignedLetter_IsFrozenWithItsFacts_Archived_AndOwesItsPdf(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var covered = await New(office).VerifiedAsync();
        var letter = await SignedAsync(office, await covered.LetterAwaitingSignatureAsync());

        Assert.Contains("1个项目", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.Title + letter.Body, StringComparison.Ordinal);
        Assert.Equal(letter.Code, VerificationCode.Read(VerificationCode.Grouped(letter.Code!)));
        var row = Assert.Single(letter.Cases);
        Assert.StartsWith("补录", row.Matter, StringComparison.Ordinal);
        Assert.Contains("申请表", row.MaterialList, StringComparison.Ordinal);
        await office.DoAsync<AppDbContext>(async db => Assert.NotNull((await db.PrintJobs.SingleAsync(j => j.SubjectId == letter.Id && j.Subject == PrintSubject.Letter)).NextAt));
        await office.DoAsync<LetterCheck>(async check =>
        {
            var result = await check.RunAsync();
            Assert.DoesNotContain(result.Problems, p => p.StartsWith(letter.Number!, StringComparison.Ordinal));
            Assert.True(result is { Letters: > 0, Moves: > 0 });
        });
    }

    [Fact]
    public async Task VerifyLetters_FindsATextThatWasChangedInTheDatabase()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var letter = await SignedAsync(office, await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync());
        await using (var db = database.Open())
        {
            await db.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Title, "别的标题"));
        }

        await office.DoAsync<LetterCheck>(async check => Assert.Equal($"{letter.Number}: text differs from its digest", Assert.Single((await check.RunAsync()).Problems)));
    }

    [Fact]
    public async Task VerifyLetters_FindsANumberThatNoLetterBears()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var rejected = await New(office).SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目不在补录范围");
        var notice = await SignedAsync(office, await rejected.LetterAwaitingSignatureAsync());
        await using (var db = database.Open())
        {
            await db.Letters.Where(l => l.Id == notice.Id).ExecuteDeleteAsync();
        }

        await office.DoAsync<LetterCheck>(async check => Assert.Equal($"{notice.Number}: taken, and no letter bears it", Assert.Single((await check.RunAsync()).Problems)));
    }

    [Fact]
    public async Task VerifyLetters_FindsAPdfThatIsGone()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var letter = await SignedAsync(office, await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync());
        await using (var db = database.Open())
        {
            (await db.PrintJobs.SingleAsync(j => j.SubjectId == letter.Id)).Printed(new string('0', 64), 1, office.Clock.Now);
            await db.SaveChangesAsync();
        }

        await office.DoAsync<LetterCheck>(async check => Assert.Equal($"{letter.Number}: PDF is missing", Assert.Single((await check.RunAsync()).Problems)));
    }

    [Fact]
    public async Task VerifyLetters_FindsACaseThatWasMovedByALetterItIsNotIn()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var office = await Office.OpenAsync(database);
        var covered = await New(office).VerifiedAsync();
        await SignedAsync(office, await covered.LetterAwaitingSignatureAsync());
        await using (var db = database.Open())
        {
            await db.LetterCases.Where(c => c.ApplicationId == covered.Id).ExecuteDeleteAsync();
        }

        await office.DoAsync<LetterCheck>(async check => Assert.Contains((await check.RunAsync()).Problems, p => p.StartsWith(covered.Id.ToString(), StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TakingALetterBack_BringsItsCasesBack_AndKeepsTheNumberVoid(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var covered = await New(office).VerifiedAsync();
        var letter = await SignedAsync(office, await covered.LetterAwaitingSignatureAsync());

        var withdrawn = Assert.IsType<LetterResult.Done>(await WithdrawAsync(office, letter, "附件漏了一个项目")).Letter;

        Assert.Equal((LetterState.Withdrawn, letter.Number, "附件漏了一个项目"), (withdrawn.State, withdrawn.Number, withdrawn.WithdrawalReason));
        Assert.Equal(Stage.CityLetter, (await covered.ReadAsync()).Stage);
        var second = await SignedAsync(office, await covered.LetterAwaitingSignatureAsync());
        Assert.NotEqual(letter.Number, second.Number);
        await office.DoAsync<LetterCheck>(async check => Assert.DoesNotContain((await check.RunAsync()).Problems, p => p.Contains(letter.Number!, StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TakingALetterBack_LocksThePortThatRestsOnIt(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var opened = await New(office).PortOpenedAsync();
        var letter = await LetterOfAsync(office, opened);

        Assert.IsType<LetterResult.Done>(await WithdrawAsync(office, letter, "核实有误"));

        Assert.Equal(Stage.CityLetter, (await opened.ReadAsync()).Stage);
        await office.DoAsync<AppDbContext>(async db =>
        {
            var port = await db.SupplementPorts.SingleAsync(p => p.ApplicationId == opened.Id);
            Assert.Equal(PortState.Closed, port.StateOn(new DateOnly(2026, 11, 20)));
            Assert.Contains("核实有误", port.Reason, StringComparison.Ordinal);
            Assert.Contains("核实有误", (await db.Notifications.SingleAsync(n => n.Url == $"/ports/{port.Id}")).Text, StringComparison.Ordinal);

            // the history of the filing names the letter, that of the port has the taking back too
            Assert.Equal(letter.Number, (await db.ApplicationEvents.SingleAsync(e => e.ApplicationId == opened.Id && e.Act == Act.RecallLetter)).Reference);
            var history = (await new PortList(db).OpenAsync(port.Id, SupplementCase.Province)).History;
            Assert.Equal(["step.OpenPort", "step.RecallLetter"], history.Select(h => h.What).Order(StringComparer.Ordinal));
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TheLongestReasonForTakingBack_FitsOnThePortToo(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var opened = await New(office).PortOpenedAsync();

        Assert.IsType<LetterResult.Done>(await WithdrawAsync(office, await LetterOfAsync(office, opened), new string('误', 500)));

        await office.DoAsync<AppDbContext>(async db =>
            Assert.Equal(SupplementPort.LongestReason, (await db.SupplementPorts.SingleAsync(p => p.ApplicationId == opened.Id)).Reason!.Length));
    }

    [Fact]
    public async Task WhatWasSubmittedThroughThePort_KeepsTheLetterWhereItIs()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var filled = await New(office).FilledInAsync();
        var letter = await LetterOfAsync(office, filled);
        Assert.IsType<StepResult.Taken>(await filled.TakeAsync(Act.Submit, SupplementCase.Filer));

        var refused = Assert.IsType<LetterResult.Refused>(await WithdrawAsync(office, letter, "核实有误"));

        Assert.Equal("case-moved", refused.Breach.Code);
        Assert.StartsWith($"企业已通过补录端口提交“{filled.ProjectName}”，现在是“市级确认”", refused.Breach.Message, StringComparison.Ordinal);
        Assert.Equal(Stage.Confirmation, (await filled.ReadAsync()).Stage);
        Assert.Equal(LetterState.Signed, (await LetterOfAsync(office, filled)).State);
    }

    [Fact]
    public async Task WhatWasSentBack_OrSentAgain_KeepsItsOldLetter_AndSaysWhatToDo()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var sent = await New(office).AtProvinceAsync();
        var letter = await LetterOfAsync(office, sent);
        Assert.IsType<StepResult.Taken>(await sent.TakeAsync(Act.SendBack, SupplementCase.Province, "请重新核实后再报"));

        var refused = Assert.IsType<LetterResult.Refused>(await WithdrawAsync(office, letter, "省厅退回"));
        Assert.Equal($"“{sent.ProjectName}”已由收文单位退回，现在是“市级核实”，这封函已经办结，不能收回。核实后另拟一封函报送；其余项目也要撤回的，请联系收文单位退回。", refused.Breach.Message);

        Assert.IsType<StepResult.Taken>(await sent.TakeAsync(Act.Verify, SupplementCase.City, "核实属实"));
        var second = await SignedAsync(office, await sent.LetterAwaitingSignatureAsync());
        refused = Assert.IsType<LetterResult.Refused>(await WithdrawAsync(office, letter, "省厅退回"));
        Assert.Equal($"“{sent.ProjectName}”后来已由 {second.Number} 报送，这封函不能收回。", refused.Breach.Message);
    }

    [Fact]
    public async Task TheNewsOfALockedPort_ClosesItsSentenceOnce()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var opened = await New(office).PortOpenedAsync();

        Assert.IsType<LetterResult.Done>(await WithdrawAsync(office, await LetterOfAsync(office, opened), "附件漏了一个项目。"));

        await office.DoAsync<AppDbContext>(async db => Assert.Contains(
            "附件漏了一个项目。已填的内容保留", (await db.Notifications.SingleAsync(n => n.Text.Contains("附件漏了一个项目"))).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakingBack_NeedsAReason_AndTheRightToSign()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var letter = await SignedAsync(office, await (await New(office).VerifiedAsync()).LetterAwaitingSignatureAsync());

        Assert.Equal("withdrawal-reason", Assert.IsType<LetterResult.Refused>(await WithdrawAsync(office, letter, " ")).Breach.Code);
        Assert.Equal("two-hands", Assert.IsType<LetterResult.Refused>(
            await office.DoAsync<LetterDesk, LetterResult>(desk => desk.WithdrawAsync(letter.Id, letter.Version, "理由", SupplementCase.City))).Breach.Code);
    }

    [Fact]
    public async Task ARecall_IsNoStepThatAnyoneTakesWithoutItsLetter()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var sent = await New(office).AtProvinceAsync();

        await Assert.ThrowsAsync<StepRefusedException>(() => sent.TakeAsync(Act.RecallLetter, SupplementCase.City, "理由"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TwoWhoPutOneCaseIntoTwoLetters_GetOneLetter(Engine engine)
    {
        await using var office = await OpenAsync(engine);
        var verified = await New(office).VerifiedAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([verified.Id], SupplementCase.City))));

        Assert.Single(results.OfType<LetterResult.Done>());
        Assert.All(results.OfType<LetterResult.Refused>(), r => Assert.Equal("letter-taken", r.Breach.Code));
    }

    [Fact]
    public async Task ACaseThatWasVerifiedAgainAfterSending_StopsTheSignature()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var verified = await New(office).VerifiedAsync();
        var letter = await verified.LetterAwaitingSignatureAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await verified.TakeAsync(Act.TakeOut, SupplementCase.City, "再核实一次");
        await verified.TakeAsync(Act.Verify, SupplementCase.City);

        var refused = Assert.IsType<LetterResult.Refused>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer)));

        Assert.Equal("case-moved", refused.Breach.Code);
        Assert.Contains(verified.ProjectName, refused.Breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARejection_IsToldByANotice_WhichMovesNothing_AndOnlyItsEnterpriseSees()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var rejected = await New(office).SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目不在补录范围");
        var drafted = Assert.IsType<LetterResult.Done>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([rejected.Id], SupplementCase.City))).Letter;
        var sent = Assert.IsType<LetterResult.Done>(await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SendForSignatureAsync(drafted.Id, drafted.Version, SupplementCase.City))).Letter;

        var notice = await SignedAsync(office, sent);

        Assert.Equal(LetterKind.RejectionNotice, notice.Kind);
        Assert.Contains("该项目不在补录范围", notice.Body, StringComparison.Ordinal);
        Assert.Equal(SupplementCase.Filer.OrganisationName, notice.Addressee);
        Assert.Equal(Stage.Rejected, (await rejected.ReadAsync()).Stage);
        await office.DoAsync<AppDbContext>(async db =>
        {
            Assert.True(await db.Letters.VisibleTo(SupplementCase.Filer).AnyAsync(l => l.Id == notice.Id));
            Assert.False(await db.Letters.VisibleTo(SupplementCase.OtherEnterprise).AnyAsync(l => l.Id == notice.Id));
            Assert.Equal(SupplementCase.Filer.UserId, (await db.Notifications.SingleAsync(n => n.Url == $"/letters/{notice.Id}")).UserId);
        });
        Assert.Equal("letter-taken", Assert.IsType<LetterResult.Refused>(
            await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([rejected.Id], SupplementCase.City))).Breach.Code);
    }

    [Fact]
    public async Task ANoticeOverSomebodyElsesDecision_IsRefused()
    {
        await using var office = await OpenAsync(Engine.Sqlite);
        var rejected = await New(office).SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目不在补录范围");

        await Assert.ThrowsAsync<StepRefusedException>(() =>
            office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([rejected.Id], SupplementCase.Province)));
    }

    private static SupplementCase New(Office office) => new(office, Interlocked.Increment(ref projects));

    private static async Task<Letter> SignedAsync(Office office, Letter letter) => Assert.IsType<LetterResult.Done>(
        await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer))).Letter;

    private static Task<LetterResult> WithdrawAsync(Office office, Letter letter, string reason) =>
        office.DoAsync<LetterDesk, LetterResult>(desk => desk.WithdrawAsync(letter.Id, letter.Version, reason, SupplementCase.Signer));

    private static Task<Letter> LetterOfAsync(Office office, SupplementCase about) => office.DoAsync<AppDbContext, Letter>(db =>
        db.LetterCases.Where(c => c.ApplicationId == about.Id).Join(db.Letters.AsNoTracking(), c => c.LetterId, l => l.Id, (c, l) => l).SingleAsync());

    private async Task<Office> OpenAsync(Engine engine) => await Office.OpenAsync(await databases.OnAsync(engine));
}
