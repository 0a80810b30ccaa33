using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers.Postgres;

namespace PerformanceRecords.Benchmarks.Bulk;

/// <summary>Binary COPY, one connection per table, so that the server's processes work while the next rows are made.</summary>
internal sealed class PostgresBulk(string connectionString) : IBulkDatabase
{
    private readonly Dictionary<Type, ICopy> copies = [];
    private readonly List<string> indexes = [];

    public AppDbContext Open() =>
        new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(connectionString, o => o.CommandTimeout(1800)).Options);

    public async Task PrepareAsync()
    {
        var wanted = new NpgsqlConnectionStringBuilder(connectionString);
        var server = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using (var connection = new NpgsqlConnection(server.ToString()))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS \"{wanted.Database}\" WITH (FORCE)");
            await ExecuteAsync(connection, $"CREATE DATABASE \"{wanted.Database}\"");
        }

        await using (var db = Open())
        {
            await db.MigrateAsync();
        }

        await using var own = await OpenConnectionAsync();
        await using var select = new NpgsqlCommand(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid "
            + "WHERE c.relnamespace = 'public'::regnamespace AND NOT indisprimary AND c.relname NOT LIKE 'AspNet%'",
            own);
        var names = new List<string>();
        await using (var reader = await select.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        foreach (var name in names)
        {
            await ExecuteAsync(own, $"DROP INDEX {name}");
        }
    }

    public async Task WriteAsync<T>(IReadOnlyList<T> entities)
        where T : class
    {
        if (!copies.TryGetValue(typeof(T), out var copy))
        {
            await using var db = Open();
            var columns = new BulkColumns<T>(db);
            copies[typeof(T)] = copy = new Copy<T>(await OpenConnectionAsync(), columns);
        }

        await ((Copy<T>)copy).AddAsync(entities);
    }

    public async Task FinishAsync()
    {
        foreach (var copy in copies.Values)
        {
            await copy.CompleteAsync();
        }

        // two cores, two indexes at a time
        await Parallel.ForEachAsync(indexes, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (definition, _) =>
        {
            await using var connection = await OpenConnectionAsync();
            await ExecuteAsync(connection, "SET maintenance_work_mem = '512MB'; " + definition);
        });
        await using var last = await OpenConnectionAsync();
        await ExecuteAsync(last, "VACUUM (ANALYZE)");
        await ExecuteAsync(last, "CHECKPOINT");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in copies.Values)
        {
            await copy.DisposeAsync();
        }

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private async Task<NpgsqlConnection> OpenConnectionAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        // rows of several tables arrive at once, so the one referred to may come after the one that refers
        await ExecuteAsync(connection, "SET session_replication_role = replica");
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync();
    }

    private interface ICopy : IAsyncDisposable
    {
        Task CompleteAsync();
    }

    private sealed class Copy<T> : ICopy
        where T : class
    {
        private readonly Channel<IReadOnlyList<T>> waiting = Channel.CreateBounded<IReadOnlyList<T>>(4);
        private readonly NpgsqlConnection connection;
        private readonly Task writing;

        public Copy(NpgsqlConnection connection, BulkColumns<T> columns)
        {
            this.connection = connection;
            writing = Task.Run(() => WriteAsync(columns));
        }

        public async Task AddAsync(IReadOnlyList<T> entities)
        {
            if (writing.IsFaulted)
            {
                await writing;
            }

            await waiting.Writer.WriteAsync(entities);
        }

        public async Task CompleteAsync()
        {
            waiting.Writer.TryComplete();
            await writing;
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private async Task WriteAsync(BulkColumns<T> columns)
        {
            try
            {
                await using var copy = await connection.BeginBinaryImportAsync($"COPY {columns.QuotedTable} ({columns.QuotedNames}) FROM STDIN (FORMAT BINARY)");
                copy.Timeout = TimeSpan.FromMinutes(30);
                await foreach (var batch in waiting.Reader.ReadAllAsync())
                {
                    foreach (var entity in batch)
                    {
                        await copy.WriteRowAsync(default, columns.RowOf(entity)!);
                    }
                }

                await copy.CompleteAsync();
            }
            catch (Exception error)
            {
                waiting.Writer.TryComplete(error);
                throw;
            }
        }
    }
}
