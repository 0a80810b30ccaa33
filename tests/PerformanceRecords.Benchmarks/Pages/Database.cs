using Microsoft.Data.Sqlite;
using PerformanceRecords.Data;

namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>A generated database, as the portal and the floor are told of it.</summary>
internal sealed record Database(DatabaseProvider Provider, string Place)
{
    public string ConnectionString => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder { DataSource = Place }.ToString() : Place;

    public string Name => Provider.ToString().ToLowerInvariant();

    public string[] FloorArguments => ["floor", "--" + Name, Place];
}
