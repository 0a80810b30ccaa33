using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Letters;

// the second hand: sends back, signs off, takes back
public sealed partial class LetterDesk
{
    public async Task<LetterResult> SendBackAsync(Guid id, int version, string? remark, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.AwaitingSignature, cancellation);
        if (SecondHandMissing(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        if (string.IsNullOrWhiteSpace(remark))
        {
            return Refused("remark-missing", "Remark", "请写明要拟稿人改什么。");
        }

        if (remark.Trim().Length > 1000)
        {
            return Refused("remark-long", "Remark", "修改意见最多 1000 字。");
        }

        letter.SendBackToDrafter(remark.Trim(), clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.SendBack", remark, cancellation);
    }

    /// <summary>Signs off: number, frozen text on file, and every covered case's step, all or nothing. The PDF is owed and follows.</summary>
    public async Task<LetterResult> SignAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var letter = await OwnAsync(id, version, actor, LetterState.AwaitingSignature, cancellation);
        if (SecondHandMissing(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        var series = await db.Organisations.Where(o => o.Id == letter.FromId).Select(o => o.LetterSeries).SingleAsync(cancellation);
        if (string.IsNullOrEmpty(series))
        {
            return Refused("series-missing", "", "本单位还没有设置发文机关代字，请联系管理员设置后再签发。");
        }

        var now = Rounded(clock.GetUtcNow().UtcDateTime);
        if (await FreezeAsync(letter, cancellation) is { } tooLong)
        {
            return new LetterResult.Refused(tooLong);
        }

        var number = await numbers.LetterNumberAsync(letter.FromId, series, ChinaClock.DateInChina(now).Year, cancellation);
        letter.Sign(actor, number, VerificationCode.New(), now);
        if (await MoveAsync(letter, actor, cancellation) is { } refused)
        {
            return refused;
        }

        letter.Archived(await archive.KeepAsync(letter, cancellation));
        await TellAddresseeAsync(letter, "", $"{letter.FromName} {number}，可以在门户里查看和下载。", cancellation);
        db.PrintJobs.Add(PrintJob.For(PrintSubject.Letter, letter.Id, now));
        audit.Add(actor, "letter.Sign", letter.Id, number);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
        prints.Raise();
        return new LetterResult.Done(letter);
    }

    /// <summary>Takes a signed letter back, and every case with it, as long as nobody has built on it. The number stays void.</summary>
    public async Task<LetterResult> WithdrawAsync(Guid id, int version, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var letter = await OwnAsync(id, version, actor, LetterState.Signed, cancellation);
        if (!actor.MaySign)
        {
            return Refused("two-hands", "", "收回函件由本单位签发人办理。");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > 500)
        {
            return Refused("withdrawal-reason", "Reason", "请写明收回的理由，最多 500 字；收文单位和企业都会看到。");
        }

        foreach (var covered in letter.Kind.IsNotice() ? [] : letter.Cases.OrderBy(c => c.Position).ToArray())
        {
            if (await RecallAsync(letter, covered.ApplicationId, reason.Trim(), actor, cancellation) is { } refused)
            {
                return refused;
            }
        }

        letter.Withdraw(actor, reason.Trim(), clock.GetUtcNow().UtcDateTime);
        await TellAddresseeAsync(letter, "已收回", $"{letter.FromName} {letter.Number} 已收回，不再有效。理由：{reason.Trim()}", cancellation);
        audit.Add(actor, "letter.Withdraw", letter.Id, $"{letter.Number} {reason.Trim()}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new LetterResult.Done(letter);
    }

    private async Task<LetterResult.Refused?> MoveAsync(Letter letter, Actor actor, CancellationToken cancellation)
    {
        foreach (var covered in letter.Cases.OrderBy(c => c.Position))
        {
            var application = await db.Applications.Where(a => a.Id == covered.ApplicationId)
                .Select(a => new { a.ProjectName, a.Version, a.Stage, a.StageSince }).SingleAsync(cancellation);
            if (application.Stage != letter.CaseStage || application.StageSince > letter.SentForSignatureAt)
            {
                return Refused("case-moved", "Cases", $"“{application.ProjectName}”在送签之后有变动，请退回拟稿人核对后再签发。");
            }

            if (letter.Kind.IsNotice())
            {
                continue;
            }

            var taken = await steps.TakeWithinAsync(
                new TakeStep(covered.ApplicationId, Act.SignLetter, application.Version, Reference: new LetterReference(letter.Id, letter.Number!)), actor, cancellation);
            if (taken is StepResult.Refused refused)
            {
                return Refused("case-refused", "Cases", $"“{application.ProjectName}”：{refused.Breaches[0].Message}");
            }

            if (taken is not StepResult.Taken)
            {
                throw new StaleException(nameof(Application), covered.ApplicationId);
            }
        }

        return null;
    }

    private async Task<LetterResult.Refused?> RecallAsync(Letter letter, Guid applicationId, string reason, Actor actor, CancellationToken cancellation)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, cancellation);
        var events = db.ApplicationEvents.Where(e => e.ApplicationId == applicationId);
        var sent = await events.Where(e => e.Act == Act.SignLetter).OrderByDescending(e => e.At).Select(e => new { e.At, e.Reference }).FirstOrDefaultAsync(cancellation);
        var submitted = await db.SupplementPorts.AnyAsync(p => p.ApplicationId == applicationId && p.SubmissionsUsed > 0, cancellation);
        if (sent?.Reference != letter.Number || (submitted && application.Stage == Stage.FillIn) || application.StepFor(actor, Act.RecallLetter) is null)
        {
            var answered = sent is not null && await events.AnyAsync(e => e.Act == Act.SendBack && e.At >= sent.At, cancellation);
            var (project, stage) = (application.ProjectName, application.Stage.Chinese());
            return Refused("case-moved", "Reason",
                sent?.Reference != letter.Number ? $"“{project}”后来已由 {sent?.Reference} 报送，这封函不能收回。"
                : answered ? $"“{project}”已由收文单位退回，现在是“{stage}”，这封函已经办结，不能收回。核实后另拟一封函报送；其余项目也要撤回的，请联系收文单位退回。"
                : submitted ? $"企业已通过补录端口提交“{project}”，现在是“{stage}”，这封函不能收回。内容有误的，请在审核时退回企业补正。"
                : $"“{project}”已经到了“{stage}”，后面的单位已据此办理，这封函不能收回。");
        }

        var taken = await steps.TakeWithinAsync(
            new TakeStep(applicationId, Act.RecallLetter, application.Version, reason, new LetterReference(letter.Id, letter.Number!)), actor, cancellation);
        if (taken is not StepResult.Taken { Event: var recalled })
        {
            throw new StaleException(nameof(Application), applicationId);
        }

        recalled.Reference = letter.Number;
        return null;
    }

    // a notice goes to its enterprise; of a letter between offices enterprises learn by what it moves
    private async Task TellAddresseeAsync(Letter letter, string what, string text, CancellationToken cancellation)
    {
        if (letter.AddresseeId is { } enterprise)
        {
            var news = new NewsItem(NotificationKind.Decided, $"《{letter.Title}》{what}", text, $"/letters/{letter.Id}", $"letter:{letter.Id:N}:{letter.State}", clock.GetUtcNow().UtcDateTime);
            await notifier.TellAsync(enterprise, news, cancellation);
        }
    }

    // what the paper says is settled here, for ever; unless the facts make it longer than a paper can be
    private async Task<Breach?> FreezeAsync(Letter letter, CancellationToken cancellation)
    {
        var ids = letter.Cases.OrderBy(c => c.Position).Select(c => c.ApplicationId).ToList();
        var rows = await annexes.ReadAsync(ids, cancellation);
        foreach (var covered in letter.Cases)
        {
            covered.Freeze(rows[covered.ApplicationId]);
        }

        var facts = LetterFacts.Of(letter.FromName, [.. ids.Select(i => rows[i])], await annexes.DecidedAsync(ids, letter.FromId, cancellation));
        if (LetterBounds.TooLongFilled(facts, letter) is { } tooLong)
        {
            return tooLong;
        }

        letter.Title = facts.Fill(letter.Title);
        letter.Addressee = facts.Fill(letter.Addressee);
        letter.Body = facts.Fill(letter.Body);
        return null;
    }

    // every database keeps milliseconds, so the digest can be taken again from any of them
    private static DateTime Rounded(DateTime now) => new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private static Breach? SecondHandMissing(Letter letter, Actor actor) =>
        letter.DraftedBy == actor.UserId ? new("two-hands", "", "函件由您拟稿，须由本单位另一位签发人签发。")
        : actor.MaySign ? null
        : new("two-hands", "", "您没有签发权限，请由本单位签发人签发。");
}
