using System.Globalization;
using PerformanceRecords.Benchmarks;
using PerformanceRecords.Benchmarks.Floor;
using PerformanceRecords.Benchmarks.Generate;
using PerformanceRecords.Benchmarks.Pages;
using PerformanceRecords.Benchmarks.Permits;
using PerformanceRecords.Benchmarks.Printing;
using PerformanceRecords.Benchmarks.Sync;

var arguments = new Arguments(args);
switch (arguments.Verb)
{
    case "generate":
        foreach (var database in arguments.Databases())
        {
            await using (database)
            {
                await new Generator(database, arguments.Number("filings", 1_000_000)).RunAsync(DateTime.UtcNow.Date);
            }
        }

        return 0;
    case "floor":
        await FloorServer.RunAsync(arguments);
        return 0;
    case "pages":
        var figures = new List<Figure>();
        foreach (var (large, small) in arguments.Pairs())
        {
            Console.WriteLine($"{large.Name}: warming up and measuring, about four minutes");
            figures.AddRange(await Measurement.RunAsync(large, small));
        }

        figures.ForEach(Console.WriteLine);
        return 0;
    case "startup":
        foreach (var figure in await Startup.MeasureAsync())
        {
            Console.WriteLine(figure);
        }

        return 0;
    case "printing":
        await PrintingBenchmark.RunAsync(arguments.Number("cases", 200), arguments["renderers"], arguments["keep"]);
        return 0;
    case "permits":
        foreach (var figure in await PermitTrial.MeasureAsync(arguments["postgres"]))
        {
            Console.WriteLine(figure);
        }

        return 0;
    case "sync":
        await SyncBenchmark.RunAsync(arguments["postgres"], double.Parse(arguments["share"] ?? "1", CultureInfo.InvariantCulture), arguments["only"]);
        return 0;
    case SyncWorker.Verb:
        await SyncWorker.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine(Arguments.Usage);
        return 2;
}
