using Xunit;

namespace PerformanceRecords.Testing.Databases;

/// <summary>A theory only for PostgreSQL; without a server it is reported as skipped, on a build server as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = TestEnvironment.WhyNoPostgres;
}
