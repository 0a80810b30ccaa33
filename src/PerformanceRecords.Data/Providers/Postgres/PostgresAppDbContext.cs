using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.Postgres;

/// <summary>The portal's data on Postgres.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    public override PushStatements Pushes => new PostgresPushStatements(this);
}
