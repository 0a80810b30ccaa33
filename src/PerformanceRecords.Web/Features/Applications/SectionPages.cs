using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>Puts together what the page of one section shows.</summary>
public sealed class SectionPages(FilingReader filings, PersonalNumbers numbers, AppDbContext db)
{
    public Task<FilingDetails> DetailsAsync(Guid id, Actor actor, CancellationToken cancellation) => filings.ReadAsync(id, actor, cancellation);

    public Task<bool> IsThereAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        db.Applications.VisibleTo(actor).AnyAsync(a => a.Id == id, cancellation);

    /// <param name="check">Say also what is missing; otherwise only what was typed wrong.</param>
    public async Task<SectionPage> ReadAsync(Guid id, SectionDefinition definition, Actor actor, int rows, bool check, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor, cancellation);
        var section = details.State.Sections.FirstOrDefault(s => s.Definition == definition) ?? throw new NotFoundException(nameof(ApplicationSection), definition.Section);
        var values = section.Saved is { } saved ? SectionForm.Filled(numbers.Open(saved.Values)) : new SectionValues();
        IReadOnlyList<Breach> breaches = check || !details.Writable ? section.Breaches : [.. section.Breaches.Where(FilingTasks.IsWrong)];
        return new(details, section, await EnterpriseAsync(actor, cancellation), values, Offered(definition, values, rows), breaches)
        {
            Version = section.Saved?.Version ?? 0,
        };
    }

    /// <summary>The page after somebody else was faster: what was typed here, and what they saved.</summary>
    public async Task<SectionPage> ConflictAsync(
        Guid id, SectionDefinition definition, SectionValues typed, ApplicationSection newer, Actor actor, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor, cancellation);
        var section = details.State.Sections.First(s => s.Definition == definition);
        return new(details, section, await EnterpriseAsync(actor, cancellation), typed, Offered(definition, typed, 0), [])
        {
            Version = newer.Version,
            Newer = new(Saver(newer, actor), newer.SavedAt, Differences(definition, typed, newer)),
        };
    }

    /// <summary>Both versions in a sentence, for the script that saves while people type.</summary>
    public string ConflictText(SectionDefinition definition, SectionValues typed, ApplicationSection newer, Actor actor)
    {
        const int Named = 3;
        var changes = Differences(definition, typed, newer);
        var some = string.Join('；', changes.Take(Named).Select(c =>
            $"{c.Field.Label}：现在是“{Shown(c.Field, c.Before)}”，您填的是“{Shown(c.Field, c.After)}”"));
        return $"{Saver(newer, actor)}于 {DateText.Time(newer.SavedAt)} 改过这一节，您的没有保存。{some}{(changes.Count > Named ? $"，等 {changes.Count} 处" : "")}。";
    }

    // the same person may have two windows open
    private static string Saver(ApplicationSection newer, Actor actor) =>
        newer.SavedBy == actor.UserId ? "您在另一个窗口" : newer.SavedByName;

    private static string Shown(FieldDefinition field, string text) =>
        text.Length == 0 ? "空" : text.Contains('*') ? text : SectionDefinition.Display(field, text);

    private static int Offered(SectionDefinition definition, SectionValues values, int rows) =>
        definition.Repeats ? Math.Clamp(rows, Math.Max(1, values.Rows.Count), Math.Min(values.Rows.Count + 1, SectionForm.MaxRows)) : 1;

    private IReadOnlyList<FieldChange> Differences(SectionDefinition definition, SectionValues typed, ApplicationSection newer)
    {
        var theirs = numbers.Open(newer.Values);
        return [.. definition.Differences(theirs, typed).Where(c => c.Field.Kind != FieldKind.IdNumber || numbers.Mask(c.Before) != c.After)];
    }

    private Task<Organisation> EnterpriseAsync(Actor actor, CancellationToken cancellation) =>
        db.Organisations.AsNoTracking().SingleAsync(o => o.Id == actor.OrganisationId, cancellation);
}
