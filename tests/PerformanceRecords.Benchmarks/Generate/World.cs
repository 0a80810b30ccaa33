using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Benchmarks.Bulk;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>Who files and who decides: the demo people (so that somebody can sign in), a bureau in each city, the enterprises.</summary>
internal sealed class World
{
    public const string Password = "benchmark-2026";

    // share of the province's filings, roughly by the volume of construction
    private static readonly Dictionary<string, int> Weights = new()
    {
        ["320100"] = 19,
        ["320200"] = 10,
        ["320300"] = 8,
        ["320400"] = 7,
        ["320500"] = 20,
        ["320600"] = 9,
        ["320700"] = 3,
        ["320800"] = 4,
        ["320900"] = 5,
        ["321000"] = 5,
        ["321100"] = 3,
        ["321200"] = 4,
        ["321300"] = 3,
    };

    private readonly List<string> cities = [];

    private World(Dictionary<string, Actor[]> officials, Actor[] province, Actor ministry, IReadOnlyList<Actor> enterprises)
    {
        Officials = officials;
        Province = province;
        Ministry = ministry;
        Enterprises = enterprises;
        foreach (var (city, weight) in Weights)
        {
            cities.AddRange(Enumerable.Repeat(city, weight));
        }
    }

    /// <summary>By city: who examines, and who signs.</summary>
    public Dictionary<string, Actor[]> Officials { get; }

    public Actor[] Province { get; }

    public Actor Ministry { get; }

    public IReadOnlyList<Actor> Enterprises { get; }

    public string City(Chance chance) => chance.Pick(cities);

    public static async Task<World> MakeAsync(IBulkDatabase database, Chance chance, int enterprises, DateTime since)
    {
        await using var db = database.Open();
        await db.AddDemoPeopleAsync(Password, since);
        var officials = new Dictionary<string, Actor[]>();
        foreach (var city in Weights.Keys)
        {
            var bureau = await db.Organisations.SingleOrDefaultAsync(o => o.Level == Level.City && o.RegionCode == city) ?? Add(db, chance, city, since);
            officials[city] = [Official(chance, bureau, since), Official(chance, bureau, since)];
        }

        await db.SaveChangesAsync();
        var province = await db.Organisations.SingleAsync(o => o.Level == Level.Province);
        var ministry = await db.Organisations.SingleAsync(o => o.Level == Level.Ministry);
        var people = new List<Actor>(enterprises);
        for (var n = 0; n < enterprises; n++)
        {
            people.Add(await EnterpriseAsync(database, chance, n, since));
        }

        return new(officials, [Official(chance, province, since), Official(chance, province, since)], Official(chance, ministry, since), people);
    }

    private static Organisation Add(AppDbContext db, Chance chance, string city, DateTime since)
    {
        var name = Regions.Find(city)!.Name;
        var bureau = Forge<Organisation>.WithId(
            new Organisation
            {
                Level = Level.City,
                Name = name + "住房和城乡建设局",
                ShortName = name + "住建局",
                RegionCode = city,
                LetterSeries = name[..1] + "建设函",
                RegisteredAt = since,
            },
            chance.Id(since));
        db.Add(bureau);
        return bureau;
    }

    private static async Task<Actor> EnterpriseAsync(IBulkDatabase database, Chance chance, int number, DateTime since)
    {
        var city = chance.Pick(Weights.Keys.ToArray());
        var region = chance.Pick(Regions.CountiesOf(city)).Code;
        var enterprise = Forge<Organisation>.WithId(
            new Organisation
            {
                Level = Level.Enterprise,
                Name = $"{Regions.Find(city)!.Name}{Words.Enterprise(chance)}{Words.Numeral(number)}设计研究院有限公司",
                ShortName = Words.Enterprise(chance) + "设计院",
                RegionCode = region,
                CreditCode = Words.CreditCode(region, number),
                ContactName = Words.Person(chance),
                ContactPhone = $"199{chance.Between(0, 99_999_999):D8}",
                RegisteredAt = since,
            },
            chance.Id(since));
        enterprise.Confirm(Guid.Empty, since);
        await database.WriteAsync([enterprise]);
        return Official(chance, enterprise, since);
    }

    private static Actor Official(Chance chance, Organisation organisation, DateTime since) =>
        new(chance.Id(since), Words.Person(chance), organisation.Level, organisation.Id, organisation.Name, organisation.RegionCode);
}
