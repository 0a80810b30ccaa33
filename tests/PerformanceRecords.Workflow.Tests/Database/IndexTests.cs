using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>A list is served by an index: the database walks to the first row of the page and stops after the last, and sorts nothing.</summary>
public sealed partial class IndexTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    public static TheoryData<DatabaseProvider, string> EveryListOnEveryProvider()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            foreach (var list in ListQueries.All.Keys)
            {
                data.Add(provider, list);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryListOnEveryProvider))]
    public void AList_HasAnIndexWithItsColumnsInFront(DatabaseProvider provider, string list)
    {
        var (table, columns, _) = ListQueries.All[list];
        using var db = Providers.Open(provider);
        var indexes = db.Model.GetEntityTypes().Where(entity => entity.GetTableName() == table)
            .SelectMany(entity => entity.GetIndexes())
            .Select(index => index.Properties.Select(property => property.Name).Take(columns.Length));

        Assert.Contains(indexes, index => index.SequenceEqual(columns));
    }

    [Theory]
    [MemberData(nameof(ListQueries.Names), MemberType = typeof(ListQueries))]
    public async Task OnSqlite_AListIsServedByAnIndex(string list)
    {
        var plans = await PlansAsync(Engine.Sqlite, list, "EXPLAIN QUERY PLAN ", column: 3);

        Assert.All(plans, plan =>
        {
            Assert.True(ListQueries.All[list].Few || !plan.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal), plan);
            Assert.Empty(ReadWhole(plan));
        });
    }

    [PostgresTheory]
    [MemberData(nameof(ListQueries.Names), MemberType = typeof(ListQueries))]
    public async Task OnPostgres_AListIsServedByAnIndex(string list)
    {
        // on small tables the planner would rather read everything; what matters is what it can do on large ones
        var few = ListQueries.All[list].Few;
        var plans = await PlansAsync(
            Engine.Postgres, list, "EXPLAIN ", column: 0,
            few ? "SET enable_seqscan = off; SET enable_indexscan = off" : "SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off");

        Assert.All(plans, plan =>
        {
            Assert.True(few || !Sort().IsMatch(plan), plan);
            Assert.True(!few || plan.Contains("BitmapOr", StringComparison.Ordinal), plan);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"(?m)^[ >-]*Sort +\(")]
    private static partial Regex Sort();

    // tables read from end to end; the few rows of a subquery are not meant
    private static IEnumerable<string> ReadWhole(string plan) => plan.Split('\n')
        .Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("USING", StringComparison.Ordinal))
        .Where(step => !plan.Contains("CO-ROUTINE " + step["SCAN ".Length..], StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> PlansAsync(Engine engine, string list, string explain, int column, string? settings = null)
    {
        var database = await databases.OnAsync(engine);
        var log = new PlanLog(explain, column, settings);
        await using var db = database.Open(log);
        await ListQueries.All[list].Ask(db);
        Assert.NotEmpty(log.Plans);
        return log.Plans;
    }
}
