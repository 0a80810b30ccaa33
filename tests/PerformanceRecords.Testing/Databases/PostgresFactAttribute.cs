using Xunit;

namespace PerformanceRecords.Testing.Databases;

/// <summary>A test only for PostgreSQL; without a server it is reported as skipped, on a build server as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestEnvironment.WhyNoPostgres;
}
