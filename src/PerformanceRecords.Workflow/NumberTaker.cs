using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow;

/// <summary>Takes the next number of a running series inside the caller's transaction: rolled back with it, so none is lost or doubled.</summary>
public sealed class NumberTaker(AppDbContext db)
{
    /// <summary>Applications: BL-320100-2026-000418.</summary>
    public async Task<string> ApplicationNumberAsync(string cityCode, int year, CancellationToken cancellation) =>
        $"BL-{cityCode}-{year}-{await NextAsync($"BL-{cityCode}-{year}", cancellation):D6}";

    /// <summary>Supplement ports: DK-2026-0197.</summary>
    public async Task<string> PortNumberAsync(int year, CancellationToken cancellation) =>
        $"DK-{year}-{await NextAsync($"DK-{year}", cancellation):D4}";

    /// <summary>发文字号: 宁建设函〔2026〕12号.</summary>
    public async Task<string> LetterNumberAsync(Guid organisationId, string series, int year, CancellationToken cancellation)
    {
        // the update takes the row's lock first, so parallel sign-offs queue up here
        var taken = await db.LetterSeries
            .Where(s => s.OrganisationId == organisationId && s.Series == series && s.Year == year)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation);
        if (taken == 0)
        {
            db.LetterSeries.Add(new LetterSeries { OrganisationId = organisationId, Series = series, Year = year, Last = 1 });
            await db.SaveChangesAsync(cancellation);
            return $"{series}〔{year}〕1号";
        }

        var last = await db.LetterSeries.AsNoTracking()
            .Where(s => s.OrganisationId == organisationId && s.Series == series && s.Year == year)
            .Select(s => s.Last)
            .SingleAsync(cancellation);
        return $"{series}〔{year}〕{last}号";
    }

    private async Task<int> NextAsync(string name, CancellationToken cancellation)
    {
        var taken = await db.NumberSeries.Where(s => s.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation);
        if (taken == 0)
        {
            db.NumberSeries.Add(new NumberSeries { Name = name, Last = 1 });
            await db.SaveChangesAsync(cancellation);
            return 1;
        }

        return await db.NumberSeries.AsNoTracking().Where(s => s.Name == name).Select(s => s.Last).SingleAsync(cancellation);
    }
}
