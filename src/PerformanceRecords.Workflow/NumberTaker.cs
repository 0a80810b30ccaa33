using System.Linq.Expressions;
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

    /// <summary>停机回执: TJ-2026-0007.</summary>
    public async Task<string> ReceiptNumberAsync(int year, CancellationToken cancellation) =>
        $"TJ-{year}-{await NextAsync($"TJ-{year}", cancellation):D4}";

    /// <summary>发文字号: 宁建设函〔2026〕12号.</summary>
    public async Task<string> LetterNumberAsync(Guid organisationId, string series, int year, CancellationToken cancellation)
    {
        var last = await NextAsync(
            s => s.OrganisationId == organisationId && s.Series == series && s.Year == year,
            () => new LetterSeries { OrganisationId = organisationId, Series = series, Year = year },
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation),
            s => s.Last,
            cancellation);
        return LetterSeries.NumberOf(series, year, last);
    }

    private Task<int> NextAsync(string name, CancellationToken cancellation) => NextAsync(
        s => s.Name == name,
        () => new NumberSeries { Name = name },
        rows => rows.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancellation),
        s => s.Last,
        cancellation);

    // the update takes the row's lock first, so those who come at once queue up here
    private async Task<int> NextAsync<TSeries>(
        Expression<Func<TSeries, bool>> which, Func<TSeries> make, Func<IQueryable<TSeries>, Task<int>> increase,
        Expression<Func<TSeries, int>> last, CancellationToken cancellation)
        where TSeries : class
    {
        var row = db.Set<TSeries>().Where(which);
        if (await increase(row) == 0)
        {
            var entry = db.Add(make());
            try
            {
                await db.SaveChangesAsync(cancellation);
                entry.State = EntityState.Detached;
                await increase(row);
            }
            catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
            {
                // someone else began the series in the same moment: theirs is committed by now, and serves
                entry.State = EntityState.Detached;
                if (await increase(row) == 0)
                {
                    throw;
                }
            }
        }

        return await row.AsNoTracking().Select(last).SingleAsync(cancellation);
    }
}
