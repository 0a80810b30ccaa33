namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>Short slices of load, portal and floor in turn, so that whatever else the machine does falls on both.</summary>
internal static class Measurement
{
    private const int Rounds = 9;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SliceOf = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<Figure>> RunAsync(Database large, Database small)
    {
        await using var portal = await Portal.StartAsync(large);
        await using var smallPortal = await Portal.StartAsync(small);
        await using var floor = await Floor.StartAsync(large, portal);
        Console.WriteLine(FormattableString.Invariant($"  queue page {portal.QueueHtml.Length} characters, case page {portal.CaseHtml.Length}"));
        var figures = new List<Figure>();
        foreach (var (page, portalPages, smallPages, floorPages) in new[]
        {
            ("queue", portal.Queue, smallPortal.Queue, floor.Queue),
            ("case", portal.Cases, smallPortal.Cases, floor.Cases),
        })
        {
            using var onPortal = new Load(portal.Address, portalPages, portal.Cookie);
            using var onSmall = new Load(smallPortal.Address, smallPages, smallPortal.Cookie);
            using var onFloor = new Load(floor.Address, floorPages);
            foreach (var load in new[] { onPortal, onSmall, onFloor })
            {
                await load.RunAsync(WarmUp);
            }

            figures.AddRange(await MeasureAsync(page, large.Name, onPortal, onSmall, onFloor));
        }

        return figures;
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(string page, string provider, Load portal, Load small, Load floor)
    {
        var rounds = new List<(Slice Portal, Slice Small, Slice Floor)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (onLarge, onSmall, onFloor) = (await portal.RunAsync(SliceOf), await small.RunAsync(SliceOf), await floor.RunAsync(SliceOf));
            rounds.Add((onLarge, onSmall, onFloor));
            Console.WriteLine(FormattableString.Invariant(
                $"  {page} {provider}: portal {onLarge.PerSecond:0}/s, on the small database {onSmall.PerSecond:0}/s, floor {onFloor.PerSecond:0}/s"));
        }

        return
        [
            new($"pages.{page}.ratio.{provider}", rounds.Select(r => r.Portal.PerSecond / r.Floor.PerSecond).Median()),
            new($"pages.{page}.p95ms.{provider}", rounds.Select(r => r.Portal.Milliseconds.Percentile(0.95)).Median()),
            new($"pages.{page}.scale.{provider}", rounds.Select(r => r.Small.PerSecond / r.Portal.PerSecond).Median()),
            new($"pages.{page}.persecond.{provider}", rounds.Select(r => r.Portal.PerSecond).Median()),
            new($"pages.{page}.floorpersecond.{provider}", rounds.Select(r => r.Floor.PerSecond).Median()),
        ];
    }
}

/// <summary>One number with its name.</summary>
internal sealed record Figure(string Name, double Value)
{
    public override string ToString() => FormattableString.Invariant($"figure {Name} = {Value:0.00}");
}
