using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>
/// Every list the portal shows, as it is asked of the database. Whoever adds a list adds it here: its SQL is then checked for SQL Server,
/// and that an index serves it on SQLite and PostgreSQL.
/// </summary>
internal static class ListQueries
{
    private static readonly Guid Someone = Guid.CreateVersion7();

    public static IReadOnlyDictionary<string, Func<AppDbContext, Task>> All { get; } = new Dictionary<string, Func<AppDbContext, Task>>
    {
        ["an enterprise's applications"] = db => db.Applications
            .VisibleTo(new Actor(Someone, "张三", Level.Enterprise, Someone, "某某设计院", "320106"))
            .OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.Id)
            .Take(21)
            .ToListAsync(),
    };

    public static TheoryData<string> Names() => [.. All.Keys];
}
