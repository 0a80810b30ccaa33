using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Testing.Work;

/// <summary>Tests that each begin in an office with an empty SQLite database of its own.</summary>
public abstract class InAnOffice : IAsyncLifetime
{
    private TestDatabase? database;
    private Office? office;

    protected Office Office => office ?? throw new InvalidOperationException("The office has not been opened.");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Engine.Sqlite);
        office = await Office.OpenAsync(database);
    }

    public async Task DisposeAsync()
    {
        await Office.DisposeAsync();
        await database!.DisposeAsync();
    }

    /// <summary>Past the services, into the database.</summary>
    protected Task<TResult> InDatabaseAsync<TResult>(Func<AppDbContext, Task<TResult>> look) => Office.DoAsync(look);

    /// <summary>Past the services, into the database.</summary>
    protected Task InDatabaseAsync(Func<AppDbContext, Task> work) => Office.DoAsync(work);
}
