using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>The portal's data on SQLite, embedded in the portal.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    public override PushStatements Pushes => new SqlitePushStatements(this);

    /// <summary>Looks at a thousand rows of an index at most, and only at tables that have grown tenfold since it last did.</summary>
    public override Task KeepStatisticsAsync(CancellationToken cancellation = default) =>
        Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002", cancellation);

    /// <summary>Readers and the one writer do not wait for each other; kept in the file once set.</summary>
    internal Task UseWriteAheadLogAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
}
