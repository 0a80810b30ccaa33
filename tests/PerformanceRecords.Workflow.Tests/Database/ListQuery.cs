using PerformanceRecords.Data;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>One list as the portal asks its database for it.</summary>
/// <param name="Table">The table whose rows are listed.</param>
/// <param name="Index">The columns an index on that table must begin with, so that a page costs the same however many rows there are.</param>
internal sealed record ListQuery(string Table, string[] Index, Func<AppDbContext, Task> Ask)
{
    /// <summary>A number finds a handful of rows at most, which may be put in order afterwards.</summary>
    public bool Few { get; init; }
}
