using System.Reflection;
using Xunit.Sdk;

namespace PerformanceRecords.Testing.Databases;

/// <summary>Runs a theory on PostgreSQL; without a server that row is reported as skipped, on a build server as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = TestEnvironment.WhyNoPostgres;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}
