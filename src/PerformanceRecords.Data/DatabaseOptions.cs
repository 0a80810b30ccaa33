using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Data;

/// <summary>Which database the portal keeps its data in.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}

/// <summary>Settings under <c>Database</c>; docs/developing.md has a connection string for each provider.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    [Required]
    public string ConnectionString { get; set; } = "Data Source=App_Data/portal.db";

    /// <summary>Bring the schema up to date at start; otherwise <c>-- migrate</c> does it.</summary>
    public bool MigrateAtStart { get; set; }
}
