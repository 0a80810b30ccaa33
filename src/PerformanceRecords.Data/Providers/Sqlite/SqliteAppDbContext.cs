using Microsoft.EntityFrameworkCore;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>The portal's data on SQLite, embedded in the portal.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    protected override string OpenApplicationFilter => "\"ClosedAt\" IS NULL AND \"RecordId\" IS NOT NULL";

    /// <summary>Readers and the one writer do not wait for each other; kept in the file once set.</summary>
    internal Task UseWriteAheadLogAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
}
