using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

public sealed class SchemaTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task MigratingTwice_ChangesNothing(Engine engine)
    {
        await using var db = await databases.OpenAsync(engine);
        await db.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task OnSqlite_ReadersDoNotWaitForTheWriter()
    {
        await using var reading = await databases.OpenAsync(Engine.Sqlite);
        await using var writing = await databases.OpenAsync(Engine.Sqlite);
        await using var transaction = await writing.Database.BeginTransactionAsync();
        writing.Add(Rows.Enterprise());
        await writing.SaveChangesAsync();

        Assert.Equal(0, await reading.Organisations.CountAsync());
    }

    [PostgresFact]
    public async Task OnPostgres_EveryMomentKnowsItIsUtc()
    {
        await using var db = await databases.OpenAsync(Engine.Postgres);
        var without = await db.Database.SqlQuery<string>(
            $"SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'")
            .ToListAsync();

        Assert.Empty(without);
    }
}
