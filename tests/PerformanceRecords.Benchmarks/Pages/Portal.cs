using PerformanceRecords.Benchmarks.Generate;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;

namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>The portal, release build, in a process of its own, with a city's reviewer signed in.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly ServerProcess process;

    private Portal(ServerProcess process, string cookie, IReadOnlyList<string> queue, IReadOnlyList<string> cases, string queueHtml, string caseHtml)
    {
        this.process = process;
        Cookie = cookie;
        Queue = queue;
        Cases = cases;
        QueueHtml = queueHtml;
        CaseHtml = caseHtml;
    }

    // as it is deployed, or else as it was built
    private static readonly string? Published = Environment.GetEnvironmentVariable("PR_BENCHMARK_PORTAL");

    public static string Folder { get; } = Published ?? Path.Combine(TestEnvironment.Root(), "src", "PerformanceRecords.Web");

    public static string Assembly { get; } = Path.Combine(Published ?? Path.Combine(Folder, "bin", "Release", "net10.0"), "PerformanceRecords.Web.dll");

    public Uri Address => process.Address;

    public string Cookie { get; }

    /// <summary>The queue narrowed to one stage, and its second page.</summary>
    public IReadOnlyList<string> Queue { get; }

    /// <summary>The cases on those two pages.</summary>
    public IReadOnlyList<string> Cases { get; }

    public string QueueHtml { get; }

    public string CaseHtml { get; }

    public static async Task<Portal> StartAsync(Database database)
    {
        var process = await ServerProcess.StartAsync(Assembly, Folder, "/account/sign-in", SettingsFor(database.Provider, database.ConnectionString));
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var wang = new Visitor(new HttpClient(handler) { BaseAddress = process.Address });
        var page = await (await wang.OpenAsync("/account/sign-in")).FormWith("登录")
            .With("userName", DemoPeople.Wang.UserName).With("password", World.Password).SubmitAsync();
        var cookie = handler.CookieContainer.GetCookieHeader(process.Address);
        var first = await wang.OpenAsync("/reviews?stage=CityReview");
        var second = await wang.OpenAsync(first["a[rel=next]"].GetAttribute("href")!);
        var cases = new[] { first, second }.SelectMany(CasesOn).ToList();
        if (cases.Count != 40)
        {
            throw new InvalidOperationException($"Two pages of the queue should hold 40 cases, not {cases.Count}: {page.Text}");
        }

        return new(
            process, cookie, [first.Address.PathAndQuery, second.Address.PathAndQuery], cases,
            await wang.Http.GetStringAsync(first.Address), await wang.Http.GetStringAsync(cases[0]));
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>A portal on a database, which sends nothing to anybody.</summary>
    public static IReadOnlyDictionary<string, string?> SettingsFor(DatabaseProvider provider, string connectionString) => new Dictionary<string, string?>
    {
        ["Database:Provider"] = provider.ToString(),
        ["Database:ConnectionString"] = connectionString,
        ["Database:MigrateAtStart"] = "true",
        ["PersonalNumbers:KeyFile"] = Path.Combine(Path.GetTempPath(), "pr-benchmark.key"),
        ["Sync:Dispatches"] = "false",
        ["Sync:NationalPlatform:BaseAddress"] = "http://127.0.0.1:9/",
        ["Sync:NationalPlatform:KeyId"] = "BENCHMARK",
        ["Sync:NationalPlatform:Secret"] = "nothing-is-sent-from-here",
        ["Sync:ServiceNetwork:BaseAddress"] = "http://127.0.0.1:9/",
        ["Sync:ServiceNetwork:KeyId"] = "BENCHMARK",
        ["Sync:ServiceNetwork:Secret"] = "nothing-is-sent-from-here",
    };

    private static IEnumerable<string> CasesOn(Page page) =>
        page.Document.QuerySelectorAll("table.q tbody tr td:first-child a").Select(link => link.GetAttribute("href")!);
}
