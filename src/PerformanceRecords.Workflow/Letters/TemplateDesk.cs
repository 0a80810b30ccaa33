using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>函件模板: read by everyone of a bureau, changed by its administrator; every change is a new version, and letters say which they came from.</summary>
public sealed class TemplateDesk(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>The words a letter of this kind starts with today.</summary>
    public async Task<LetterWording> CurrentAsync(Guid organisationId, LetterKind kind, CancellationToken cancellation = default) =>
        await db.LetterTemplates.AsNoTracking().Where(t => t.OrganisationId == organisationId && t.Kind == kind)
            .OrderByDescending(t => t.Edition).FirstOrDefaultAsync(cancellation) is { } own ? LetterWording.Of(own) : LetterWording.BuiltIn(kind);

    /// <summary>The words of one version; 0 are those the portal brings along.</summary>
    public async Task<LetterWording> EditionAsync(Guid organisationId, LetterKind kind, int edition, CancellationToken cancellation = default) => edition == 0
        ? LetterWording.BuiltIn(kind)
        : LetterWording.Of(await db.LetterTemplates.AsNoTracking().SingleAsync(t => t.OrganisationId == organisationId && t.Kind == kind && t.Edition == edition, cancellation));

    /// <summary>本单位管理员: who may change the templates, by name.</summary>
    public async Task<IReadOnlyList<string>> KeepersAsync(Guid organisationId, CancellationToken cancellation = default) =>
        await db.Users.AsNoTracking().Where(u => u.OrganisationId == organisationId && u.MayAdminister && !u.Disabled).OrderBy(u => u.FullName).Select(u => u.FullName).ToListAsync(cancellation);

    /// <summary>Every version of a bureau's template, newest first.</summary>
    public async Task<IReadOnlyList<LetterTemplate>> VersionsAsync(Guid organisationId, LetterKind kind, CancellationToken cancellation = default) =>
        await db.LetterTemplates.AsNoTracking().Where(t => t.OrganisationId == organisationId && t.Kind == kind)
            .OrderByDescending(t => t.Edition).ToListAsync(cancellation);

    /// <summary>The newest version of each kind that a bureau has changed.</summary>
    public async Task<IReadOnlyDictionary<LetterKind, (int Version, DateTime SavedAt, string SavedByName)>> NewestAsync(
        Guid organisationId, CancellationToken cancellation = default)
    {
        var all = await db.LetterTemplates.AsNoTracking().Where(t => t.OrganisationId == organisationId)
            .Select(t => new { t.Kind, t.Edition, t.SavedAt, t.SavedByName }).ToListAsync(cancellation);
        return all.GroupBy(t => t.Kind).Select(g => g.MaxBy(t => t.Edition)!)
            .ToDictionary(t => t.Kind, t => (t.Edition, t.SavedAt, t.SavedByName));
    }

    /// <summary>Saves the next version; letters drafted from now on start with it.</summary>
    /// <param name="seen">The version the words were changed from.</param>
    public async Task<Breach?> SaveAsync(LetterKind kind, int seen, LetterWording wording, Actor actor, CancellationToken cancellation = default)
    {
        if (!actor.MayAdminister)
        {
            return new("template-right", "", "模板由本单位管理员维护，您可以查看和试打印。");
        }

        if (!LetterText.KindsOf(actor.Level).Contains(kind))
        {
            throw new NotFoundException(nameof(LetterTemplate), kind);
        }

        var current = await CurrentAsync(actor.OrganisationId, kind, cancellation);
        if (current.Version != seen)
        {
            throw new StaleException(nameof(LetterTemplate), kind);
        }

        if (Wrong(kind, wording) is { } breach)
        {
            return breach;
        }

        var template = new LetterTemplate
        {
            OrganisationId = actor.OrganisationId,
            Kind = kind,
            Edition = current.Version + 1,
            Layout = wording.Layout,
            Title = wording.Title.Trim(),
            Addressee = wording.Addressee.Trim(),
            Body = wording.Body.ReplaceLineEndings("\n").Trim(),
            CopyTo = Blank(wording.CopyTo),
            Remark = Blank(wording.Note),
            SavedAt = clock.GetUtcNow().UtcDateTime,
            SavedBy = actor.UserId,
            SavedByName = actor.FullName,
        };
        db.LetterTemplates.Add(template);
        audit.Add(actor, "template.Save", template.Id, $"{kind} {template.Edition}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // a second page saved the same version in the same moment
            throw new StaleException(nameof(LetterTemplate), kind);
        }

        return null;
    }

    private static Breach? Wrong(LetterKind kind, LetterWording wording) =>
        LetterBounds.WrongLayout(kind, wording.Layout) ?? LetterBounds.Missing(wording.Title, wording.Addressee, wording.Body) ?? LetterBounds.TooLong(wording.CopyTo, wording.Note)
        ?? (LetterFacts.Misspelt(wording.Title + wording.Addressee + wording.Body) is [var wrong, ..]
            ? new("fact-unknown", "Body", $"没有“{wrong}”这一项事实，可用的见右侧。")
            : null);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
