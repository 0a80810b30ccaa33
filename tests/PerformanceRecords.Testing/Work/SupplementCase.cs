using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Testing.Work;

/// <summary>A supplement of a project in Nanjing, walked through the real services; it cannot reach a state the product cannot.</summary>
public sealed class SupplementCase(Office office, int number = 1)
{
    private readonly SampleProject project = new(number);

    public Guid Id { get; private set; }

    public string ProjectNumber => project.Number;

    public string ProjectName => project.Name;

    public static Actor Filer { get; } = Office.Actor(DemoPeople.Zhang);

    public static Actor City { get; } = Office.Actor(DemoPeople.Wang);

    public static Actor Signer { get; } = Office.Actor(DemoPeople.Li);

    public static Actor OtherCity { get; } = Office.Actor(DemoPeople.Qian);

    public static Actor OtherEnterprise { get; } = Office.Actor(DemoPeople.Gu);

    public static Actor Province { get; } = Office.Actor(DemoPeople.Chen);

    /// <summary>Started, with everything the application asks for.</summary>
    public async Task<SupplementCase> DraftedAsync()
    {
        Id = (await office.DoAsync<FilingDesk, Application>(desk => desk.StartAsync(Supplement.Type, Filer))).Id;
        await SaveAsync(Sections.Basic, project.Basic);
        foreach (var rule in Supplement.Type.PlanAt(Stage.Draft).Evidence.Where(r => !r.Optional))
        {
            await UploadAsync(rule.AnyOf[0], Sample.Pdf(text: rule.Title));
        }

        return this;
    }

    public async Task<SupplementCase> SubmittedAsync()
    {
        await DraftedAsync();
        await TakenAsync(Act.Submit, Filer);
        return this;
    }

    public async Task<SupplementCase> VerifiedAsync()
    {
        await SubmittedAsync();
        await TakenAsync(Act.Verify, City);
        return this;
    }

    public async Task<SupplementCase> AtProvinceAsync()
    {
        await VerifiedAsync();
        var letter = await LetterAwaitingSignatureAsync();
        await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, Signer));
        return this;
    }

    public async Task<SupplementCase> PortOpenedAsync()
    {
        await AtProvinceAsync();
        await TakenAsync(Act.OpenPort, Province);
        return this;
    }

    /// <summary>Everything is filled in, but not submitted.</summary>
    public async Task<SupplementCase> FilledInAsync()
    {
        await PortOpenedAsync();
        await SaveAsync(Sections.Contract, project.Contract);
        await SaveAsync(Sections.DrawingReview, project.DrawingReview);
        await SaveAsync(Sections.Acceptance, project.Acceptance);
        return this;
    }

    /// <summary>Two people, with identity numbers, and the proof of them.</summary>
    public async Task<SupplementCase> WithPersonnelAsync()
    {
        await SaveAsync(Sections.Personnel, SampleProject.Personnel);
        await UploadAsync(EvidenceKind.PersonnelProof, Sample.Pdf(text: "Personnel"));
        return this;
    }

    public async Task<SupplementCase> CompletedAsync()
    {
        await FilledInAsync();
        await TakenAsync(Act.Submit, Filer);
        await TakenAsync(Act.Confirm, City);
        return this;
    }

    public async Task<Letter> LetterAwaitingSignatureAsync(params SupplementCase[] others)
    {
        Guid[] ids = [Id, .. others.Select(o => o.Id)];
        var drafted = (LetterResult.Done)await office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync(ids, City));
        return ((LetterResult.Done)await office.DoAsync<LetterDesk, LetterResult>(
            desk => desk.SendForSignatureAsync(drafted.Letter.Id, drafted.Letter.Version, City))).Letter;
    }

    public Task<StepResult> TakeAsync(Act act, Actor actor, string? opinion = null, int? version = null) => office.DoAsync<StepTaker, StepResult>(
        async steps => await steps.TakeAsync(new TakeStep(Id, act, version ?? (await ReadAsync()).Version, opinion), actor));

    public Task<SaveResult> SaveAsync(Sections section, SectionValues values) => office.DoAsync<FilingDesk, SaveResult>(async desk =>
        await desk.SaveSectionAsync(Id, section, values, await VersionAsync(section), Filer));

    public Task<UploadResult> UploadAsync(EvidenceKind kind, SampleFile file, Guid? replaces = null, Actor? by = null) =>
        office.DoAsync<EvidenceDesk, UploadResult>(desk =>
            desk.AddAsync(Id, kind.Code, file.Name, new MemoryStream(file.Content), replaces, by ?? Filer));

    public Task<SectionValues> BasicAsync() => office.DoAsync<AppDbContext, SectionValues>(db => db.ApplicationSections.AsNoTracking()
        .Where(s => s.ApplicationId == Id && s.Section == Sections.Basic).Select(s => s.Values).SingleAsync());

    public Task<Application> ReadAsync() => office.DoAsync<AppDbContext, Application>(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == Id));

    private Task<int> VersionAsync(Sections section) => office.DoAsync<AppDbContext, int>(db => db.ApplicationSections
        .Where(s => s.ApplicationId == Id && s.Section == section).Select(s => s.Version).SingleOrDefaultAsync());

    private async Task TakenAsync(Act act, Actor actor)
    {
        if (await TakeAsync(act, actor) is StepResult.Refused refused)
        {
            throw new InvalidOperationException(string.Join(' ', refused.Breaches.Select(b => $"{b.Field}: {b.Message}")));
        }
    }
}
