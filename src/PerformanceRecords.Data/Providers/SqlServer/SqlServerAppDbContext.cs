using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.SqlServer;

/// <summary>The portal's data on SqlServer.</summary>
public sealed class SqlServerAppDbContext(DbContextOptions<SqlServerAppDbContext> options) : AppDbContext(options)
{
    protected override string ReachedMinistryFilter => base.ReachedMinistryFilter + " = 1";

    protected override string Quote(string column) => $"[{column}]";
}
