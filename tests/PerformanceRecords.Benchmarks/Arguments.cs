using System.Globalization;
using PerformanceRecords.Benchmarks.Bulk;
using PerformanceRecords.Benchmarks.Pages;
using PerformanceRecords.Data;

namespace PerformanceRecords.Benchmarks;

/// <summary>A verb, and options as <c>--name value</c>.</summary>
internal sealed class Arguments(string[] args)
{
    public const string Usage = """
        generate --postgres CONNECTION | --sqlite FILE [--filings 1000000]
            makes a database anew (what was there is dropped)
        pages --large-postgres CONNECTION --small-postgres CONNECTION --large-sqlite FILE --small-sqlite FILE
            measures the reviewer's queue and case page beside their floor, on one provider or both
        startup
            measures the time from the start of the process to the first page, and the idle memory, on a fresh demo database
        printing [--cases 200] [--renderers FILE,FILE] [--keep FOLDER]
            prints a letter over many cases by each renderer: how long it takes, and what the renderer's processes hold together; --keep leaves page and PDF
        permits [--postgres CONNECTION]
            measures a batch of 500 construction permits in one request, and the same batch sent again, on a started portal; SQLite without a server
        sync [--postgres CONNECTION] [--share 1] [--only crash|drain|claim|idle|latency]
            kills the dispatcher while it drains a backlog and counts what arrived; then how fast it drains, claims, idles and wakes; --share 0.1 does a tenth of everything
        docs/performance.md explains them; tests/benchmark.sh runs all of them.
        """;

    public string Verb => args.FirstOrDefault() ?? "";

    public string? this[string option] =>
        Array.IndexOf(args, "--" + option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string option, int otherwise) =>
        this[option] is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The databases to be made.</summary>
    public IEnumerable<IBulkDatabase> Databases()
    {
        if (this["postgres"] is { } connection)
        {
            yield return new PostgresBulk(connection);
        }

        if (this["sqlite"] is { } file)
        {
            yield return new SqliteBulk(file);
        }
    }

    /// <summary>What is measured: the large database and the small one of each provider that was named.</summary>
    public IEnumerable<(Database Large, Database Small)> Pairs() =>
        from provider in new[] { DatabaseProvider.Postgres, DatabaseProvider.Sqlite }
        let name = provider.ToString().ToLowerInvariant()
        where this["large-" + name] is not null && this["small-" + name] is not null
        select (new Database(provider, this["large-" + name]!), new Database(provider, this["small-" + name]!));
}
