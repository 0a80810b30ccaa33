using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Notices;
using PerformanceRecords.Workflow.Steps.Effects;

namespace PerformanceRecords.Workflow.Steps;

/// <summary>The one way any application moves: stage, history, effects and audit in one transaction.</summary>
public sealed class StepTaker(
    AppDbContext db, EffectRunner effects, FilingCheck filings, ProjectClaims claims, Precheck precheck, BureauDirectory bureaus, DeadlineCalculator deadlines,
    NumberTaker numbers, AuditLog audit, StepNotices notices, OutageReceipts receipts, PushSignal signal, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such application for this actor.</exception>
    /// <exception cref="StepRefusedException">The route has no such step here for this actor: a forged request.</exception>
    public async Task<StepResult> TakeAsync(TakeStep command, Actor actor, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var result = await TakeWithinAsync(command, actor, cancellation);
            if (result is StepResult.Taken)
            {
                await transaction.CommitAsync(cancellation);
                signal.Raise();
            }

            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return await StaleAsync(command.ApplicationId, cancellation);
        }
        catch (DbUpdateException) when (command.Act == Act.Submit)
        {
            // another filing of the same project was submitted in the same moment; its claim let one through
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == command.ApplicationId, cancellation);
            if (await filings.BreachesAsync(application, actor, cancellation) is { Count: > 0 } breaches)
            {
                return new StepResult.Refused(breaches);
            }

            throw;
        }
    }

    /// <summary>The same inside a transaction of the caller, for a letter that moves many cases at once.</summary>
    public async Task<StepResult> TakeWithinAsync(TakeStep command, Actor actor, CancellationToken cancellation)
    {
        var application = await db.Applications.VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == command.ApplicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), command.ApplicationId);
        if (application.Version != command.Version)
        {
            return await StaleAsync(application.Id, cancellation);
        }

        var step = application.StepFor(actor, command.Act) ?? throw new StepRefusedException(application.Stage, actor.Level, command.Act);
        var filing = step.Does == Act.Submit ? await filings.StateAsync(application, cancellation) : null;
        var breaches = filing is null
            ? await BreachesAsync(application, step, command, actor, cancellation)
            : await SubmissionBreachesAsync(filing, step, actor, cancellation);
        if (breaches.Count > 0)
        {
            return new StepResult.Refused(breaches);
        }

        if (step.Does == Act.Submit && await BasicAsync(application.Id, cancellation) is { } basic)
        {
            FilingDesk.Describe(application, basic);
        }

        return new StepResult.Taken(await MoveAsync(application, step, command, actor, clock.GetUtcNow().UtcDateTime, cancellation, filing: filing));
    }

    /// <summary>Moves an application that the caller loaded, and whatever follows from it by itself; saved with the caller's next save at the latest.</summary>
    internal async Task<ApplicationEvent> MoveAsync(
        Application application, Step step, TakeStep command, Actor actor, DateTime now, CancellationToken cancellation, bool save = true, FilingState? filing = null, Prepared? prepared = null)
    {
        var next = application.NextAfter(step);
        var unrecorded = application.RecordId is null;
        var taken = application.Take(step, actor, command.Opinion, now, await bureaus.HolderAsync(application, next, cancellation), deadlines.DueOn(next));
        taken.Reference = command.Reply?.DocumentNumber.Trim();
        db.ApplicationEvents.Add(taken);
        if (filing is not null)
        {
            await RecordSubmissionAsync(filing, actor, now, cancellation);
            await claims.ClaimAsync(application, cancellation);
        }

        var context = new EffectContext(application, actor, taken, command.Reference, now) { Prepared = prepared };
        foreach (var effect in step.And)
        {
            await effects.RunAsync(effect, context, cancellation);
        }

        await receipts.IssueAsync(step, context, cancellation);
        audit.Add(actor, "application." + step.Does, application.Id, taken.Opinion);
        await notices.TellAsync(application, taken, cancellation);
        if (save)
        {
            await db.SaveChangesAsync(cancellation);
        }

        if (unrecorded && next.IsFinal() && prepared is null)
        {
            await claims.LetGoAsync([application.Id], cancellation);
        }

        if (context.FollowUp is { } act && application.StepFor(Actor.Platform, act) is { } following)
        {
            var followUp = new TakeStep(application.Id, act, application.Version);
            await MoveAsync(application, following, followUp, Actor.Platform, now.AddMilliseconds(1), cancellation, save);
        }

        return taken;
    }

    private async Task<IReadOnlyList<Breach>> BreachesAsync(
        Application application, Step step, TakeStep command, Actor actor, CancellationToken cancellation)
    {
        if (step.Does.NeedsReason() && string.IsNullOrWhiteSpace(command.Opinion))
        {
            return [new("reason-missing", nameof(command.Opinion), "请写明理由，对方要据此办理。")];
        }

        if (command.Opinion is { Length: > 2000 })
        {
            return [new("reason-too-long", nameof(command.Opinion), $"意见最多 2000 字，现在 {command.Opinion.Length} 字，请精简。")];
        }

        if (step.Does is Act.SignLetter or Act.RecallLetter && command.Reference is null)
        {
            throw new StepRefusedException(application.Stage, actor.Level, step.Does);
        }

        if (application.IsOnBehalf(actor, step) && await ReplyMissingAsync(command, cancellation) is { } missing)
        {
            return [missing];
        }

        return step.Does.IsApproval() ? await ApprovalBreachesAsync(application, step, actor, cancellation) : [];
    }

    private async Task<IReadOnlyList<Breach>> SubmissionBreachesAsync(FilingState filing, Step step, Actor actor, CancellationToken cancellation)
    {
        var breaches = await filings.BreachesAsync(filing, actor, cancellation);
        if (await CityChangedAsync(filing.Application, cancellation) is { } moved)
        {
            breaches = [.. breaches, moved];
        }

        // what is not complete need not be held against the contract
        return breaches.Count > 0 ? breaches : await precheck.BreachesAsync(filing.Application, step, actor, cancellation);
    }

    private async Task<IReadOnlyList<Breach>> ApprovalBreachesAsync(Application application, Step step, Actor actor, CancellationToken cancellation) =>
        await filings.MovedAsync(application, cancellation) is { Count: > 0 } moved ? moved : await precheck.BreachesAsync(application, step, actor, cancellation);

    // what was decided on paper is only taken with the paper
    private async Task<Breach?> ReplyMissingAsync(TakeStep command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.Reply?.DocumentNumber))
        {
            return new("reply-number", "Reply.DocumentNumber", "请填写住建部书面答复的文号。");
        }

        if (command.Reply.DocumentNumber.Trim().Length > 100)
        {
            return new("reply-number", "Reply.DocumentNumber", "文号最多 100 字。");
        }

        var kind = EvidenceKind.MinistryReply.Code;
        return await db.EvidenceFiles.AnyAsync(
            f => f.Id == command.Reply.EvidenceId && f.ApplicationId == command.ApplicationId && f.Kind == kind && f.RemovedAt == null, cancellation)
            ? null
            : new("reply-scan", "Reply.EvidenceId", "请上传住建部书面答复的扫描件。");
    }

    // the case is numbered by its city, in its hands and in its letters
    private async Task<Breach?> CityChangedAsync(Application application, CancellationToken cancellation)
    {
        if (application.SubmittedAt is null || await BasicAsync(application.Id, cancellation) is not { } basic)
        {
            return null;
        }

        var city = Regions.CityOf(basic[nameof(BasicInfo.CountyNum)]);
        return city is null || city.Code == application.CityCode ? null : new(
            "city-changed",
            "Basic." + nameof(BasicInfo.CountyNum),
            $"申报已由{Regions.ShortName(application.CityCode)}受理，项目所在地不能改到{city.Name}。确实填错的，请放弃这件申报后重新申报。");
    }

    private Task<SectionValues?> BasicAsync(Guid applicationId, CancellationToken cancellation) =>
        db.ApplicationSections.AsNoTracking().Where(s => s.ApplicationId == applicationId && s.Section == Sections.Basic)
            .Select(s => s.Values).SingleOrDefaultAsync(cancellation);

    private async Task RecordSubmissionAsync(FilingState filing, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var application = filing.Application;
        if (application.Number is null)
        {
            application.Numbered(await numbers.ApplicationNumberAsync(application.CityCode, ChinaClock.DateInChina(now).Year, cancellation));
        }

        db.Submissions.Add(new Submission
        {
            ApplicationId = application.Id,
            Number = application.Submissions,
            At = now,
            ByName = actor.FullName,
            Sections = await db.ApplicationSections.Where(s => s.ApplicationId == application.Id)
                .ToDictionaryAsync(s => s.Section, s => s.Values, cancellation),
            Evidence = filing.Evidence,
            Notes = [.. filing.Sections.SelectMany(s => s.Notes)],
        });
    }

    private async Task<StepResult.Stale> StaleAsync(Guid applicationId, CancellationToken cancellation)
    {
        var stage = await db.Applications.AsNoTracking().Where(a => a.Id == applicationId).Select(a => a.Stage).SingleAsync(cancellation);
        var latest = await db.ApplicationEvents.AsNoTracking().Where(e => e.ApplicationId == applicationId)
            .OrderByDescending(e => e.At).FirstOrDefaultAsync(cancellation);
        return new StepResult.Stale(stage, latest);
    }
}
