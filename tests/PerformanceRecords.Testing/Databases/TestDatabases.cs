using System.Collections.Concurrent;
using Xunit;

namespace PerformanceRecords.Testing.Databases;

/// <summary>
/// Class fixture: one fresh database per engine for the tests of a class, made when the first of them asks.
/// <code>[Theory, OnSqlite, OnPostgres] public async Task Rule(Engine engine) { await using var db = await databases.OpenAsync(engine); … }</code>
/// </summary>
public sealed class TestDatabases : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Engine, Lazy<Task<TestDatabase>>> made = [];

    public Task<TestDatabase> OnAsync(Engine engine) => made.GetOrAdd(engine, e => new(() => TestDatabase.CreateAsync(e))).Value;

    public async Task<Data.AppDbContext> OpenAsync(Engine engine) => (await OnAsync(engine)).Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in made.Values)
        {
            await (await database.Value).DisposeAsync();
        }
    }
}
