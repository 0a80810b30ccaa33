using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Workflow;

namespace PerformanceRecords.Testing.Work;

/// <summary>The portal's services without its pages, on a real database, with the demo people and a clock that stands until it is moved.</summary>
public sealed class Office : IAsyncDisposable
{
    /// <summary>The password of the demo people in an office's database.</summary>
    public const string Password = "Demo-2026!";

    private readonly ServiceProvider services;
    private readonly string folder;

    private Office(ServiceProvider services, string folder, FakeClock clock)
    {
        this.services = services;
        this.folder = folder;
        Clock = clock;
    }

    public FakeClock Clock { get; }

    /// <summary>Opens an office on a database; several may share one, as several instances of the portal do.</summary>
    public static Task<Office> OpenAsync(TestDatabase database, params (string Key, string Value)[] settings) =>
        OpenAsync(database, new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc)), settings);

    public static async Task<Office> OpenAsync(TestDatabase database, FakeClock clock, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("office").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["FileStore:Folder"] = folder,
                ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
            })
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddPortalData(configuration)
            .AddPortalWorkflow()
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var office = new Office(services, folder, clock);
        await office.DoAsync<AppDbContext>(db => db.AddDemoPeopleAsync(Password, clock.Now));
        return office;
    }

    public static Actor Actor(DemoPerson person) => new(
        person.Id, person.FullName, person.Organisation.Level, person.Organisation.Id, person.Organisation.Name, person.Organisation.RegionCode)
    {
        MaySign = person.MaySign,
        MayAdminister = person.MayAdminister,
    };

    /// <summary>One request: services of its own, thrown away afterwards.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task DoAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
