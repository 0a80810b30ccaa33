using System.Globalization;
using PerformanceRecords.Benchmarks.Bulk;

namespace PerformanceRecords.Benchmarks;

/// <summary>A verb, and options as <c>--name value</c>.</summary>
internal sealed class Arguments(string[] args)
{
    public const string Usage = """
        generate --postgres CONNECTION | --sqlite FILE [--filings 1000000]
            makes a database anew (what was there is dropped)
        pages --large-postgres CONNECTION --small-postgres CONNECTION --large-sqlite FILE --small-sqlite FILE
            measures the reviewer's queue and case page beside their floor
        docs/performance.md explains both.
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
}
