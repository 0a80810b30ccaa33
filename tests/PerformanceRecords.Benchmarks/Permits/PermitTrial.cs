using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PerformanceRecords.Benchmarks.Generate;
using PerformanceRecords.Benchmarks.Pages;
using PerformanceRecords.Benchmarks.Sync;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Benchmarks.Permits;

/// <summary>
/// A full batch of construction permits in one request, each releasing the contract that waits for it, and the same batch once more, which changes nothing.
/// The first batch is what a portal that has just been started takes; the median is of the others.
/// </summary>
internal static class PermitTrial
{
    private const int Rounds = 6;
    private const string Key = "a-key-only-for-measuring";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string? server)
    {
        await using var database = await TrialDatabase.CreateAsync(server);
        await using (var db = database.Open())
        {
            await db.AddDemoPeopleAsync(World.Password, DateTime.UtcNow);
            for (var round = 0; round < Rounds; round++)
            {
                await PermitStories.AddWaitingAsync(db, ProjectsOf(round), DateTime.UtcNow);
                db.ChangeTracker.Clear();
            }
        }

        var settings = new Dictionary<string, string?>(Portal.SettingsFor(database.Provider, database.ConnectionString))
        {
            ["PermitApi:Senders:0:Name"] = "施工许可系统",
            ["PermitApi:Senders:0:KeySha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        };
        await using var portal = await ServerProcess.StartAsync(Portal.Assembly, Portal.Folder, "/account/sign-in", settings);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", Key);
        var (taken, repeated) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var rows = ProjectsOf(round).Select(PermitStories.RowOf).ToList();
            taken.Add(await SendAsync(http, rows, "matched"));
            repeated.Add(await SendAsync(http, rows, "repeated"));
            Console.WriteLine(FormattableString.Invariant($"  {database.Name}: {PermitDesk.MaxRows} permits taken in {taken[^1]:0} ms, once more in {repeated[^1]:0} ms"));
        }

        return
        [
            new($"permits.first.ms.{database.Name}", taken[0]),
            new($"permits.batch.ms.{database.Name}", taken.Skip(1).Median()),
            new($"permits.replay.ms.{database.Name}", repeated.Skip(1).Median()),
        ];
    }

    private static List<SampleProject> ProjectsOf(int round) =>
        [.. Enumerable.Range(round * PermitDesk.MaxRows, PermitDesk.MaxRows).Select(n => new SampleProject(n))];

    private static async Task<double> SendAsync(HttpClient http, List<PermitRow> rows, string outcome)
    {
        using var content = JsonContent.Create(new { permits = rows }, options: new(JsonSerializerDefaults.Web));
        await content.LoadIntoBufferAsync();
        var clock = Stopwatch.StartNew();
        using var response = await http.PostAsync("/api/v1/construction-permits", content);
        var text = await response.Content.ReadAsStringAsync();
        var elapsed = clock.Elapsed.TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(text);
        return answer.RootElement.GetProperty("results").EnumerateArray().FirstOrDefault(r => r.GetProperty("outcome").GetString() != outcome) is { ValueKind: JsonValueKind.Object } other
            ? throw new InvalidOperationException($"Not every permit was {outcome}: {other}")
            : elapsed;
    }
}
