using SQLitePCL;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>What the SQLite library itself is told, once, before anything is opened with it.</summary>
internal static class SqliteEngine
{
    /// <summary>
    /// It counts no memory, as its makers advise: counting takes one lock for the whole process at every allocation, and every page allocates hundreds of times.
    /// </summary>
    public static void Prepare()
    {
        Batteries_V2.Init();
        // refused once a database is open; then everything is as it would be without
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
