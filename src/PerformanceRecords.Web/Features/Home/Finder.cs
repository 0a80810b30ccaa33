using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>Something the search box found.</summary>
/// <param name="Kind">申报, 业绩 or 函件.</param>
public sealed record Hit(string Kind, string Title, string Detail, string Url);

/// <summary>What the search box found for a text.</summary>
public sealed record Found(string Text, IReadOnlyList<Hit> Hits)
{
    public bool MayFindPeople { get; init; }
}

/// <summary>Looks for a number or a name among what a person may see: filings, records, letters.</summary>
public sealed class Finder(AppDbContext db)
{
    private const int Most = 15;

    public async Task<Found> FindAsync(Actor actor, string text)
    {
        if (text.Length < 2)
        {
            return new(text, []);
        }

        var whole = Sought.IsNumber(text);
        var filings = await (whole
                ? db.Applications.AsNoTracking().VisibleTo(actor).Where(a => a.Number == text || a.ProjectNumber == text)
                : db.Applications.AsNoTracking().LastChanged(db, actor).VisibleTo(actor).Where(a => a.ProjectName.Contains(text)))
            .OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new { a.Id, a.ProjectName, a.Number, a.ProjectNumber, a.TypeCode })
            .ToListAsync();
        var records = await (whole
                ? db.Records.AsNoTracking().VisibleTo(actor).Where(r => r.ProjectNumber == text)
                : db.Records.AsNoTracking().LastChanged(db, actor).VisibleTo(actor).Where(r => r.ProjectName.Contains(text)))
            .OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new { r.Id, r.ProjectName, r.ProjectNumber })
            .ToListAsync();
        var letters = await (text.Contains('〔', StringComparison.Ordinal)
                ? db.Letters.AsNoTracking().VisibleTo(actor).Where(l => l.Number == text)
                : db.Letters.AsNoTracking().VisibleTo(actor).OrderByDescending(l => l.Id).Take(Sought.Among).Where(l => l.Title.Contains(text)))
            .OrderByDescending(l => l.Id)
            .Take(Most)
            .Select(l => new { l.Id, l.Title, l.Number })
            .ToListAsync();
        var cases = actor.Level == Level.Enterprise ? "/applications" : "/reviews";
        return new(text,
        [
            .. filings.Select(a => new Hit("申报", a.ProjectName, $"{ApplicationTypes.Find(a.TypeCode)?.Title} {a.Number ?? a.ProjectNumber}", $"{cases}/{a.Id}")),
            .. records.Select(r => new Hit("业绩", r.ProjectName, r.ProjectNumber ?? "", $"/records/{r.Id}")),
            .. letters.Select(l => new Hit("函件", l.Title, l.Number ?? "未编号", $"/letters/{l.Id}")),
        ]);
    }
}
