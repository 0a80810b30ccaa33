using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers.Postgres;
using PerformanceRecords.Data.Providers.Sqlite;

namespace PerformanceRecords.Benchmarks.Sync;

/// <summary>A fresh database of one kind, with the schema the migrations make, gone after the trial.</summary>
public sealed class TrialDatabase : IAsyncDisposable
{
    private TrialDatabase(DatabaseProvider provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public string Name => Provider == DatabaseProvider.Postgres ? "postgres" : "sqlite";

    /// <param name="server">Connection to a PostgreSQL server on which databases may be created; SQLite without it.</param>
    public static async Task<TrialDatabase> CreateAsync(string? server)
    {
        var name = "sync_" + Guid.NewGuid().ToString("N")[..8];
        var database = server is null
            ? new TrialDatabase(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(Path.GetTempPath(), name + ".db")}")
            : new TrialDatabase(DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
        if (server is not null)
        {
            await ExecuteAsync(server, $"CREATE DATABASE \"{name}\"");
        }

        await using var db = database.Open();
        await db.MigrateAsync();
        return database;
    }

    public AppDbContext Open() => Provider == DatabaseProvider.Postgres
        ? new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(ConnectionString, o => o.CommandTimeout(300)).Options)
        : new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite(ConnectionString + ";Default Timeout=120").Options);

    /// <summary>Statistics, as a server in use has gathered them by itself.</summary>
    public async Task AnalyzeAsync()
    {
        if (Provider == DatabaseProvider.Postgres)
        {
            await ExecuteAsync(ConnectionString, "VACUUM (ANALYZE)");
            return;
        }

        // what the dispatcher does every minute
        await using var db = Open();
        await db.KeepStatisticsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource;
            foreach (var path in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(path);
            }

            return;
        }

        NpgsqlConnection.ClearAllPools();
        var own = new NpgsqlConnectionStringBuilder(ConnectionString);
        await ExecuteAsync(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres" }.ToString(), $"DROP DATABASE \"{own.Database}\" WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
