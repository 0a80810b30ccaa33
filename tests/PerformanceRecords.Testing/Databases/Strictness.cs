using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Providers.Postgres;
using PerformanceRecords.Data.Providers.Sqlite;

namespace PerformanceRecords.Testing.Databases;

/// <summary>What the database layer only warns of in an office fails in a test: a page of rows in no order is another page at every look.</summary>
public static class Strictness
{
    public static DbContextOptionsBuilder<T> Strict<T>(this DbContextOptionsBuilder<T> options)
        where T : DbContext
    {
        Throw(options);
        return options;
    }

    /// <summary>The same for a portal's own contexts.</summary>
    public static IServiceCollection AddStrictDatabases(this IServiceCollection services) => services
        .ConfigureDbContext<SqliteAppDbContext>(Throw)
        .ConfigureDbContext<PostgresAppDbContext>(Throw);

    private static void Throw(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
