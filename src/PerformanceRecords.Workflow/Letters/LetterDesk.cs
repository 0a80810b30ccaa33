using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>Drafts letters over cases that wait for one, and signs them off: only then, and only what they cover, moves.</summary>
public sealed class LetterDesk(AppDbContext db, StepTaker steps, NumberTaker numbers, AuditLog audit, PushSignal signal, TimeProvider clock)
{
    /// <summary>Drafts a letter over cases of one route that stand at one letter stage of the actor's bureau.</summary>
    public async Task<LetterResult> DraftAsync(IReadOnlyCollection<Guid> applicationIds, Actor actor, CancellationToken cancellation = default)
    {
        var cases = await db.Applications.VisibleTo(actor).Where(a => applicationIds.Contains(a.Id)).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancellation);
        if (cases.Count != applicationIds.Count)
        {
            throw new NotFoundException(nameof(Application), string.Join(',', applicationIds.Except(cases.Select(c => c.Id))));
        }

        if (cases.Count == 0)
        {
            return new LetterResult.Refused(new("letter-empty", "Cases", "请至少选择一件申报。"));
        }

        if (cases.Select(c => (c.RouteCode, c.Stage)).Distinct().Count() > 1)
        {
            return new LetterResult.Refused(new("letter-mixed", "Cases", "一份函件只能包含同一类型、同一环节的申报，请分开拟稿。"));
        }

        if (cases.Find(c => c.StepFor(actor, Act.SignLetter) is null) is { } wrong)
        {
            throw new StepRefusedException(wrong.Stage, actor.Level, Act.SignLetter);
        }

        if (await CoveredAsync(applicationIds, cancellation) is { } taken)
        {
            return new LetterResult.Refused(new("letter-taken", "Cases", $"“{taken}”已在另一份未签发的函件里，请先从那里移出。"));
        }

        var kind = LetterText.KindFor(Routes.Of(cases[0].RouteCode), cases[0].Stage);
        var now = clock.GetUtcNow().UtcDateTime;
        var letter = new Letter
        {
            Kind = kind,
            RouteCode = cases[0].RouteCode,
            CaseStage = cases[0].Stage,
            FromId = actor.OrganisationId,
            FromName = actor.OrganisationName,
            Addressee = LetterText.AddresseeOf(kind),
            Title = LetterText.TitleOf(kind, actor.OrganisationName),
            Body = LetterText.BodyOf(kind, cases.Count),
            DraftedBy = actor.UserId,
            DraftedByName = actor.FullName,
            DraftedAt = now,
            ChangedAt = now,
        };
        cases.ForEach(c => letter.Cover(c.Id));
        db.Letters.Add(letter);
        audit.Add(actor, "letter.Draft", letter.Id, letter.Title);
        await db.SaveChangesAsync(cancellation);
        return new LetterResult.Done(letter);
    }

    public async Task<LetterResult> SaveAsync(Guid id, int version, string title, string addressee, string body, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.Draft, cancellation);
        if ((NotTheDrafter(letter, actor) ?? Missing(title, addressee, body)) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        letter.Title = title.Trim();
        letter.Addressee = addressee.Trim();
        letter.Body = body.ReplaceLineEndings("\n").Trim();
        return await SaveAsync(letter, actor, "letter.Save", null, cancellation);
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
            return new LetterResult.Refused(new("letter-empty", "Cases", "函件里没有申报，不能送签。"));
        }

        letter.SendForSignature(clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.SendForSignature", null, cancellation);
    }

    public async Task<LetterResult> SendBackAsync(Guid id, int version, string? remark, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, LetterState.AwaitingSignature, cancellation);
        if (SecondHandMissing(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        if (string.IsNullOrWhiteSpace(remark))
        {
            return new LetterResult.Refused(new("remark-missing", "Remark", "请写明要拟稿人改什么。"));
        }

        if (remark.Trim().Length > 1000)
        {
            return new LetterResult.Refused(new("remark-long", "Remark", "修改意见最多 1000 字。"));
        }

        letter.SendBackToDrafter(remark.Trim(), clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.SendBack", remark, cancellation);
    }

    public async Task<LetterResult> DiscardAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        var letter = await OwnAsync(id, version, actor, null, cancellation);
        if (letter.State == LetterState.Signed)
        {
            throw new StaleException(nameof(Letter), id);
        }

        letter.Discard(clock.GetUtcNow().UtcDateTime);
        return await SaveAsync(letter, actor, "letter.Discard", null, cancellation);
    }

    /// <summary>Signs off: number, digest, and every covered case's step, all or nothing.</summary>
    public async Task<LetterResult> SignAsync(Guid id, int version, Actor actor, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var letter = await OwnAsync(id, version, actor, LetterState.AwaitingSignature, cancellation);
        if (SecondHandMissing(letter, actor) is { } breach)
        {
            return new LetterResult.Refused(breach);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaClock.DateInChina(now);
        var series = await db.Organisations.Where(o => o.Id == letter.FromId).Select(o => o.LetterSeries).SingleAsync(cancellation);
        if (string.IsNullOrEmpty(series))
        {
            return new LetterResult.Refused(new("series-missing", "", "本单位还没有设置发文机关代字，请联系管理员设置后再签发。"));
        }

        await FreezeAsync(letter, cancellation);
        var number = await numbers.LetterNumberAsync(letter.FromId, series, today.Year, cancellation);
        letter.Sign(actor, number, LetterText.DigestOf(letter, number, today), now);
        foreach (var covered in letter.Cases.OrderBy(c => c.Position))
        {
            var application = await db.Applications.Where(a => a.Id == covered.ApplicationId).Select(a => new { a.ProjectName, a.Version, a.Stage }).SingleAsync(cancellation);
            if (application.Stage != letter.CaseStage)
            {
                return new LetterResult.Refused(new("case-moved", "Cases", $"“{application.ProjectName}”已不在待发函环节，请退回拟稿人移出后再签发。"));
            }

            var result = await steps.TakeWithinAsync(
                new TakeStep(covered.ApplicationId, Act.SignLetter, application.Version, Reference: new LetterReference(letter.Id, number)), actor, cancellation);
            if (result is StepResult.Refused refused)
            {
                return new LetterResult.Refused(new("case-refused", "Cases", $"“{application.ProjectName}”：{refused.Breaches[0].Message}"));
            }

            if (result is not StepResult.Taken)
            {
                throw new StaleException(nameof(Application), covered.ApplicationId);
            }
        }

        audit.Add(actor, "letter.Sign", letter.Id, number);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
        return new LetterResult.Done(letter);
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
        letter.Body = LetterText.Recounted(letter.Body, letter.Cases.Count);
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
        if (application.RouteCode != letter.RouteCode || application.Stage != letter.CaseStage || application.StepFor(actor, Act.SignLetter) is null)
        {
            throw new StepRefusedException(application.Stage, actor.Level, Act.SignLetter);
        }

        if (await CoveredAsync([applicationId], cancellation) is { } taken)
        {
            return new LetterResult.Refused(new("letter-taken", "Cases", $"“{taken}”已在另一份未签发的函件里，请先从那里移出。"));
        }

        letter.Cover(applicationId);
        letter.Body = LetterText.Recounted(letter.Body, letter.Cases.Count);
        return await SaveAsync(letter, actor, "letter.Cover", applicationId.ToString(), cancellation);
    }

    // the annex says for ever what it said when the letter was signed
    private async Task FreezeAsync(Letter letter, CancellationToken cancellation)
    {
        var ids = letter.Cases.Select(c => c.ApplicationId).ToList();
        var facts = await (
            from a in db.Applications.AsNoTracking()
            join e in db.Organisations on a.EnterpriseId equals e.Id
            where ids.Contains(a.Id)
            select new
            {
                a.Id,
                a.ProjectName,
                a.ProjectNumber,
                Enterprise = e.Name,
                a.Sector,
                Materials = db.EvidenceFiles.Count(f => f.ApplicationId == a.Id && f.RemovedAt == null),
            }).ToDictionaryAsync(f => f.Id, cancellation);
        foreach (var covered in letter.Cases)
        {
            var fact = facts[covered.ApplicationId];
            covered.Freeze(fact.ProjectName, fact.ProjectNumber, fact.Enterprise, fact.Sector, fact.Materials);
        }
    }

    private static Breach? NotTheDrafter(Letter letter, Actor actor) =>
        letter.DraftedBy == actor.UserId ? null : new("drafter-only", "", $"函件由{letter.DraftedByName}拟稿，只有拟稿人可以修改和送签。");

    private static Breach? SecondHandMissing(Letter letter, Actor actor) =>
        letter.DraftedBy == actor.UserId ? new("two-hands", "", "函件由您拟稿，须由本单位另一位签发人签发。")
        : actor.MaySign ? null
        : new("two-hands", "", "您没有签发权限，请由本单位签发人签发。");

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

    private Task<string?> CoveredAsync(IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellation) => (
        from c in db.LetterCases
        join l in db.Letters on c.LetterId equals l.Id
        join a in db.Applications on c.ApplicationId equals a.Id
        where applicationIds.Contains(c.ApplicationId) && (l.State == LetterState.Draft || l.State == LetterState.AwaitingSignature)
        select (string?)a.ProjectName).FirstOrDefaultAsync(cancellation);

    private static Breach? Missing(string title, string addressee, string body) =>
        string.IsNullOrWhiteSpace(title) ? new("title-missing", "Title", "请填写标题。")
        : title.Trim().Length > 200 ? new("title-long", "Title", "标题最多 200 字。")
        : string.IsNullOrWhiteSpace(addressee) ? new("addressee-missing", "Addressee", "请填写主送机关。")
        : string.IsNullOrWhiteSpace(body) ? new("body-missing", "Body", "请填写正文。")
        : null;
}

/// <summary>What came of it.</summary>
public abstract record LetterResult
{
    public sealed record Done(Letter Letter) : LetterResult;

    public sealed record Refused(Breach Breach) : LetterResult;
}
