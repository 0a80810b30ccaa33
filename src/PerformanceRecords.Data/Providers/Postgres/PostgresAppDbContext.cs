using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.Postgres;

/// <summary>The portal's data on Postgres.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    protected override string OpenApplicationFilter => "\"ClosedAt\" IS NULL AND \"RecordId\" IS NOT NULL";
}
