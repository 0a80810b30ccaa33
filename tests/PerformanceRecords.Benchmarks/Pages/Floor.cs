using System.Text;
using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>The floor in a process of its own, with the portal's own page as its template.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly ServerProcess process;

    private Floor(ServerProcess process, IReadOnlyList<string> queue, IReadOnlyList<string> cases)
    {
        this.process = process;
        Queue = queue;
        Cases = cases;
    }

    public Uri Address => process.Address;

    public IReadOnlyList<string> Queue { get; }

    public IReadOnlyList<string> Cases { get; }

    public static async Task<Floor> StartAsync(Database database, Portal portal)
    {
        var process = await ServerProcess.StartAsync(typeof(Floor).Assembly.Location, AppContext.BaseDirectory, "/", new Dictionary<string, string?>(), database.FloorArguments);
        var queue = portal.Queue.Select(QueueAddress).ToList();
        var cases = portal.Cases.Select(address => "/case?id=" + address["/reviews/".Length..]).ToList();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = process.Address };
        await FillAsync(http, "queue", queue[0], portal.QueueHtml);
        await FillAsync(http, "case", cases[0], portal.CaseHtml);
        return new(process, queue, cases);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    // the fixed part of the page is as long as the portal's page is without the rows
    private static async Task FillAsync(HttpClient http, string page, string address, string template)
    {
        var rows = (await http.GetByteArrayAsync(address)).Length;
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(template));
        (await http.PostAsync($"/template/{page}?dynamicBytes={rows}", body)).EnsureSuccessStatusCode();
    }

    // /reviews?stage=CityReview&after=20261120-0193…
    private static string QueueAddress(string portal)
    {
        var address = $"/queue?holder={DemoPeople.Nanjing.Id}&stage=CityReview";
        var after = portal.IndexOf("after=", StringComparison.Ordinal);
        return after < 0 ? address : $"{address}&due={portal.Substring(after + 6, 8)}&id={portal.Substring(after + 15, 32)}";
    }
}
