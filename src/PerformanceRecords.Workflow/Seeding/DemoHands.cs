using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>The demo people's hands: every act goes through the portal's own services, and takes its time.</summary>
internal sealed class DemoHands(IServiceProvider services, SeedingClock clock, CancellationToken cancellation)
{
    private readonly AppDbContext db = services.GetRequiredService<AppDbContext>();
    private readonly FilingDesk filings = services.GetRequiredService<FilingDesk>();
    private readonly LetterDesk letters = services.GetRequiredService<LetterDesk>();

    public static Actor ActorOf(DemoPerson person) => new(
        person.Id, person.FullName, person.Organisation.Level, person.Organisation.Id, person.Organisation.Name, person.Organisation.RegionCode)
    {
        MaySign = person.MaySign,
        MayAdminister = person.MayAdminister,
    };

    public async Task<Guid> StartAsync(StartFiling start, DemoPerson filer) => await filings.StartAsync(start, ActorOf(filer), cancellation) switch
    {
        StartResult.Started started => started.Application.Id,
        StartResult.Refused refused => throw new InvalidOperationException($"{start.Type.Title}: {refused.Breach.Message}"),
        var other => throw new InvalidOperationException($"Nothing is known of {other}."),
    };

    public async Task WriteAsync(Guid id, DemoPerson filer, Sections section, SectionValues values)
    {
        clock.On(0, 11);
        var saved = await db.ApplicationSections.AsNoTracking().SingleOrDefaultAsync(s => s.ApplicationId == id && s.Section == section, cancellation);
        if (await filings.SaveSectionAsync(id, section, values, saved?.Version ?? 0, ActorOf(filer), cancellation) is not SaveResult.Saved)
        {
            throw new InvalidOperationException($"{section} of the demo filing {id} could not be saved.");
        }
    }

    public async Task UploadAsync(Guid id, DemoPerson filer, params IEnumerable<EvidenceKind> kinds)
    {
        var desk = services.GetRequiredService<EvidenceDesk>();
        foreach (var kind in kinds)
        {
            clock.On(0, 2);
            await using var content = DemoEvidence.Open(kind);
            if (await desk.AddAsync(id, kind.Code, $"{kind.Title}.pdf", content, null, ActorOf(filer), cancellation) is UploadResult.Refused refused)
            {
                throw new InvalidOperationException(refused.Breach.Message);
            }
        }
    }

    /// <summary>Uploads what the checklist still demands.</summary>
    public async Task ProveAsync(Guid id, DemoPerson filer)
    {
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        var state = await services.GetRequiredService<FilingCheck>().StateAsync(application, cancellation);
        await UploadAsync(id, filer, state.EvidenceItems.Where(i => i.Missing).Select(i => i.Rule.AnyOf[0]).ToList());
    }

    public async Task TakeAsync(Guid id, DemoPerson by, Act act, string? opinion = null)
    {
        clock.On(0, 6);
        var (version, name) = await db.Applications.Where(a => a.Id == id).Select(a => ValueTuple.Create(a.Version, a.ProjectName)).SingleAsync(cancellation);
        var result = await services.GetRequiredService<StepTaker>().TakeAsync(new TakeStep(id, act, version, opinion), ActorOf(by), cancellation);
        if (result is StepResult.Refused refused)
        {
            throw new InvalidOperationException($"{name}: {string.Join(' ', refused.Breaches.Select(b => b.Field + " " + b.Message))}");
        }
    }

    public async Task<Letter> DraftLetterAsync(Guid id, DemoPerson drafter) => Done(await letters.DraftAsync([id], ActorOf(drafter), cancellation));

    public async Task<Letter> SendLetterAsync(Letter letter, DemoPerson drafter) =>
        Done(await letters.SendForSignatureAsync(letter.Id, letter.Version, ActorOf(drafter), cancellation));

    public async Task SignLetterAsync(Letter letter, DemoPerson signer) => Done(await letters.SignAsync(letter.Id, letter.Version, ActorOf(signer), cancellation));

    /// <summary>Drafted, sent for signature and signed off within a day.</summary>
    public async Task LetterAsync(Guid id, DemoPerson drafter, DemoPerson signer)
    {
        clock.On(1, 30);
        var letter = await SendLetterAsync(await DraftLetterAsync(id, drafter), drafter);
        clock.On(0, 140);
        await SignLetterAsync(letter, signer);
    }

    public Task<Guid> RecordAsync(string project, DemoPerson owner) => db.Records
        .Where(r => r.ProjectName == project && r.EnterpriseId == owner.Organisation.Id).Select(r => r.Id).SingleAsync(cancellation);

    /// <summary>Says why the amount of the contract is to change, with the file that proves it.</summary>
    public async Task ReasonAsync(Guid id, DemoPerson filer, string path, string reason)
    {
        var proof = await db.EvidenceFiles.Where(f => f.ApplicationId == id && f.Kind == EvidenceKind.CorrectionProof.Code).Select(f => f.Id).SingleAsync(cancellation);
        await services.GetRequiredService<CorrectionDesk>().GiveReasonsAsync(id, [new(path, reason, proof)], ActorOf(filer), cancellation);
    }

    /// <summary>What a filing proposes for a section so far.</summary>
    public Task<SectionValues> ProposedAsync(Guid id, Sections section) => db.ApplicationSections.AsNoTracking()
        .Where(s => s.ApplicationId == id && s.Section == section).Select(s => s.Values).SingleAsync(cancellation);

    /// <summary>部平台已显示: what was approved is seen outside, as the watch writes it down and tells it. The stand-in platforms get it at the first start.</summary>
    /// <param name="workdays">How long that took.</param>
    public async Task SeenAsync(Guid id, int workdays = 1)
    {
        clock.On(workdays, 25);
        var now = clock.GetUtcNow().UtcDateTime;
        var application = await db.Applications.SingleAsync(a => a.Id == id, cancellation);
        var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == application.RecordId, cancellation);
        foreach (var pushes in (await db.PushMessages.Where(m => m.ApplicationId == id).ToListAsync(cancellation)).GroupBy(m => m.Destination))
        {
            foreach (var push in pushes)
            {
                push.ShownAt = now;
                if (push.Destination == Destination.NationalPlatform)
                {
                    record[push.Section]!.Seen(push.Revision, push.Grade, now);
                }
            }

            await services.GetRequiredService<Notifier>().TellAsync(application.EnterpriseId, ShownNews.Of([.. pushes], now), cancellation);
        }

        application.Shown(now);
        await db.SaveChangesAsync(cancellation);
    }

    private static Letter Done(LetterResult result) => result is LetterResult.Done done
        ? done.Letter
        : throw new InvalidOperationException(((LetterResult.Refused)result).Breach.Message);
}
