using Npgsql;
using PerformanceRecords.Data;

namespace PerformanceRecords.Testing.Databases;

/// <summary>
/// A PostgreSQL database the migrations made once; each class gets a copy, which takes a fraction of the time. The test projects run
/// side by side on one server, so whoever comes first makes it while the others wait.
/// </summary>
internal static class PostgresTemplate
{
    private const long Door = 0x5052_7465_7374; // any number, the same for all

    // the build that made the migrations: a newer build makes a newer template
    private static readonly string Name = "pr_template_" + typeof(AppDbContext).Module.ModuleVersionId.ToString("N");
    private static readonly Lazy<Task> Template = new(MakeAsync);

    private static string Server => TestEnvironment.Postgres
        ?? throw new InvalidOperationException("PR_TEST_POSTGRES is not set; tests/run.sh and tests/postgres.sh start a server and set it.");

    public static async Task<string> CopyAsync()
    {
        await Template.Value;
        var name = "pr_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Name}");
        return ConnectionTo(name);
    }

    public static async Task DropAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task MakeAsync()
    {
        await using var server = new NpgsqlConnection(Server);
        await server.OpenAsync();
        await using var batch = new NpgsqlCommand("SELECT pg_advisory_lock(@door)", server) { Parameters = { new("door", Door) } };
        await batch.ExecuteNonQueryAsync();
        await using var exists = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = @name", server) { Parameters = { new("name", Name) } };
        if ((long)(await exists.ExecuteScalarAsync())! == 0)
        {
            var making = Name.Replace("template", "making", StringComparison.Ordinal);
            await ExecuteAsync($"DROP DATABASE IF EXISTS {making} WITH (FORCE)");
            await ExecuteAsync($"CREATE DATABASE {making}");
            await using (var db = TestDatabase.Open(Engine.Postgres, ConnectionTo(making, pooling: false)))
            {
                await db.MigrateAsync();
            }

            // only a finished one bears the name
            await ExecuteAsync($"ALTER DATABASE {making} RENAME TO {Name}");
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static string ConnectionTo(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = pooling, MaxPoolSize = 20 }.ToString();
}
