using PerformanceRecords.Data;

namespace PerformanceRecords.Benchmarks.Bulk;

/// <summary>A database that takes millions of rows quickly: indexes off, rows in, indexes back, statistics taken.</summary>
internal interface IBulkDatabase : IAsyncDisposable
{
    AppDbContext Open();

    Task PrepareAsync();

    Task WriteAsync<T>(IReadOnlyList<T> entities)
        where T : class;

    Task FinishAsync();
}
