using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Testing.Work;

/// <summary>Any filing, walked through the real services; it cannot reach a state the product cannot.</summary>
public sealed class FilingCase
{
    private readonly Office office;

    private FilingCase(Office office, Guid id) => (this.office, Id) = (office, id);

    public static Actor Filer { get; } = Office.Actor(DemoPeople.Zhang);

    public static Actor Surveyor { get; } = Office.Actor(DemoPeople.Gu);

    public static Actor City { get; } = Office.Actor(DemoPeople.Wang);

    public static Actor CitySigner { get; } = Office.Actor(DemoPeople.Li);

    public static Actor Province { get; } = Office.Actor(DemoPeople.Chen);

    public Guid Id { get; }

    public Actor Owner { get; private init; } = Filer;

    public static async Task<FilingCase> StartedAsync(Office office, StartFiling start, Actor? owner = null)
    {
        var actor = owner ?? Filer;
        var result = await office.DoAsync<FilingDesk, StartResult>(desk => desk.StartAsync(start, actor));
        return result is StartResult.Started started
            ? new FilingCase(office, started.Application.Id) { Owner = actor }
            : throw new InvalidOperationException(((StartResult.Refused)result).Breach.Message);
    }

    public async Task<FilingCase> WithAsync(Sections section, SectionValues values)
    {
        var version = await office.DoAsync<AppDbContext, int>(db => db.ApplicationSections
            .Where(s => s.ApplicationId == Id && s.Section == section).Select(s => s.Version).SingleOrDefaultAsync());
        await office.DoAsync<FilingDesk, SaveResult>(desk => desk.SaveSectionAsync(Id, section, values, version, Owner));
        return this;
    }

    /// <summary>Uploads what the checklist still demands.</summary>
    public async Task<FilingCase> ProvenAsync()
    {
        var missing = (await StateAsync()).EvidenceItems.Where(i => i.Missing).Select(i => i.Rule.AnyOf[0]).ToList();
        foreach (var kind in missing)
        {
            await UploadedAsync(kind);
        }

        return this;
    }

    public async Task<Guid> UploadedAsync(EvidenceKind kind, string? text = null)
    {
        var file = Sample.Pdf(text: text ?? kind.Title);
        var result = await office.DoAsync<EvidenceDesk, UploadResult>(desk => desk.AddAsync(Id, kind.Code, file.Name, new MemoryStream(file.Content), null, Owner));
        return ((UploadResult.Taken)result).File.Id;
    }

    public Task<FilingState> StateAsync() => office.DoAsync<FilingCheck, FilingState>(async check => await check.StateAsync(await ReadAsync(), default));

    public Task<StepResult> TryAsync(Act act, Actor actor, string? opinion = "理由", WrittenReply? reply = null) => office.DoAsync<StepTaker, StepResult>(
        async steps => await steps.TakeAsync(new TakeStep(Id, act, (await ReadAsync()).Version, opinion, Reply: reply), actor));

    public async Task<FilingCase> TakenAsync(Act act, Actor actor, WrittenReply? reply = null) => await TryAsync(act, actor, reply: reply) switch
    {
        StepResult.Refused refused => throw new InvalidOperationException(string.Join(' ', refused.Breaches.Select(b => $"{b.Field}: {b.Message}"))),
        StepResult.Stale stale => throw new InvalidOperationException($"Stale at {stale.Stage}."),
        _ => this,
    };

    public Task<FilingCase> SubmittedAsync() => TakenAsync(Act.Submit, Owner);

    /// <summary>A letter over this case, drafted and signed off by two people of one bureau.</summary>
    public async Task<LetterResult> LetterAsync(Actor drafter, Actor signer)
    {
        var drafted = (LetterResult.Done)await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([Id], drafter));
        var sent = (LetterResult.Done)await office.DoAsync<LetterDesk, LetterResult>(
            desk => desk.SendForSignatureAsync(drafted.Letter.Id, drafted.Letter.Version, drafter));
        return await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(sent.Letter.Id, sent.Letter.Version, signer));
    }

    public Task<Application> ReadAsync() => office.DoAsync<AppDbContext, Application>(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == Id));

    /// <summary>What the watch writes down once the national platform shows a record's sections at their wanted grade.</summary>
    public static Task ShownAsync(Office office, Guid recordId) => office.DoAsync<AppDbContext>(async db =>
    {
        var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.Id == recordId);
        foreach (var section in record.Sections)
        {
            section.Seen(section.Revision, section.Grade, office.Clock.Now);
        }

        await db.SaveChangesAsync();
    });
}
