using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.SqlServer;

/// <summary>The portal's data on SqlServer.</summary>
public sealed class SqlServerAppDbContext(DbContextOptions<SqlServerAppDbContext> options) : AppDbContext(options)
{
    protected override string OpenApplicationFilter => "[ClosedAt] IS NULL AND [RecordId] IS NOT NULL";

    protected override string ReachedMinistryFilter => "[ReachedMinistry] = 1";
}
