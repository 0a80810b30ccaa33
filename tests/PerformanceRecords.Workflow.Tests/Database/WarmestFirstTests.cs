using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>Whoever asks for a context gets the one that came back last, as if it were new.</summary>
public sealed class WarmestFirstTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        services = new ServiceCollection().AddLogging().AddPortalData(configuration).AddSingleton<IConfiguration>(configuration).BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task TheContextThatCameBackLast_IsHandedOutFirst()
    {
        var (longIdle, justBack) = (services.CreateAsyncScope(), services.CreateAsyncScope());
        var (cold, warm) = (ContextOf(longIdle), ContextOf(justBack));
        await longIdle.DisposeAsync();
        await justBack.DisposeAsync();

        await using var first = services.CreateAsyncScope();
        await using var second = services.CreateAsyncScope();

        Assert.Same(warm, ContextOf(first));
        Assert.Same(cold, ContextOf(second));
    }

    [Fact]
    public async Task AContextHandedOutAgain_RemembersNothing()
    {
        await using (var scope = services.CreateAsyncScope())
        {
            ContextOf(scope).Add(Rows.Enterprise());
        }

        using var next = services.CreateScope();
        Assert.False(next.ServiceProvider.GetRequiredService<AppDbContext>().ChangeTracker.HasChanges());
    }

    [Fact]
    public async Task AHundredAtOnce_AllComeBack_AndGoOutAgain()
    {
        for (var round = 0; round < 2; round++)
        {
            var scopes = Enumerable.Range(0, 100).Select(_ => services.CreateAsyncScope()).ToList();
            Assert.Equal(100, scopes.Select(ContextOf).Distinct().Count());
            Assert.All(await Task.WhenAll(scopes.Select(scope => ContextOf(scope).Organisations.CountAsync())), found => Assert.Equal(0, found));
            foreach (var scope in scopes)
            {
                await scope.DisposeAsync();
            }
        }
    }

    private static AppDbContext ContextOf(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<AppDbContext>();
}
