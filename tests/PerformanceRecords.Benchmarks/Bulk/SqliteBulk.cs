using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers.Sqlite;

namespace PerformanceRecords.Benchmarks.Bulk;

/// <summary>Prepared inserts in one transaction, with everything off that guards against a crash: a file half made is made again.</summary>
internal sealed class SqliteBulk(string file) : IBulkDatabase
{
    private readonly Dictionary<Type, (object Columns, SqliteCommand Insert)> inserts = [];
    private readonly List<string> indexes = [];

    // one core makes rows while the other writes those before
    private readonly Channel<Action> waiting = Channel.CreateBounded<Action>(16);
    private Task? writing;
    private SqliteConnection? connection;
    private SqliteTransaction? transaction;

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    // once the file is locked for writing there is only the one connection
    public AppDbContext Open()
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
        return new SqliteAppDbContext((connection is null ? options.UseSqlite(ConnectionString) : options.UseSqlite(connection)).Options);
    }

    public async Task PrepareAsync()
    {
        Array.ForEach([file, file + "-wal", file + "-shm"], File.Delete);
        await using (var db = Open())
        {
            await db.MigrateAsync();
        }

        connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA locking_mode = EXCLUSIVE; "
            + "PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY; PRAGMA threads = 2");
        var names = new List<string>();
        using (var select = connection.CreateCommand())
        {
            select.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'AspNet%'";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
                indexes.Add(reader.GetString(1));
            }
        }

        names.ForEach(name => Execute($"DROP INDEX \"{name}\""));
    }

    public async Task WriteAsync<T>(IReadOnlyList<T> entities)
        where T : class
    {
        writing ??= Task.Run(WriteAllAsync);
        if (writing.IsFaulted)
        {
            await writing;
        }

        await waiting.Writer.WriteAsync(() => Write(entities));
    }

    private void Write<T>(IReadOnlyList<T> entities)
        where T : class
    {
        transaction ??= connection!.BeginTransaction();
        if (!inserts.TryGetValue(typeof(T), out var known))
        {
            inserts[typeof(T)] = known = Prepare<T>();
        }

        var columns = (BulkColumns<T>)known.Columns;
        foreach (var entity in entities)
        {
            var row = columns.RowOf(entity);
            for (var i = 0; i < row.Length; i++)
            {
                known.Insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            known.Insert.ExecuteNonQuery();
        }
    }

    public async Task FinishAsync()
    {
        waiting.Writer.TryComplete();
        await writing!;
        transaction!.Commit();
        indexes.ForEach(Execute);
        Execute("ANALYZE");
        Execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, insert) in inserts.Values)
        {
            await insert.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (var write in waiting.Reader.ReadAllAsync())
            {
                write();
            }
        }
        catch (Exception error)
        {
            waiting.Writer.TryComplete(error);
            throw;
        }
    }

    private (object Columns, SqliteCommand Insert) Prepare<T>()
        where T : class
    {
        using var db = Open();
        var columns = new BulkColumns<T>(db);
        var insert = connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {columns.QuotedTable} ({columns.QuotedNames}) VALUES ({string.Join(", ", columns.Names.Select((_, i) => "@p" + i))})";
        for (var i = 0; i < columns.Names.Count; i++)
        {
            insert.Parameters.Add(new SqliteParameter("@p" + i, null));
        }

        insert.Prepare();
        return (columns, insert);
    }

    private void Execute(string sql)
    {
        using var command = connection!.CreateCommand();
        command.Transaction = null;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
