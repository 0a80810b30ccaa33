using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

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
    /// <summary>Of what somebody may see, names are looked for among so many that changed last: no index knows the middle of a name.</summary>
    public const int Looked = 5_000;

    private const int Most = 15;

    public async Task<Found> FindAsync(Actor actor, string text)
    {
        if (text.Length < 2)
        {
            return new(text, []);
        }

        // a number is looked up whole, through its index; a name may be a part
        var whole = text.Length >= 8 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        var filings = await (whole
                ? db.Applications.AsNoTracking().VisibleTo(actor).Where(a => a.Number == text || a.ProjectNumber == text)
                : LastChanged(actor).Where(a => a.ProjectName.Contains(text)))
            .OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new { a.Id, a.ProjectName, a.Number, a.ProjectNumber, a.TypeCode })
            .ToListAsync();
        var records = await (whole
                ? db.Records.AsNoTracking().VisibleTo(actor).Where(r => r.ProjectNumber == text)
                : LastChangedRecords(actor).Where(r => r.ProjectName.Contains(text)))
            .OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new { r.Id, r.ProjectName, r.ProjectNumber })
            .ToListAsync();
        var letters = await (text.Contains('〔', StringComparison.Ordinal)
                ? db.Letters.AsNoTracking().VisibleTo(actor).Where(l => l.Number == text)
                : db.Letters.AsNoTracking().VisibleTo(actor).OrderByDescending(l => l.Id).Take(Looked).Where(l => l.Title.Contains(text)))
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

    private IQueryable<Application> LastChanged(Actor actor)
    {
        var visible = db.Applications.AsNoTracking().VisibleTo(actor);
        var city = CityOf(actor);
        return (city is null ? visible : visible.Where(a => a.CityCode == city)).OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id).Take(Looked);
    }

    private IQueryable<PerformanceRecord> LastChangedRecords(Actor actor)
    {
        var visible = db.Records.AsNoTracking().VisibleTo(actor);
        var city = CityOf(actor);
        return (city is null ? visible : visible.Where(r => r.CityCode == city)).OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id).Take(Looked);
    }

    // the index is by city
    private static string? CityOf(Actor actor) => actor.Level == Level.County ? Jurisdiction.RegionAt(Level.City, actor.RegionCode) : null;
}
