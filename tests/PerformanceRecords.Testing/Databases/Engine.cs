namespace PerformanceRecords.Testing.Databases;

/// <summary>The database servers on which the tests run for real.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}
