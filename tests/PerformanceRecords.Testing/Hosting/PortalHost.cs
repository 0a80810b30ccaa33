using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>
/// The whole portal on a loopback port, as it runs in an office: real Kestrel, a database and a folder of its own, the sandbox platform beside it.
/// Visitors reach it over HTTP, a browser by its <see cref="Address"/>.
/// </summary>
public sealed class PortalHost : IAsyncDisposable
{
    /// <summary>The password of all demo people in tests.</summary>
    public const string Password = "demo-people-in-tests";

    private readonly Factory factory;
    private readonly DirectoryInfo folder;

    private PortalHost(TestDatabase database, SandboxHost sandbox, DirectoryInfo folder, PortalSetup setup)
    {
        Database = database;
        Sandbox = sandbox;
        Clock = setup.Clock;
        this.folder = folder;
        factory = new Factory(this, setup);
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.ClientOptions.BaseAddress;
    }

    public Uri Address { get; }

    public TestDatabase Database { get; }

    public SandboxHost Sandbox { get; }

    /// <summary>The portal's clock, where the test asked for one it can move.</summary>
    public FakeClock? Clock { get; }

    /// <summary>Everything the portal has sent to its database.</summary>
    public CommandCount Commands { get; } = new();

    /// <summary>What the portal has logged as a warning or worse; also kept in TestResults/portal.log.</summary>
    public Complaints Complaints { get; } = new();

    public IServiceProvider Services => factory.Services;

    public static async Task<PortalHost> StartAsync(PortalSetup? setup = null)
    {
        setup ??= new();
        var folder = Directory.CreateTempSubdirectory("pr-portal-");
        var database = await TestDatabase.CreateAsync(setup.Engine);
        var sandbox = await SandboxHost.StartAsync(setup.Clock);
        return new(database, sandbox, folder, setup);
    }

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Visitor() => new(new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address });

    /// <summary>A demo person at work, signed in through the sign-in page.</summary>
    public Task<Visitor> SignedInAsync(DemoPerson person) => Visitor().SignInAsync(person, Password);

    /// <summary>A look into the portal's database, past the portal.</summary>
    public AppDbContext OpenDatabase() => Database.Open();

    /// <summary>Asks a service of the portal directly, for what no page offers (the dispatcher's next round, for instance).</summary>
    public async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Looks at the database again and again until it says what is wanted; fails with what it says, and what the portal complained of.</summary>
    /// <param name="atMost">How often, a tenth of a second apart.</param>
    public async Task<T> UntilAsync<T>(Func<AppDbContext, Task<T>> look, Func<T, bool> holds, int atMost = 200)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = OpenDatabase();
            var seen = await look(db);
            if (holds(seen))
            {
                return seen;
            }

            Assert.True(tries < atMost, $"Still {seen}; {string.Join('\n', Complaints.Entries)}");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private sealed class Factory(PortalHost host, PortalSetup setup) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseContentRoot(Path.Combine(TestEnvironment.Root(), "src", "PerformanceRecords.Web"));
            // the bundled stylesheet and scripts, as a published portal has them
            builder.UseStaticWebAssets();
            foreach (var (key, value) in Settings())
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureServices(services =>
            {
                services.AddStrictDatabases();
                services.AddSingleton<IInterceptor>(host.Commands);
                services.AddSingleton<ILoggerProvider>(host.Complaints);
                if (setup.Clock is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton<TimeProvider>(setup.Clock));
                }

                setup.Services?.Invoke(services);
            });
        }

        private IEnumerable<KeyValuePair<string, string?>> Settings() =>
            new Dictionary<string, string?>
            {
                ["FileStore:Folder"] = Path.Combine(host.folder.FullName, "files"),
                ["PersonalNumbers:KeyFile"] = Path.Combine(host.folder.FullName, "personal-numbers.key"),
                // a browser per letter only where a test is about paper
                ["Printing:Runs"] = "false",
                ["Demo:People"] = "true",
                ["Demo:Password"] = Password,
            }
            .Concat(host.Database.Settings)
            .Concat(host.Sandbox.Settings)
            .Concat(setup.Settings);
    }
}
