using PerformanceRecords.Benchmarks;
using PerformanceRecords.Benchmarks.Bulk;
using PerformanceRecords.Benchmarks.Generate;

var arguments = new Arguments(args);
switch (arguments.Verb)
{
    case "generate":
        var today = DateTime.UtcNow.Date;
        foreach (IBulkDatabase database in arguments.Databases())
        {
            await using (database)
            {
                await new Generator(database, arguments.Number("filings", 1_000_000)).RunAsync(today);
            }
        }

        return 0;
    default:
        Console.Error.WriteLine(Arguments.Usage);
        return 2;
}
