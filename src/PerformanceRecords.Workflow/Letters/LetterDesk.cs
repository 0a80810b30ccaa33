using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>Drafts letters over cases that wait for one, and signs them off: only then, and only what they cover, moves.</summary>
public sealed partial class LetterDesk(
    AppDbContext db, StepTaker steps, NumberTaker numbers, TemplateDesk templates, AnnexReader annexes, LetterArchive archive,
    Notifier notifier, AuditLog audit, PushSignal signal, PrintSignal prints, TimeProvider clock)
{
    /// <summary>Drafts a letter over cases of one route that stand at one letter stage of the actor's bureau, or a notice over decided ones.</summary>
    public async Task<LetterResult> DraftAsync(IReadOnlyCollection<Guid> applicationIds, Actor actor, CancellationToken cancellation = default)
    {
        var cases = await db.Applications.VisibleTo(actor).Where(a => applicationIds.Contains(a.Id)).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancellation);
        if (cases.Count != applicationIds.Count)
        {
            throw new NotFoundException(nameof(Application), string.Join(',', applicationIds.Except(cases.Select(c => c.Id))));
        }

        if (cases.Count == 0)
        {
            return Refused("letter-empty", "Cases", "请至少选择一件申报。");
        }

        if (cases.Select(c => (c.RouteCode, c.Stage)).Distinct().Count() > 1)
        {
            return Refused("letter-mixed", "Cases", "一份函件只能包含同一类型、同一环节的申报，请分开拟稿。");
        }

        var notice = cases[0].Stage is Stage.Rejected or Stage.Completed;
        if (notice && cases.Select(c => c.EnterpriseId).Distinct().Count() > 1)
        {
            return Refused("letter-mixed", "Cases", "一份告知书只能发给一家企业，请分开拟稿。");
        }

        foreach (var one in cases)
        {
            await ExpectOwnAsync(one, notice, actor, cancellation);
        }

        if (await CoveredAsync(applicationIds, notice, cancellation) is { } taken)
        {
            return Refused("letter-taken", "Cases", Taken(taken, notice));
        }

        var kind = LetterText.KindFor(Routes.Of(cases[0].RouteCode), cases[0].Stage);
        var wording = await templates.CurrentAsync(actor.OrganisationId, kind, cancellation);
        var facts = await FactsAsync(applicationIds, actor.OrganisationId, actor.OrganisationName, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var letter = new Letter
        {
            Kind = kind,
            RouteCode = cases[0].RouteCode,
            CaseStage = cases[0].Stage,
            FromId = actor.OrganisationId,
            FromName = actor.OrganisationName,
            Layout = wording.Layout,
            TemplateVersion = wording.Version,
            Addressee = LetterBounds.Fitting(facts, wording.Addressee),
            AddresseeId = notice ? cases[0].EnterpriseId : null,
            Title = LetterBounds.Fitting(facts, wording.Title),
            Body = wording.Body,
            CopyTo = wording.CopyTo,
            Note = wording.Note,
            DraftedBy = actor.UserId,
            DraftedByName = actor.FullName,
            DraftedAt = now,
            ChangedAt = now,
        };
        cases.ForEach(c => letter.Cover(c.Id));
        db.Letters.Add(letter);
        audit.Add(actor, "letter.Draft", letter.Id, letter.Title);
        return await HoldAsync(letter, notice, cancellation);
    }

    public async Task<LetterResult> SaveAsync(Guid id, int version, LetterDraft text, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if ((NotTheDrafter(letter, actor) ?? LetterBounds.Missing(text.Title, text.Addressee, text.Body) ?? LetterBounds.TooLong(text.CopyTo, text.Note)
            ?? LetterBounds.WrongLayout(letter.Kind, text.Layout ?? letter.Layout)) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        letter.Title = text.Title.Trim();
        letter.Addressee = text.Addressee.Trim();
        letter.Body = text.Body.ReplaceLineEndings("\n").Trim();
        letter.Layout = text.Layout ?? letter.Layout;
        letter.CopyTo = string.IsNullOrWhiteSpace(text.CopyTo) ? null : text.CopyTo.Trim();
        letter.Note = string.IsNullOrWhiteSpace(text.Note) ? null : text.Note.Trim();
        return await SaveAsync(letter, actor, "letter.Save", null, cancellation);
    }

    /// <summary>Puts the words back that it was drafted from: the version of the template it is pinned to, whatever came after.</summary>
    public async Task<LetterResult> ResetAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if (NotTheDrafter(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        letter.Body = (await templates.EditionAsync(letter.FromId, letter.Kind, letter.TemplateVersion, cancellation)).Body;
        return await SaveAsync(letter, actor, "letter.Reset", null, cancellation);
    }

    public async Task<LetterResult> SendForSignatureAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if (NotTheDrafter(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        if (letter.Cases.Count == 0)
        {
            return Refused("letter-empty", "Cases", "函件里没有申报，不能送签。");
        }

        var facts = await FactsAsync([.. letter.Cases.Select(c => c.ApplicationId)], letter.FromId, letter.FromName, cancellation);
        if ((LetterBounds.Unfilled(facts, letter) ?? LetterBounds.TooLongFilled(facts, letter)) is { } wrong)
        {
            return new LetterResult.Refused(wrong);
        }

        letter.SendForSignature(clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.SendForSignature", null, cancellation);
    }

    public async Task<LetterResult> DiscardAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, null, cancellation);
        if (letter.State is LetterState.Signed or LetterState.Withdrawn)
        {
            throw new StaleException(nameof(Letter), id);
        }

        if (letter.DraftedBy != actor.UserId && !actor.MaySign)
        {
            return Refused("drafter-only", "", $"函件由{letter.DraftedByName}拟稿，只有拟稿人或本单位签发人可以作废。");
        }

        letter.Discard(clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.Discard", null, cancellation);
    }

    /// <summary>Takes a case out of a draft; the case waits for another letter.</summary>
    public async Task<LetterResult> UncoverAsync(Guid id, int version, Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if (NotTheDrafter(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        letter.Uncover(applicationId);
        return await SaveAsync(letter, actor, "letter.Uncover", applicationId.ToString(), cancellation);
    }

    /// <summary>Puts one more waiting case into a draft.</summary>
    public async Task<LetterResult> CoverAsync(Guid id, int version, Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if (NotTheDrafter(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        var application = await db.Applications.VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        if (application.RouteCode != letter.RouteCode || application.Stage != letter.CaseStage
            || (letter.AddresseeId is { } enterprise && application.EnterpriseId != enterprise))
        {
            throw new StepRefusedException(application.Stage, actor.Level, Act.SignLetter);
        }

        await ExpectOwnAsync(application, letter.Kind.IsNotice(), actor, cancellation);
        if (await CoveredAsync([applicationId], letter.Kind.IsNotice(), cancellation) is { } taken)
        {
            return Refused("letter-taken", "Cases", Taken(taken, letter.Kind.IsNotice()));
        }

        letter.Cover(applicationId);
        letter.ChangedAt = clock.GetUtcNow().UtcDateTime;
        letter.Version++;
        audit.Add(actor, "letter.Cover", letter.Id, applicationId.ToString());
        return await HoldAsync(letter, letter.Kind.IsNotice(), cancellation);
    }

    /// <summary>The facts of the cases a letter covers.</summary>
    private async Task<LetterFacts> FactsAsync(IReadOnlyCollection<Guid> applicationIds, Guid fromId, string fromName, CancellationToken cancellation)
    {
        var rows = await annexes.ReadAsync(applicationIds, cancellation);
        return LetterFacts.Of(fromName, [.. applicationIds.Where(rows.ContainsKey).Select(id => rows[id])], await annexes.DecidedAsync(applicationIds, fromId, cancellation));
    }

    // a letter moves what waits for it; a notice tells what this bureau itself decided
    private async Task ExpectOwnAsync(Application application, bool notice, Actor actor, CancellationToken cancellation)
    {
        var own = notice
            ? await db.ApplicationEvents.AnyAsync(
                e => e.ApplicationId == application.Id && e.OrganisationId == actor.OrganisationId && (e.Act == Act.Reject || e.Act == Act.Confirm || e.Act == Act.SignLetter) && e.To == application.Stage,
                cancellation)
            : application.StepFor(actor, Act.SignLetter) is not null;
        if (!own)
        {
            throw new StepRefusedException(application.Stage, actor.Level, Act.SignLetter);
        }
    }

    // the unique index decides between two who take the same case in the same moment
    private async Task<LetterResult> HoldAsync(Letter letter, bool notice, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new LetterResult.Done(letter);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(Letter), letter.Id);
        }
        catch (DbUpdateException)
        {
            var ids = letter.Cases.Select(c => c.ApplicationId).ToList();
            db.ChangeTracker.Clear();
            if (await CoveredAsync(ids, notice, cancellation) is { } taken)
            {
                return Refused("letter-taken", "Cases", Taken(taken, notice));
            }

            throw;
        }
    }

    private async Task<LetterResult> SaveAsync(Letter letter, Actor actor, string action, string? detail, CancellationToken cancellation)
    {
        letter.ChangedAt = clock.GetUtcNow().UtcDateTime;
        letter.Version++;
        audit.Add(actor, action, letter.Id, detail);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(Letter), letter.Id);
        }

        return new LetterResult.Done(letter);
    }

    private async Task<Letter> OwnAsync(Guid id, int version, Actor actor, LetterState? state, CancellationToken cancellation)
    {
        var letter = await db.Letters.VisibleTo(actor).Include(l => l.Cases).SingleOrDefaultAsync(l => l.Id == id && l.FromId == actor.OrganisationId, cancellation)
            ?? throw new NotFoundException(nameof(Letter), id);
        return letter.Version == version && (state is null || letter.State == state) ? letter : throw new StaleException(nameof(Letter), id);
    }

    // a request lies in one unsigned letter; a notice is sent once
    private Task<string?> CoveredAsync(IReadOnlyCollection<Guid> applicationIds, bool notice, CancellationToken cancellation) => (
        from c in db.LetterCases
        join l in db.Letters on c.LetterId equals l.Id
        join a in db.Applications on c.ApplicationId equals a.Id
        where applicationIds.Contains(c.ApplicationId)
            && (l.State == LetterState.Draft || l.State == LetterState.AwaitingSignature || (notice && l.State == LetterState.Signed && l.AddresseeId != null))
        select (string?)a.ProjectName).FirstOrDefaultAsync(cancellation);

    private static string Taken(string project, bool notice) =>
        notice ? $"“{project}”已经写进另一份告知书。" : $"“{project}”已在另一份未签发的函件里，请先从那里移出。";

    private static Breach? NotTheDrafter(Letter letter, Actor actor) =>
        letter.DraftedBy == actor.UserId ? null : new("drafter-only", "", $"函件由{letter.DraftedByName}拟稿，只有拟稿人可以修改和送签。");

    private static LetterResult.Refused Refused(string code, string field, string message) => new(new Breach(code, field, message));
}

/// <summary>The words of a draft as they are saved.</summary>
/// <param name="Layout">Null leaves it as it is.</param>
public sealed record LetterDraft(string Title, string Addressee, string Body, LetterLayout? Layout = null, string? CopyTo = null, string? Note = null);

/// <summary>What came of it.</summary>
public abstract record LetterResult
{
    public sealed record Done(Letter Letter) : LetterResult;

    public sealed record Refused(Breach Breach) : LetterResult;
}
