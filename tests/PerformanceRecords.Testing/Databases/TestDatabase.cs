using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers.Postgres;
using PerformanceRecords.Data.Providers.Sqlite;

namespace PerformanceRecords.Testing.Databases;

/// <summary>A database of its own on a real engine, with the schema the migrations make, gone after use.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(Engine engine, string connectionString, Func<Task> drop)
    {
        Engine = engine;
        ConnectionString = connectionString;
        this.drop = drop;
    }

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>The settings with which the portal uses this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = (Engine == Engine.Postgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite).ToString(),
        ["Database:ConnectionString"] = ConnectionString,
    };

    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        if (engine == Engine.Postgres)
        {
            var connection = await PostgresTemplate.CopyAsync();
            return new(engine, connection, () => PostgresTemplate.DropAsync(connection));
        }

        var file = await SqliteTemplate.CopyAsync();
        return new(engine, file, () => SqliteTemplate.DropAsync(file));
    }

    /// <summary>A context of its own; two of them are two people at work.</summary>
    public AppDbContext Open(params IInterceptor[] interceptors) => Open(Engine, ConnectionString, interceptors);

    public ValueTask DisposeAsync() => new(drop());

    internal static AppDbContext Open(Engine engine, string connectionString, params IInterceptor[] interceptors) => engine switch
    {
        Engine.Postgres => new PostgresAppDbContext(
            new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(connectionString).AddInterceptors(interceptors).Strict().Options),
        _ => new SqliteAppDbContext(
            new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(connectionString).AddInterceptors(interceptors).Strict().Options),
    };
}
