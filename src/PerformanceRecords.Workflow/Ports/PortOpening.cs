using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Ports;

/// <summary>按函批量开通: the ports for all cases of one letter that still wait for theirs, each as if it were opened on its case.</summary>
public sealed class PortOpening(AppDbContext db, StepTaker steps)
{
    /// <summary>Letters whose cases wait for a port, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingLetter>> WaitingAsync(Actor actor, CancellationToken cancellation = default) => actor.Level != Level.Province ? [] : await (
        from l in db.Letters.AsNoTracking().VisibleTo(actor)
        where l.State == LetterState.Signed && l.Kind == LetterKind.SupplementRequest
        let waiting = db.LetterCases.Count(c => c.LetterId == l.Id && db.Applications.Any(a => a.Id == c.ApplicationId && a.Stage == Stage.ProvinceReview))
        where waiting > 0
        orderby l.SignedAt
        select new WaitingLetter(l.Id, l.Number!, l.FromName, l.SignedAt!.Value, waiting)).Take(20).ToListAsync(cancellation);

    /// <summary>Opens what can be opened; a case that was returned or sent back meanwhile is left where it is.</summary>
    public async Task<PortsChanged> OpenAsync(Guid letterId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Level != Level.Province || !await db.Letters.VisibleTo(actor).AnyAsync(l => l.Id == letterId && l.State == LetterState.Signed && l.Kind == LetterKind.SupplementRequest, cancellation))
        {
            throw new NotFoundException(nameof(Letter), letterId);
        }

        var cases = await (
            from c in db.LetterCases
            join a in db.Applications on c.ApplicationId equals a.Id
            where c.LetterId == letterId && a.Stage == Stage.ProvinceReview
            orderby c.Position
            select new { a.Id, a.ProjectName, a.Version }).ToListAsync(cancellation);
        var (opened, refused) = (0, new List<string>());
        foreach (var waiting in cases)
        {
            switch (await steps.TakeAsync(new TakeStep(waiting.Id, Act.OpenPort, waiting.Version), actor, cancellation))
            {
                case StepResult.Taken:
                    opened++;
                    break;
                case StepResult.Refused { Breaches: [var breach, ..] }:
                    refused.Add($"“{waiting.ProjectName}”：{breach.Message}");
                    break;
                default:
                    refused.Add($"“{waiting.ProjectName}”：刚被别人办过。");
                    break;
            }
        }

        return new(opened, refused);
    }
}

/// <summary>A letter that waits for ports.</summary>
/// <param name="Cases">How many of its cases still wait.</param>
public sealed record WaitingLetter(Guid Id, string Number, string FromName, DateTime SignedAt, int Cases);
