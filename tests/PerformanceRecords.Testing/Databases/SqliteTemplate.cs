using Microsoft.Data.Sqlite;
using PerformanceRecords.Data;

namespace PerformanceRecords.Testing.Databases;

/// <summary>A SQLite file the migrations made once per test run; each class gets a copy.</summary>
internal static class SqliteTemplate
{
    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("pr-sqlite-");
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    static SqliteTemplate() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    public static async Task<string> CopyAsync()
    {
        var template = await Template.Value;
        var copy = Path.Combine(Folder.FullName, Guid.NewGuid().ToString("N") + ".db");
        File.Copy(template, copy);
        return ConnectionTo(copy);
    }

    public static Task DropAsync(string connectionString)
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        File.Delete(file);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        return Task.CompletedTask;
    }

    private static async Task<string> MakeAsync()
    {
        var file = Path.Combine(Folder.FullName, "template.db");
        await using (var db = TestDatabase.Open(Engine.Sqlite, ConnectionTo(file)))
        {
            await db.MigrateAsync();
        }

        // closing the last connection folds the write-ahead log into the file, which can then be copied
        using (var connection = new SqliteConnection(ConnectionTo(file)))
        {
            SqliteConnection.ClearPool(connection);
        }

        return file;
    }

    private static string ConnectionTo(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, ForeignKeys = true }.ToString();
}
