using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Providers.Postgres;
using PerformanceRecords.Data.Providers.Sqlite;
using PerformanceRecords.Data.Providers.SqlServer;

namespace PerformanceRecords.Testing.Databases;

/// <summary>Contexts for questions about the model and its SQL, which need no server.</summary>
public static class Providers
{
    public static AppDbContext Open(DatabaseProvider provider, params IInterceptor[] interceptors) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteAppDbContext(
            new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").AddInterceptors(interceptors).Strict().Options),
        DatabaseProvider.Postgres => new PostgresAppDbContext(
            new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql("Host=nowhere.invalid").AddInterceptors(interceptors).Strict().Options),
        DatabaseProvider.SqlServer => new SqlServerAppDbContext(
            new DbContextOptionsBuilder<SqlServerAppDbContext>().UseSqlServer("Server=nowhere.invalid").AddInterceptors(interceptors).Strict().Options),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
    };
}
