using System.Diagnostics;
using PerformanceRecords.Benchmarks.Bulk;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>A province's portal after eleven years: filings of every stage and city, more each year, the records they led to.</summary>
internal sealed class Generator(IBulkDatabase database, int filings)
{
    private const int Seed = 412;
    private const int Batch = 2_000;
    private const double RecordsPerFiling = 0.4;
    private const int Years = 11;
    private const int RushDays = 25;
    private const double RushShare = 0.12;
    private int filed;

    public async Task RunAsync(DateTime today)
    {
        var clock = Stopwatch.StartNew();
        var chance = new Chance(Seed);
        var since = today.AddYears(-Years);
        await database.PrepareAsync();
        var world = await World.MakeAsync(database, chance, Math.Max(50, filings / 125), since);
        var maker = new FilingMaker(world, chance, today);
        var records = new RecordMaker(chance, today);
        for (var first = 0; first < filings; first += Batch)
        {
            await WriteAsync(Enumerable.Range(first, Math.Min(Batch, filings - first)).Select(n => maker.Make(n + 1, StartOf(n, since, today))), records, today);
            if (first / Batch % 50 == 49)
            {
                Console.WriteLine($"{clock.Elapsed:m\\:ss}  {first + Batch:N0} filings, {records.Made:N0} records");
            }
        }

        Console.WriteLine($"{clock.Elapsed:m\\:ss}  rows are in; indexes and statistics");
        await database.FinishAsync();
        Console.WriteLine($"{clock.Elapsed:m\\:ss}  {filings:N0} filings, {records.Made:N0} records, {world.Enterprises.Count:N0} enterprises");
    }

    // each year brings more than the one before, and the last weeks the rush before a deadline: queues are long when it matters
    private DateTime StartOf(int number, DateTime since, DateTime today)
    {
        var (place, rush) = ((number + 1.0) / (filings + 1.0), today.AddDays(-RushDays));
        return place > 1 - RushShare
            ? rush + ((today - rush) * ((place - 1 + RushShare) / RushShare))
            : since + ((rush - since) * Math.Pow(place / (1 - RushShare), 0.7));
    }

    private async Task WriteAsync(IEnumerable<Filing> made, RecordMaker records, DateTime today)
    {
        // what was closed long ago is in the records; its drafts, files and snapshots count as archived
        var rows = new RowsByTable(archivedBefore: today.AddYears(-3));
        foreach (var filing in made)
        {
            filed++;
            rows.Add(filing);
            if (filing.Application.Stage == Stage.Completed)
            {
                rows.Add(records.Land(filing, another: records.Made < Math.Min(RecordsPerFiling * filings, 0.5 * filed)));
            }
        }

        await rows.WriteAsync(database);
    }
}
